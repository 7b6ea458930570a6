import type { Text } from '@trialwright/protocol'
import type { Recorded } from '../context.ts'
import type { FormRecorded } from '../forms/events.ts'
import type { Place } from '../place.ts'
import type { QueryEvent } from './events.ts'

export type QueryStatus = 'open' | 'answered' | 'closed'

/** One thing said or done about a query, oldest first. */
export interface QueryStep {
  readonly kind: 'asked' | 'answered' | 'corrected' | 'closed' | 'reopened'
  readonly at: string
  readonly by: Recorded['by']
  /** By the check itself; `by` is the person whose act caused it. */
  readonly check?: string
  readonly text?: Text
}

export interface QueryState {
  readonly id: string
  readonly place: Place
  readonly status: QueryStatus
  readonly check?: string
  /** Of a check: the values it last asked about, or that were last judged. */
  readonly seen?: string
  /** Since when it has been as it is: what its age is counted from. */
  readonly since: string
  readonly steps: readonly QueryStep[]
}

/** By id, in order of asking. */
export type QueriesState = Readonly<Record<string, QueryState>>

export const initialQueries: QueriesState = {}

export function evolveQueries(state: QueriesState, event: QueryEvent): QueriesState {
  const { at, by } = event
  const said = { at, by, ...('check' in event && event.check !== undefined ? { check: event.check } : {}) }
  if (event.type === 'QueryOpened') {
    const { query: id, place, check, seen, text } = event
    const asked: QueryStep = { kind: 'asked', ...said, text }
    return { ...state, [id]: { id, place, status: 'open', check, seen, since: at, steps: [asked] } }
  }
  const before = state[event.query]
  if (!before) throw new Error(`${event.type} of ${event.query}, which was never asked: the stream is damaged`)
  const next = (status: QueryStatus, step: QueryStep): QueriesState => ({
    ...state,
    [before.id]: { ...before, status, seen: event.seen ?? before.seen, since: at, steps: [...before.steps, step] },
  })
  switch (event.type) {
    case 'QueryAnswered':
      return next('answered', { kind: 'answered', ...said, text: same(event.text) })
    case 'QueryClosed':
      return next('closed', {
        kind: 'closed',
        ...said,
        ...(event.text === undefined ? {} : { text: same(event.text) }),
      })
    case 'QueryReopened':
      return next('open', { kind: 'reopened', ...said, text: event.text })
  }
}

/**
 * A correction made because of a query answers it. One that a check asked is left to the check, which closes it by itself
 * once the values agree.
 */
export function correctedQueries(state: QueriesState, { changes, at, by }: FormRecorded): QueriesState {
  let queries = state
  for (const { query: id, reason } of changes) {
    const before = id === undefined ? undefined : queries[id]
    if (!before) continue
    const step: QueryStep = { kind: 'corrected', at, by, ...(reason ? { text: same(reason) } : {}) }
    const answered = before.check === undefined && before.status === 'open'
    queries = {
      ...queries,
      [before.id]: {
        ...before,
        ...(answered ? { status: 'answered' as const, since: at } : {}),
        steps: [...before.steps, step],
      },
    }
  }
  return queries
}

const same = (text: string): Text => ({ en: text, nb: text })
