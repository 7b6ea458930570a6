import type { Recorded } from '../context.ts'

export interface ValuesVerified extends Recorded {
  readonly type: 'ValuesVerified'
  readonly encounter: string
  readonly form: string
  readonly values: readonly { readonly item: string; readonly version: number }[]
}

export interface VerificationWithdrawn extends Recorded {
  readonly type: 'VerificationWithdrawn'
  readonly encounter: string
  readonly form: string
  readonly items: readonly string[]
  readonly reason: string
}

export type VerificationEvent = ValuesVerified | VerificationWithdrawn
