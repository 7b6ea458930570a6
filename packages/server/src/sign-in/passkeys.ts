import { changePasskey, findAccount, findPasskey, listPasskeys, type Session } from '@trialwright/records'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Ports } from '../ports.ts'

/*
 * Passkeys (WebAuthn). The browser ties a passkey to the name of the site, so one made at another address opens nothing here.
 * The owner is always verified, by finger, face or PIN: a passkey alone is two factors.
 */

/** Loaded when somebody uses a passkey: the server starts without it. */
const webauthn = () => import('@simplewebauthn/server')

const product = 'Trialwright'
const nameOf = (origin: string): string => new URL(origin).hostname

export async function registrationOptions({ passkeys, pools, random }: Ports, session: Session, origin: string) {
  const held = await listPasskeys(pools.access, session.accountId)
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: product,
    rpID: nameOf(origin),
    userName: session.login,
    userDisplayName: session.printedName,
    userID: new Uint8Array(Buffer.from(session.accountId)),
    challenge: new Uint8Array(random(32)),
    excludeCredentials: held.map(({ id, transports }) => ({ id, transports: listed(transports) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  passkeys.keep(`${session.sessionId} ${options.challenge}`, true)
  return options
}

/** Keeps the new passkey; false when what came was not made for this session, this site or this moment. */
export async function addPasskey(
  { passkeys, pools }: Ports,
  session: Session,
  origin: string,
  name: string,
  response: RegistrationResponseJSON,
): Promise<boolean> {
  const { verifyRegistrationResponse } = await webauthn()
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => passkeys.take(`${session.sessionId} ${challenge}`) === true,
    expectedOrigin: origin,
    expectedRPID: nameOf(origin),
  }).catch(() => undefined)
  if (!verified?.verified) return false
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential
  return changePasskey(pools.access, session.accountId, {
    do: 'add',
    id,
    publicKey: Buffer.from(publicKey).toString('hex'),
    counter,
    transports: (transports ?? []).join(','),
    name,
  })
}

/**
 * Without a name the browser offers the passkeys it keeps. With one, those of that account are named, for keys that keep
 * nothing; a name without any is answered with one that no device has, so that the answer does not tell who has an account.
 */
export async function signInOptions({ passkeys, pools, random, secrets }: Ports, origin: string, name: string) {
  const account = name === '' ? null : await findAccount(pools.access, name)
  const held = account ? await listPasskeys(pools.access, account.accountId) : []
  const named = held.length > 0 ? held : [{ id: secrets.decoyFor(name), transports: 'internal' }]
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({
    rpID: nameOf(origin),
    ...(name !== '' && {
      allowCredentials: named.map(({ id, transports }) => ({ id, transports: listed(transports) })),
    }),
    challenge: new Uint8Array(random(32)),
    userVerification: 'required',
  })
  passkeys.keep(options.challenge, true)
  return options
}

/** The account a passkey opens; undefined where it opens none. */
export async function openedBy(
  { passkeys, pools }: Ports,
  origin: string,
  response: AuthenticationResponseJSON,
): Promise<{ readonly accountId: string; readonly login: string } | undefined> {
  const held = await findPasskey(pools.access, response.id)
  if (!held) return undefined
  const { verifyAuthenticationResponse } = await webauthn()
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => passkeys.take(challenge) === true,
    expectedOrigin: origin,
    expectedRPID: nameOf(origin),
    credential: {
      id: held.id,
      publicKey: new Uint8Array(Buffer.from(held.publicKey, 'hex')),
      counter: held.counter,
      transports: listed(held.transports),
    },
  }).catch(() => undefined)
  if (!verified?.verified) return undefined
  const { newCounter } = verified.authenticationInfo
  const used = await changePasskey(pools.access, held.accountId, { do: 'use', id: held.id, counter: newCounter })
  return used ? held : undefined
}

const listed = (transports: string): string[] => transports.split(',').filter((one) => one !== '')
