import { findAccount } from '@trialwright/records'
import { tooManyAttempts } from '../refusals.ts'
import { refuseFor } from '../reply.ts'
import type { AccountCall, Reply } from '../routes/route.ts'
import { passwordFits } from './password.ts'

/** Whether the person at the screen still is the account's owner: a signature asks for the password again. */
export async function confirmPassword(call: AccountCall, password: string): Promise<'right' | 'wrong' | Reply> {
  const { ports, session } = call
  const source = ports.attempts.source(`${session.login} signing`, call.address, undefined)
  const wait = ports.attempts.wait(source)
  if (wait > 0) return refuseFor(429, wait, tooManyAttempts)
  const account = await findAccount(ports.pools.access, session.login)
  if (await passwordFits(account?.passwordHash, password)) {
    ports.attempts.succeeded(source)
    return 'right'
  }
  ports.attempts.failed(source)
  return 'wrong'
}
