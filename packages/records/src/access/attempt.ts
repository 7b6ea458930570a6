import { createHash, randomUUID } from 'node:crypto'
import type { Database } from '../pools/database.ts'
import { ask } from './account.ts'

export type Attempt = { readonly login: string; readonly address: string }

/** Records a sign-in attempt. The login is kept as a hash only: people type passwords into that field. */
export const recordSignInAttempt = async (
  access: Database,
  { login, address }: Attempt,
  succeeded: boolean,
): Promise<void> =>
  void (await ask(access, 'select access.record_attempt($1, $2, $3, $4) as answer', [
    randomUUID(),
    hashLogin(login),
    address,
    succeeded,
  ]))

/** Failed attempts for this login and from this address within the last minutes. */
export const countFailures = (
  access: Database,
  { login, address }: Attempt,
  minutes: number,
): Promise<{ readonly login: number; readonly address: number }> =>
  ask(access, 'select access.failures($1, $2, make_interval(mins => $3)) as answer', [
    hashLogin(login),
    address,
    minutes,
  ])

/** So many tries failed that more are refused for a while: an event, and a message to the administrators. */
export const reportHeldBack = async (
  access: Database,
  alert: Attempt & { readonly alertId: string; readonly failures: number },
): Promise<void> => {
  const { login, ...rest } = alert
  const given = { ...rest, loginHash: hashLogin(login).toString('hex') }
  await ask(access, 'select access.hold_back($1) as answer', [JSON.stringify(given)])
}

export type Failing = {
  /** Null where no account has the name. */
  readonly login: string | null
  readonly printedName: string | null
  readonly failures: number
  readonly addresses: number
  readonly last: string
}

/** Names tried at least five times in vain within so many hours. */
export const listFailing = (access: Database, hours: number): Promise<readonly Failing[]> =>
  ask(access, 'select access.failing(make_interval(hours => $1)) as answer', [hours])

/** Whether the name's owner signed in from this network within 90 days. `network` is the address's beginning. */
export const isKnownNetwork = (access: Database, login: string, network: string): Promise<boolean> =>
  ask(access, 'select access.known_network($1, $2) as answer', [hashLogin(login), network])

const hashLogin = (login: string): Buffer => createHash('sha256').update(login.toLowerCase()).digest()
