import { createHash } from 'node:crypto'
import { instantOf } from '@trialwright/protocol'
import { changeAuthenticator, findAuthenticator } from '@trialwright/records'
import type { Clock } from '../clock.ts'
import type { Ports } from '../ports.ts'
import { stepOf } from './totp.ts'

/** The real time: a demo's clock is moved, an authenticator's is not. */
export const realTime = (clock: Clock): number => (instantOf(clock.now()) ?? 0) - clock.ahead()

export const hashOfCode = (code: string): string =>
  createHash('sha256').update(code.toUpperCase().replaceAll(/[\s-]/g, '')).digest('hex')

/** How a second factor was given: by the authenticator's code, used once, or by one of the recovery codes. */
export async function secondFactor(
  { pools, secrets, clock }: Ports,
  accountId: string,
  typed: string,
): Promise<'code' | 'recovery' | undefined> {
  const held = await findAuthenticator(pools.access, accountId)
  if (!held?.confirmed) return undefined
  const step = stepOf(secrets.openFor(accountId, held.secret), typed, realTime(clock))
  if (step !== undefined)
    return (await changeAuthenticator(pools.access, accountId, { do: 'use', step })) ? 'code' : undefined
  const recovered = await changeAuthenticator(pools.access, accountId, { do: 'recover', code: hashOfCode(typed) })
  return recovered ? 'recovery' : undefined
}
