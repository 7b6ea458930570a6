import type { Place } from '../place.ts'

/** Asks the site about a value, or about one that is missing. */
export interface AskQuery extends Place {
  readonly type: 'askQuery'
  readonly text: string
}

/** The site's answer: that the value is right as it is, and why, or what was done. */
export interface AnswerQuery {
  readonly type: 'answerQuery'
  readonly query: string
  readonly text: string
}

export interface CloseQuery {
  readonly type: 'closeQuery'
  readonly query: string
  /** Absent where the answer says it all. */
  readonly text?: string
}

export interface ReopenQuery {
  readonly type: 'reopenQuery'
  readonly query: string
  readonly text: string
}

export type QueryCommand = AskQuery | AnswerQuery | CloseQuery | ReopenQuery
