import { createHash } from 'node:crypto'
import { commitmentOf } from '../commitment.ts'
import { seeded } from '../draw.ts'
import type { ImportedList } from '../import/importedList.ts'
import { generateList, type RandomisationList } from '../list.ts'
import { minimise, type Profile } from '../methods/minimisation.ts'
import { generateNumbers, type SealedNumbers, wholeTrial } from '../numbers.ts'
import { readRevealed, type AllocationEvidence, type Revealed } from './evidence.ts'
import type { AllocationFinding } from './findings.ts'

/**
 * Works every allocation out again from what was sealed, and compares: seed → list → commitment → slots → allocations →
 * events. Nothing found means that each participant got the arm that was drawn for that place before the study opened, and
 * that nobody was passed over. Pure; for after unblinding, though no finding tells an arm.
 */
export function verifyAllocations(evidence: AllocationEvidence): readonly AllocationFinding[] {
  if (evidence.revealed === undefined) return [{ code: 'nothingSealed' }]
  const revealed = readRevealed(evidence.revealed)
  if (revealed === undefined) return [{ code: 'revealUnreadable' }]
  const { kept, published } = evidence
  const again = drawnAgain(revealed)
  const list = again ?? revealed.list
  return [
    ...(again === undefined ? [{ code: 'notDrawnFromSeed' } as const] : []),
    ...(commitmentOf(revealed.list) === published ? [] : [{ code: 'commitmentBroken' } as const]),
    ...(kept === undefined || kept === published ? [] : [{ code: 'keptDiffers' } as const]),
    ...('numbers' in list ? compareMinimised(list, evidence) : comparePlaces(list, evidence)),
  ]
}

/** What its seed gives, when it is what was sealed; a list made elsewhere has no seed and stands for itself. */
function drawnAgain(revealed: Revealed): Revealed['list'] | undefined {
  if (revealed.seed === undefined) return revealed.list
  const { list, seed } = revealed
  const draw = seeded(Buffer.from(seed, 'hex'), sha256)
  try {
    const again =
      'numbers' in list
        ? generateNumbers(list.specification, draw)
        : generateList((list as RandomisationList).specification, draw)
    return commitmentOf(again) === commitmentOf(list) ? again : undefined
  } catch {
    // A specification that cannot be kept, or without the members it needs: somebody altered it.
    return undefined
  }
}

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())

/** The arms follow from the sealed numbers and from who came in which order with which levels, as the open log tells. */
function compareMinimised(
  { specification, numbers }: SealedNumbers,
  evidence: AllocationEvidence,
): readonly AllocationFinding[] {
  const levels = new Map(evidence.randomised.map(({ participant, levels: of }) => [participant, of ?? {}]))
  const taken = evidence.allocated.toSorted((a, b) => a.slot - b.slot)
  const unknown = taken.filter(({ participant }) => !fits(specification, levels.get(participant)))
  if (unknown.length > 0 || taken.length > numbers.length)
    return unknown.map(({ participant }) => ({ code: 'levelsUnknown', participant }))
  const arms = minimise(
    specification,
    numbers,
    taken.map(({ participant }) => levels.get(participant)!),
  )
  const places = new Map(
    taken.map(({ stratum, slot }, index) => [placeOf(stratum, slot), { stratum, slot, arm: arms[index]! }]),
  )
  const stored = new Map(evidence.slots.map((slot) => [placeOf(slot.stratum, slot.slot), slot]))
  const differing = numbers.flatMap((number, index): readonly AllocationFinding[] => {
    const place = { stratum: wholeTrial, slot: index + 1 }
    const found = stored.get(placeOf(place.stratum, place.slot))
    const arm = places.get(placeOf(place.stratum, place.slot))?.arm ?? null
    return found?.number === number && found.arm === arm ? [] : [{ code: 'slotDiffers', ...place }]
  })
  const extra = evidence.slots.filter(({ stratum, slot }) => stratum !== wholeTrial || slot > numbers.length)
  return [
    ...differing,
    ...extra.map(({ stratum, slot }): AllocationFinding => ({ code: 'slotDiffers', stratum, slot })),
    ...compareAllocations(places, evidence),
    ...compareOrder(evidence),
  ]
}

const fits = ({ factors }: SealedNumbers['specification'], levels: Profile | undefined): boolean =>
  factors.every(({ id, levels: known }) => known.includes(levels?.[id] ?? ''))

const placeOf = (stratum: string, slot: number): string => JSON.stringify([stratum, slot])

function comparePlaces(
  { lists }: RandomisationList | ImportedList,
  evidence: AllocationEvidence,
): readonly AllocationFinding[] {
  const arms = new Map(
    lists.flatMap(({ stratum, arms: drawn }) =>
      drawn.map((arm, index) => [placeOf(stratum, index + 1), { stratum, slot: index + 1, arm }] as const),
    ),
  )
  return [...compareSlots(arms, evidence), ...compareAllocations(arms, evidence), ...compareOrder(evidence)]
}

type Places = ReadonlyMap<string, { readonly stratum: string; readonly slot: number; readonly arm: string }>

function compareSlots(places: Places, { slots }: AllocationEvidence): readonly AllocationFinding[] {
  const stored = new Map(slots.map((slot) => [placeOf(slot.stratum, slot.slot), slot]))
  const differing = [...places].filter(([place, { arm }]) => stored.get(place)?.arm !== arm).map(([, slot]) => slot)
  const extra = [...stored].filter(([place]) => !places.has(place)).map(([, slot]) => slot)
  return [...differing, ...extra].map(({ stratum, slot }) => ({ code: 'slotDiffers', stratum, slot }))
}

function compareAllocations(places: Places, evidence: AllocationEvidence): readonly AllocationFinding[] {
  const { allocated, allocations, randomised } = evidence
  const table = new Map(allocations.map((row) => [row.participant, row]))
  const open = new Map(randomised.map((event) => [event.participant, event]))
  const known = new Set(allocated.map(({ participant }) => participant))
  const seen = new Set<string>()
  const found: AllocationFinding[] = []
  for (const { participant, stratum, slot, arm } of allocated) {
    const row = table.get(participant)
    const event = open.get(participant)
    if (seen.has(participant)) found.push({ code: 'allocatedTwice', participant })
    seen.add(participant)
    if (places.get(placeOf(stratum, slot))?.arm !== arm) found.push({ code: 'armDiffers', participant })
    if (row?.stratum !== stratum || row.slot !== slot) found.push({ code: 'tableDiffers', participant })
    if (event === undefined) found.push({ code: 'notRandomised', participant })
    else if (event.stratum !== stratum) found.push({ code: 'stratumDiffers', participant })
  }
  for (const { participant } of allocations)
    if (!known.has(participant)) found.push({ code: 'tableDiffers', participant })
  for (const { participant } of randomised)
    if (!known.has(participant)) found.push({ code: 'notAllocated', participant })
  return found
}

/** In each stratum the slots were taken one after the other, none passed over. */
function compareOrder({ allocated }: AllocationEvidence): readonly AllocationFinding[] {
  return [...Map.groupBy(allocated, ({ stratum }) => stratum)].flatMap(([stratum, taken]) =>
    taken.flatMap(({ slot, participant }, index): readonly AllocationFinding[] =>
      slot === index + 1 ? [] : [{ code: 'orderBroken', stratum, slot, participant }],
    ),
  )
}
