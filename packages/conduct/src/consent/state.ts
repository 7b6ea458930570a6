import type { Recorded } from '../context.ts'
import type { WithdrawalScope } from './commands.ts'
import type { ConsentEvent } from './events.ts'

export interface GivenConsent {
  readonly version: string
  readonly day: string
  readonly at: string
  readonly by: Recorded['by']
}

export interface ConsentState {
  readonly code: string
  readonly site: string
  readonly registered: { readonly at: string; readonly day: string } | undefined
  /** In the order given; the last one counts. */
  readonly given: readonly GivenConsent[]
  /** Said no, and has not said yes since. */
  readonly declined?: { readonly day: string; readonly reason: string }
  readonly withdrawn?: {
    readonly day: string
    readonly at: string
    readonly scope: WithdrawalScope
    readonly reason: string
  }
}

export const initialConsent: ConsentState = { code: '', site: '', registered: undefined, given: [] }

export function evolveConsent(state: ConsentState, event: ConsentEvent): ConsentState {
  switch (event.type) {
    case 'ParticipantRegistered':
      return { ...state, code: event.code, site: event.site, registered: { at: event.at, day: event.day } }
    case 'ConsentGiven': {
      const { declined: _, ...rest } = state
      return {
        ...rest,
        given: [...state.given, { version: event.consentVersion, day: event.day, at: event.at, by: event.by }],
      }
    }
    case 'ConsentDeclined':
      return { ...state, declined: { day: event.day, reason: event.reason } }
    case 'ConsentDayCorrected': {
      const at = state.given.findLastIndex(({ version }) => version === event.consentVersion)
      return { ...state, given: state.given.map((one, index) => (index === at ? { ...one, day: event.day } : one)) }
    }
    case 'ConsentWithdrawn':
      return { ...state, withdrawn: { day: event.day, at: event.at, scope: event.scope, reason: event.reason } }
  }
}
