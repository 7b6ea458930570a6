import { randomBytes } from 'node:crypto'
import type { Mode } from '@trialwright/conduct'
import type { CompiledStudy } from '@trialwright/protocol'
import { createAppender, type Pools, type VaultKey } from '@trialwright/records'
import type { Logger } from 'pino'
import { createClock } from './clock.ts'
import { cookiesFor } from './http/cookies.ts'
import type { MailSettings } from './mail/settings.ts'
import type { DemoAccounts, DemoTrial, OpenStudy, Ports } from './ports.ts'
import { createAttempts } from './sign-in/attempts.ts'
import { createSigners } from './sign-in/signers.ts'
import { createOnce } from './sign-in/once.ts'
import { createProviders, type ProviderSettings } from './sign-in/providers.ts'
import { createSecrets } from './sign-in/secrets.ts'
import { millisecondsAhead } from './study-clock.ts'
import { openVersions } from './versions.ts'

export interface PortsOptions {
  readonly mode: Mode
  readonly pools: Pools
  /** Compiled studies, each with the hash it was registered under. */
  readonly studies: readonly { readonly compiled: CompiledStudy; readonly hash: string }[]
  readonly log: Logger
  readonly secure?: boolean
  /** Key of the identity vault; without it no identity can be given. */
  readonly vaultKey?: VaultKey
  readonly demo?: DemoAccounts
  readonly demoTrial?: DemoTrial
  /** Hospitals' identity providers. */
  readonly providers?: readonly ProviderSettings[]
  /** Where messages go; taken in production alone. */
  readonly mail?: MailSettings
  /** Milliseconds since 1970; the machine's clock unless told. */
  readonly milliseconds?: () => number
  readonly random?: (count: number) => Uint8Array
}

/** Wires what handlers need. Outside demo mode the study clock is the real one. */
export async function createPorts(options: PortsOptions): Promise<Ports> {
  const { mode, pools, log, demo } = options
  const studies = new Map<string, OpenStudy>(
    await Promise.all(
      options.studies.map(
        async ({ compiled, hash }) => [compiled.id, await openVersions(pools.blinded, compiled, hash)] as const,
      ),
    ),
  )
  const first = options.studies[0]?.compiled.id
  const ahead = mode === 'demo' && first !== undefined ? await millisecondsAhead(pools.blinded, first) : 0
  const random = options.random ?? ((count) => randomBytes(count))
  // Without a key of the installation second factors last as long as the process.
  const secrets = createSecrets(options.vaultKey ?? random(32))
  return {
    mode,
    studies,
    pools,
    append: {
      blinded: createAppender(pools.blinded),
      unblinded: createAppender(pools.unblinded, { door: 'unblinded' }),
    },
    ...(options.vaultKey && { vault: { database: pools.vault, key: options.vaultKey } }),
    clock: createClock(options.milliseconds, ahead),
    signers: createSigners(),
    random,
    secrets,
    attempts: createAttempts(secrets.device),
    passkeys: createOnce(),
    providers: createProviders(options.providers ?? [], random, !options.secure),
    ...(mode === 'production' && options.mail ? { mail: options.mail } : {}),
    cookies: cookiesFor(options.secure ?? false),
    log,
    ...(mode === 'demo' && demo ? { demo } : {}),
    ...(mode === 'demo' && options.demoTrial ? { demoTrial: options.demoTrial } : {}),
  }
}
