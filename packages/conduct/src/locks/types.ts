import type { Text } from '@trialwright/protocol'
import type { LineId, OpenLine } from './open.ts'

/** What is frozen or locked, since when, by whom and why. */
export interface ClosureView {
  readonly level: 'study' | 'site' | 'participant' | 'visit' | 'form' | 'item'
  readonly encounter?: string
  readonly form?: string
  readonly item?: string
  readonly what: Text
  readonly kind: 'frozen' | 'locked'
  readonly at: string
  readonly by: string
  /** Empty for readers who see no more than a form of their own. */
  readonly reason: string
}

/** A correction of a locked form that was asked for. */
export interface CorrectionView {
  readonly encounter: string
  readonly form: string
  readonly what: Text
  readonly at: string
  readonly by: string
  readonly reason: string
  readonly approved?: { readonly at: string; readonly by: string }
}

export interface SiteLockView {
  readonly site: string
  readonly title: Text
  readonly closed?: Pick<ClosureView, 'kind' | 'at' | 'by' | 'reason'>
  readonly participants: number
  readonly open: readonly OpenLine[]
}

/** What is frozen and locked in the study, and the checklist of what is open before a lock. */
export interface LocksView {
  readonly lines: readonly { readonly line: LineId; readonly title: Text }[]
  readonly open: readonly OpenLine[]
  readonly closed?: Pick<ClosureView, 'kind' | 'at' | 'by' | 'reason'>
  readonly locked?: { readonly at: string; readonly by: string; readonly note: string }
  readonly unlockProposed?: { readonly at: string; readonly by: string; readonly note: string }
  readonly unblinded: boolean
  readonly sites: readonly SiteLockView[]
  /** Participants with something open, in order of code; the first hundred. */
  readonly participants: readonly { readonly code: string; readonly site: string; readonly open: readonly OpenLine[] }[]
}
