import { type FoundAccount, findAccount } from '@trialwright/records'
import { nameNotYours, passwordWrong, signerNotNamed, tooManyAttempts } from '../refusals.ts'
import { identityNotChecked } from '../refusals-people.ts'
import { refuse, refuseFor } from '../reply.ts'
import type { AccountCall, Reply } from '../routes/route.ts'
import { passwordFits } from './password.ts'

/** What a person gives to sign with: the name of the account, and what only its owner knows. */
export interface Components {
  readonly name?: string
  readonly password: string
}

/**
 * Which components the next signature of the session needs (21 CFR 11.200(a)(1)): all of them for the first, at least the
 * secret for those that follow. A session that ended by time-out or sign-out is followed by another, which begins anew.
 */
export const componentsOf = ({ ports, session }: AccountCall): readonly ('name' | 'password')[] =>
  ports.signers.hasSigned(session.sessionId) ? ['password'] : ['name', 'password']

/**
 * Whether the person at the screen is the account's owner, gave what a signature needs, and is somebody whose identity was
 * checked (11.100(b)). `secret`: an emergency, in which nobody is kept waiting for the name, nor for a check.
 */
export async function confirmSigner(
  call: AccountCall,
  { name, password }: Components,
  needed: 'components' | 'secret' = 'components',
): Promise<'confirmed' | Reply> {
  const { ports, session } = call
  const owner = name?.trim().toLowerCase() === session.login.toLowerCase()
  if (needed === 'components' && name === undefined && componentsOf(call).includes('name'))
    return refuse(422, signerNotNamed)
  if (name !== undefined && !owner) return refuse(422, nameNotYours)
  const account = await ownerOf(call, password)
  if (account === 'wrong') return refuse(422, passwordWrong)
  if ('status' in account) return account
  if (needed === 'components' && !account.maySign) return refuse(422, identityNotChecked)
  if (owner) ports.signers.signs(session.sessionId)
  return 'confirmed'
}

/** The account at the screen, when the password is its owner's: asked too before a password or a second factor is changed. */
export async function ownerOf(call: AccountCall, password: string): Promise<FoundAccount | 'wrong' | Reply> {
  const { ports, session } = call
  const sources = ports.attempts.signing(session.login)
  const wait = ports.attempts.wait(sources)
  if (wait > 0) return refuseFor(429, wait, tooManyAttempts)
  const account = await findAccount(ports.pools.access, session.login)
  if (account && (await passwordFits(account.passwordHash, password))) {
    ports.attempts.succeeded(sources)
    return account
  }
  ports.attempts.failed(sources)
  return 'wrong'
}
