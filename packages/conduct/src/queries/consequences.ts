import type { EditCheck } from '@trialwright/protocol'
import { stamp, type Asking } from '../participant/asking.ts'
import type { ParticipantEvent } from '../participant/events.ts'
import { afterwards, type ParticipantState } from '../participant/state.ts'
import { placeKey } from '../place.ts'
import { asker, type Failing } from './ask.ts'
import type { QueryEvent } from './events.ts'
import type { QueryState } from './state.ts'
import { touchedBy, type Touched } from './touched.ts'

/**
 * The questions that edit checks ask or take back by themselves after a command, on what is true then. A check asks once
 * about a place: its query is opened, re-opened when it was answered or closed and the values have changed since, and closed
 * when nothing contradicts them any more.
 */
export function consequencesOf(asking: Asking, events: readonly ParticipantEvent[]): readonly QueryEvent[] {
  const { study, state, context } = asking
  if (study.checks.length === 0) return []
  const after = afterwards(state, events)
  const touched = touchedBy(study, state, after, events).filter(({ check }) => check.check.strictness === 'soft')
  if (touched.length === 0) return []
  const asked = asker(study, after, context)
  const by = stamp(context)
  let number = Object.keys(after.queries).length
  return touched.flatMap((each): readonly QueryEvent[] => {
    const failing = failingOf(asked, each)
    const known = queriesOf(after, each)
    const passed = known.filter(({ place }) => !failing.some((one) => placeKey(one.place) === placeKey(place)))
    return [
      ...passed
        .filter(({ status }) => status !== 'closed')
        .map(
          ({ id, place }): QueryEvent => ({ type: 'QueryClosed', ...by, query: id, place, check: each.check.check.id }),
        ),
      ...failing.flatMap(({ check, place, seen }): readonly QueryEvent[] => {
        const before = known.find((query) => placeKey(query.place) === placeKey(place))
        const said = { text: check.text, check: check.id, seen }
        if (!before) {
          number += 1
          return [{ type: 'QueryOpened', ...by, query: `Q${number}`, place, ...said }]
        }
        if (before.status === 'open' || (before.seen === seen && wasJudged(before))) return []
        return [{ type: 'QueryReopened', ...by, query: before.id, place, ...said }]
      }),
    ]
  })
}

/** Somebody said of these very values that they are right, or closed the query over them; the check itself did not. */
const wasJudged = ({ status, steps }: QueryState): boolean => status === 'answered' || steps.at(-1)?.check === undefined

export const failingOf = (asked: ReturnType<typeof asker>, { check, visits }: Touched): readonly Failing[] =>
  asked
    .visitsOf(check)
    .filter((visit) => visits === 'all' || visits.has(visit))
    .flatMap((visit) => asked.failing(check, visit))

/** What the check has asked before, at the visits in question. */
const queriesOf = (
  { queries }: ParticipantState,
  { check: { check }, visits }: { readonly check: EditCheck; readonly visits: Touched['visits'] },
): readonly QueryState[] =>
  Object.values(queries).filter(
    (query) => query.check === check.id && (visits === 'all' || visits.has(query.place.encounter)),
  )
