import type { Asking, Refusals } from '../participant/asking.ts'
import { stamp } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { schedule } from '../participant/schedule.ts'
import type { ScheduledEncounter } from '../participant/types.ts'
import { audienceOf } from '../queries/audience.ts'
import { at, refuse, refused, within } from '../refusals/refuse.ts'
import type { SeenVisit, SignCasebook, SignVisit, SignVisits } from './commands.ts'
import type { VisitSigned } from './events.ts'
import { recordHash } from './record.ts'
import { bind, signatureOf, signatureRefusals } from './signature.ts'
import { standingOf } from './standing.ts'

const over: ReadonlySet<string> = new Set(['done', 'missed'])

/** What the visit still lacks before an investigator may put a name under it. */
export function visitIncomplete(asking: Asking, encounter: ScheduledEncounter): Refusals {
  if (!over.has(encounter.state)) return [refuse('visitNotOver')]
  const asked = open(asking, encounter)
  return [
    ...encounter.formsMissing.map(({ title }) => refuse('formNotComplete', { title, encounter: encounter.title })),
    ...(asked > 0 ? [refuse('queriesStillOpen', { count: asked, encounter: encounter.title })] : []),
  ]
}

/** What the casebook still lacks: a visit that is to come, and whatever a visit lacks. */
export const casebookIncomplete = (asking: Asking, encounters: readonly ScheduledEncounter[]): Refusals =>
  encounters
    .filter(({ state }) => state !== 'notApplicable')
    .flatMap((encounter) =>
      over.has(encounter.state)
        ? visitIncomplete(asking, encounter)
        : [refuse('visitStillOpen', { title: encounter.title })],
    )

/** Questions nobody has answered yet: while one is open, what is recorded is in doubt. An answered one waits for its asker. */
const open = ({ study, state }: Asking, { id }: ScheduledEncounter): number =>
  Object.values(state.queries).filter(
    ({ status, place }) => status === 'open' && place.encounter === id && audienceOf(study, place).startsWith('open'),
  ).length

export function signVisit(asking: Asking, { encounter, seen }: SignVisit): Decision {
  const visit = { encounter, seen }
  return signed(asking, [visit], visitRefusals(asking, visit))
}

export function signVisits(asking: Asking, { visits }: SignVisits): Decision {
  if (visits.length === 0) return refused(refuse('nothingToRecord'))
  const named = new Set<string>()
  const closed = visits.flatMap((visit, index): Refusals => {
    const place = `visits.${index}`
    if (named.has(visit.encounter)) return [at(place, refuse('namedTwice'))]
    named.add(visit.encounter)
    return visitRefusals(asking, visit).map((refusal) => within(place, refusal))
  })
  return signed(asking, visits, closed)
}

/** A signature for each visit, when nothing stands in the way of any, nor of the person's signing. */
function signed(asking: Asking, visits: readonly SeenVisit[], closed: Refusals): Decision {
  const wrong = closed.length > 0 ? closed : signatureRefusals(asking.context)
  return wrong.length > 0 ? refused(...wrong) : { ok: true, events: visits.map((visit) => visitSigned(asking, visit)) }
}

/** What stands in the way of a signature under this visit, whoever signs. */
function visitRefusals(asking: Asking, { encounter: id, seen }: SeenVisit): Refusals {
  const { study, state, context } = asking
  const encounter = schedule(study, state, context.today, context.ranges).find((each) => each.id === id)
  if (!encounter) return [at('encounter', refuse('encounterUnknown'))]
  return recordRefusals(asking, visitIncomplete(asking, encounter), seen, id)
}

/** The record is what was shown, so its hash is the one that was seen. */
const visitSigned = ({ context }: Asking, { encounter, seen }: SeenVisit): VisitSigned => ({
  type: 'VisitSigned',
  ...stamp(context),
  encounter,
  signature: bind(signatureOf(context, 'reviewedVisit'), seen),
})

export function signCasebook(asking: Asking, { seen }: SignCasebook): Decision {
  const { study, state, context } = asking
  const encounters = schedule(study, state, context.today, context.ranges)
  const closed = recordRefusals(asking, casebookIncomplete(asking, encounters), seen)
  const wrong = closed.length > 0 ? closed : signatureRefusals(context)
  if (wrong.length > 0) return refused(...wrong)
  const signature = bind(signatureOf(context, 'reviewedCasebook'), seen)
  return { ok: true, events: [{ type: 'CasebookSigned', ...stamp(context), signature }] }
}

function recordRefusals({ study, state }: Asking, incomplete: Refusals, seen: string, encounter?: string): Refusals {
  if (incomplete.length > 0) return incomplete
  if (standingOf(study, state, encounter) === 'valid') return [refuse('alreadySigned')]
  return seen === recordHash(study, state, encounter) ? [] : [at('seen', refuse('recordChanged'))]
}
