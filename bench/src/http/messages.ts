import type { Allocation } from '@trialwright/records'

/** From the server's process: it listens, and these participants can be randomised. */
export interface Ready {
  readonly kind: 'ready'
  readonly address: string
  readonly study: string
  readonly cookie: string
  readonly codes: readonly string[]
}

export interface Allocations {
  readonly kind: 'allocations'
  readonly allocations: readonly Allocation[]
}

export type Asked = { readonly kind: 'allocations' } | { readonly kind: 'stop' }
