import type { Refusal, Text } from '@trialwright/protocol'

export interface Closure {
  readonly level: 'study' | 'site' | 'participant' | 'visit' | 'form' | 'item'
  readonly encounter?: string
  readonly form?: string
  readonly item?: string
  readonly what: Text
  readonly kind: 'frozen' | 'locked'
  readonly at: string
  readonly by: string
  readonly reason: string
}

export interface Correction {
  readonly encounter: string
  readonly form: string
  readonly what: Text
  readonly at: string
  readonly by: string
  readonly reason: string
  readonly approved?: { readonly at: string; readonly by: string }
}

export interface OpenLine {
  readonly line: string
  readonly count: number
}

type Closed = Pick<Closure, 'kind' | 'at' | 'by' | 'reason'>
interface Signed {
  readonly at: string
  readonly by: string
  readonly note: string
}

export interface SiteLock {
  readonly site: string
  readonly title: Text
  readonly closed?: Closed
  readonly participants: number
  readonly open: readonly OpenLine[]
}

export interface Locks {
  readonly lines: readonly { readonly line: string; readonly title: Text }[]
  readonly open: readonly OpenLine[]
  readonly closed?: Closed
  readonly locked?: Signed
  readonly unlockProposed?: Signed
  readonly unblinded: boolean
  readonly sites: readonly SiteLock[]
  readonly participants: readonly { readonly code: string; readonly site: string; readonly open: readonly OpenLine[] }[]
  readonly possible: readonly { readonly command: string; readonly refusals: readonly Refusal[] }[]
}
