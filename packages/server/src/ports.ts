import type { Mode } from '@trialwright/conduct'
import type { CompiledStudy, Study } from '@trialwright/protocol'
import type { Appender, Pools, Vault } from '@trialwright/records'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { cookiesFor } from './http/cookies.ts'
import type { MailSettings } from './mail/settings.ts'
import type { Attempts } from './sign-in/attempts.ts'
import type { Signers } from './sign-in/signers.ts'
import type { Once } from './sign-in/once.ts'
import type { Providers } from './sign-in/providers.ts'
import type { Secrets } from './sign-in/secrets.ts'

/** One version of a study's protocol, loaded. */
export interface ProtocolVersion {
  readonly id: string
  readonly hash: string
  readonly compiled: CompiledStudy
  readonly study: Study
}

/** A study this server runs, in its newest version. */
export interface OpenStudy extends ProtocolVersion {
  /** Every version it ever ran under, in the order they came; the newest last. */
  readonly versions: readonly ProtocolVersion[]
}

/** Everything a handler reaches beyond its arguments: data, time, randomness, words to the operator. */
export interface Ports {
  readonly mode: Mode
  readonly studies: ReadonlyMap<string, OpenStudy>
  readonly pools: Pools
  /** The grouped writers, one for each side of the blind. */
  readonly append: { readonly blinded: Appender; readonly unblinded: Appender }
  /** Where identities go; absent where the installation keeps none. */
  readonly vault?: Vault
  readonly clock: Clock
  /** Bytes from a CSPRNG. */
  readonly random: (count: number) => Uint8Array
  readonly attempts: Attempts
  /** Which sessions have signed before. */
  readonly signers: Signers
  readonly secrets: Secrets
  /** Challenges of passkeys, each for one answer. */
  readonly passkeys: Once<true>
  /** Identity providers people may sign in through. */
  readonly providers: Providers
  /** How messages of the outbox are sent; absent where none may be, and where no mail server is set. */
  readonly mail?: MailSettings
  readonly cookies: ReturnType<typeof cookiesFor>
  readonly log: Logger
  /** Offered on the sign-in page, in demo mode only. */
  readonly demo?: DemoAccounts
  /** Demo mode: who lives the virtual participants' days. */
  readonly demoTrial?: DemoTrial
}

/** Virtual participants whose trial is lived by commands from outside; what it tells is counts, never an arm. */
export interface DemoTrial {
  readonly now: () => DemoTrialState
  /** Lives on to a day, `2026-11-22`; false while it is living already. */
  readonly liveTo: (day: string) => boolean
}

export interface DemoTrialState {
  /** `stopped`: a day could not be lived to its end; the next attempt goes on from there. */
  readonly state: 'rests' | 'lives' | 'stopped'
  readonly today: string
  readonly until: string
  readonly registered: number
  readonly randomised: number
}

export interface DemoAccounts {
  readonly password: string
  readonly accounts: readonly {
    readonly name: string
    readonly printedName: string
    readonly role: string
    readonly site: string | null
  }[]
}
