import { dayNumber } from '@trialwright/protocol'
import { type EventLine, of, type Told } from '../events.ts'
import { factsAt } from '../facts.ts'
import { checkEach, type Evidence, type Invariant } from './invariant.ts'

const infusionsOf = (people: readonly Told[]) =>
  people.flatMap((told) => of(told.open, 'InfusionStarted').map((event) => ({ told, event })))

/** On hold after TreatmentHeld until HoldReleased; stopped and withdrawn for good. */
export function noneOnHold({ people }: Evidence): Invariant {
  const text = 'Nobody was infused on hold, after the end of treatment or after withdrawal'
  return checkEach('hold', text, infusionsOf(people), ({ told, event }) => {
    const before = told.open.filter(({ version }) => version < event.version)
    const last = (type: string) => of(before, type).at(-1)?.version ?? 0
    const why =
      last('TreatmentHeld') > last('HoldReleased')
        ? 'on hold'
        : last('TreatmentStopped') > 0
          ? 'after treatment was stopped'
          : last('ConsentWithdrawn') > 0
            ? 'after withdrawal'
            : undefined
    return why === undefined ? undefined : `${told.code} was infused at ${event.encounter} ${why}`
  })
}

/** The rules are asked again of the exported values as they were when the infusion began. */
export function noneAgainstRules({ study, people, ranges }: Evidence): Invariant {
  const text = 'No rule that holds or stops treatment held when an infusion began'
  return checkEach('rules', text, infusionsOf(people), ({ told, event }) => {
    const record = study.record(factsAt(told, ranges, event.version, event.encounter))
    const holding = [...study.rules('holds', record), ...study.rules('stops', record)].filter(
      ({ answer }) => answer === 'yes',
    )
    return holding.length === 0
      ? undefined
      : `${told.code} was infused at ${event.encounter} against ${holding.map(({ id }) => id).join(', ')}`
  })
}

export function apart({ study, people }: Evidence): Invariant {
  const { leastInterval } = study.compiled.infusion
  const pairs = people.flatMap((told) =>
    of(told.open, 'InfusionStarted').flatMap((event, index, all) =>
      index > 0 ? [{ told, event, before: all[index - 1]! }] : [],
    ),
  )
  return checkEach(
    'interval',
    `Infusions were at least ${leastInterval} days apart`,
    pairs,
    ({ told, event, before }) => {
      const days = dayNumber(event.day ?? '') - dayNumber(before.day ?? '')
      return days >= leastInterval
        ? undefined
        : `${told.code}: ${event.encounter} came ${days} days after the one before`
    },
  )
}

/** What was in the bag is what the arm is given, prepared for this visit, checked by somebody else and handed over. */
export function rightBag({ study, people }: Evidence): Invariant {
  const text = 'Every bag held its arm’s product, was checked by a second person and handed over before it was given'
  return checkEach('bag', text, infusionsOf(people), ({ told, event }) => {
    const arm = study.compiled.arms.find(({ id }) => id === told.arm)
    const at = (type: string) => of(told.sealed, type).findLast(({ encounter }) => encounter === event.encounter)
    const prepared = at('PreparationRecorded')
    if (!prepared) return `${told.code}: ${event.encounter} was given without a preparation`
    if (prepared['product'] !== arm?.product.en) return `${told.code}: ${event.encounter} held another product`
    const checked = at('PreparationChecked')
    if (!checked || nameOf(checked) === nameOf(prepared)) return `${told.code}: ${event.encounter} was not checked`
    return at('PreparationHandedOver') ? undefined : `${told.code}: ${event.encounter} was not handed over`
  })
}

const nameOf = (event: EventLine): unknown => (event['by'] as { readonly name?: string } | undefined)?.name

/** Infusions that began either ended or are the last thing known of the participant. */
export function ended({ people }: Evidence): Invariant {
  return checkEach('ended', 'Every infusion that began has ended', infusionsOf(people), ({ told, event }) =>
    of(told.open, 'InfusionEnded').some(({ encounter }) => encounter === event.encounter)
      ? undefined
      : `${told.code}: ${event.encounter} has no end`,
  )
}
