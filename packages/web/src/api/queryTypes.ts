import type { Text } from '@trialwright/protocol'

export interface Place {
  readonly encounter: string
  readonly form: string
  readonly item?: string
  readonly row?: string
  readonly column?: string
}

export type QueryStatus = 'open' | 'answered' | 'closed'
export type QueryAct = 'answer' | 'close' | 'reopen'

export interface QueryStep {
  readonly kind: 'asked' | 'answered' | 'corrected' | 'closed' | 'reopened'
  readonly at: string
  readonly by: { readonly name: string; readonly role: string }
  readonly byCheck?: true
  readonly text?: Text
}

export interface QueryView {
  readonly id: string
  readonly place: Place
  readonly status: QueryStatus
  readonly byCheck?: true
  readonly since: string
  readonly steps: readonly QueryStep[]
  readonly may: readonly QueryAct[]
}

export interface QueryRow {
  readonly code: string
  readonly site: string
  readonly query: string
  readonly place: Place
  readonly status: QueryStatus
  readonly byCheck?: true
  readonly asker: string
  readonly asked: string
  readonly since: string
  readonly question: Text
  readonly answer?: Text
}

export interface QueryPage {
  readonly rows: readonly QueryRow[]
  readonly next?: string
}

export interface QueryCounts {
  readonly open: number
  readonly answered: number
}
