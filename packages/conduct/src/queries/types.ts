import type { Text } from '@trialwright/protocol'
import type { Place } from '../place.ts'
import type { Role } from '../roles.ts'
import type { QueryStatus, QueryStep } from './state.ts'

export interface QueryStepView {
  readonly kind: QueryStep['kind']
  readonly at: string
  readonly by: { readonly name: string; readonly role: Role }
  /** An edit check did it; `by` is whose act caused it. */
  readonly byCheck?: true
  readonly text?: Text
}

export type QueryAct = 'answer' | 'close' | 'reopen'

/** A query with all that was said, for a person who may see the value it is about. */
export interface QueryView {
  readonly id: string
  readonly place: Place
  readonly status: QueryStatus
  readonly byCheck?: true
  readonly since: string
  readonly steps: readonly QueryStepView[]
  /** What the person looking may do with it. */
  readonly may: readonly QueryAct[]
}

/** A line of the work list; kept with the records. */
export interface QueryRow {
  readonly code: string
  readonly site: string
  readonly query: string
  readonly place: Place
  readonly status: QueryStatus
  readonly byCheck?: true
  /** Role of who asked. */
  readonly asker: Role
  /** When it was first asked, and since when it stands as it does. */
  readonly asked: string
  readonly since: string
  /** The last question, and the last answer given to it. */
  readonly question: Text
  readonly answer?: Text
}
