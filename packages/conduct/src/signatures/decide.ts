import type { Asking, Refusals } from '../participant/asking.ts'
import { stamp } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { schedule } from '../participant/schedule.ts'
import type { ScheduledEncounter } from '../participant/types.ts'
import { audienceOf } from '../queries/audience.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import type { SignCasebook, SignVisit } from './commands.ts'
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

export function signVisit(asking: Asking, { encounter: id, seen }: SignVisit): Decision {
  const { study, state, context } = asking
  const encounter = schedule(study, state, context.today, context.ranges).find((each) => each.id === id)
  if (!encounter) return refused(at('encounter', refuse('encounterUnknown')))
  const record = recordHash(study, state, id)
  const closed = toSign(asking, visitIncomplete(asking, encounter), record, seen, id)
  if (closed.length > 0) return refused(...closed)
  const signature = bind(signatureOf(context, 'reviewedVisit'), record)
  return { ok: true, events: [{ type: 'VisitSigned', ...stamp(context), encounter: id, signature }] }
}

export function signCasebook(asking: Asking, { seen }: SignCasebook): Decision {
  const { study, state, context } = asking
  const encounters = schedule(study, state, context.today, context.ranges)
  const record = recordHash(study, state)
  const closed = toSign(asking, casebookIncomplete(asking, encounters), record, seen)
  if (closed.length > 0) return refused(...closed)
  const signature = bind(signatureOf(context, 'reviewedCasebook'), record)
  return { ok: true, events: [{ type: 'CasebookSigned', ...stamp(context), signature }] }
}

function toSign(
  { study, state, context }: Asking,
  incomplete: Refusals,
  record: string,
  seen: string,
  encounter?: string,
): Refusals {
  if (incomplete.length > 0) return incomplete
  if (standingOf(study, state, encounter) === 'valid') return [refuse('alreadySigned')]
  if (seen !== record) return [at('seen', refuse('recordChanged'))]
  return signatureRefusals(context)
}
