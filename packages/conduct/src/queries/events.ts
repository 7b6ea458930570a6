import type { Text } from '@trialwright/protocol'
import type { Recorded } from '../context.ts'
import type { Place } from '../place.ts'

/**
 * Each names its place, so that what may be told of it, and to whom, can be told from the event alone. A query is opened once for a place by a check, and re-opened later rather than doubled. What a check did is attributed to
 * the check; `by` is then the person whose act caused it.
 */
export interface QueryOpened extends Recorded {
  readonly type: 'QueryOpened'
  /** `Q1`, in the order of the participant's queries. */
  readonly query: string
  readonly place: Place
  /** A person's words are the same in both languages. */
  readonly text: Text
  readonly check?: string
  /** Of a check: the values it went by. */
  readonly seen?: string
}

export interface QueryAnswered extends Recorded {
  readonly type: 'QueryAnswered'
  readonly query: string
  readonly place: Place
  readonly text: string
  /** Of a check: the values that are said to be right. */
  readonly seen?: string
}

export interface QueryClosed extends Recorded {
  readonly type: 'QueryClosed'
  readonly query: string
  readonly place: Place
  /** By itself: the check it came from has nothing to ask any more. */
  readonly check?: string
  readonly text?: string
  /** Of a check, closed by a person: the values that were accepted. */
  readonly seen?: string
}

export interface QueryReopened extends Recorded {
  readonly type: 'QueryReopened'
  readonly query: string
  readonly place: Place
  readonly text: Text
  readonly check?: string
  readonly seen?: string
}

export type QueryEvent = QueryOpened | QueryAnswered | QueryClosed | QueryReopened
