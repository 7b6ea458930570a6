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

const hashLogin = (login: string): Buffer => createHash('sha256').update(login.toLowerCase()).digest()
