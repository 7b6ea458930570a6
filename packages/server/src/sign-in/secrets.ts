import { createHmac, hkdfSync } from 'node:crypto'
import { seal, unseal } from '@trialwright/records'

/** What sign-in keeps secret with the installation's key; each use has a key of its own. */
export interface Secrets {
  /** For device cookies. */
  readonly device: Uint8Array
  /** A shared secret as it is stored, in hex; it opens for the same account alone. */
  readonly sealFor: (accountId: string, secret: Uint8Array) => string
  readonly openFor: (accountId: string, sealed: string) => Uint8Array
  /** The token of an invitation: the same for the same invitation, so that a repeated request is answered alike. */
  readonly tokenFor: (invitationId: string) => string
  /** The id of a passkey nobody has: always the same for a name. */
  readonly decoyFor: (login: string) => string
}

export function createSecrets(key: Uint8Array): Secrets {
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', key, '', `trialwright sign-in ${use}`, 32))
  const [authenticator, invitation, decoy] = [derived('authenticator'), derived('invitation'), derived('decoy')]
  return {
    device: derived('device'),
    sealFor: (accountId, secret) => seal(authenticator, secret, accountId).toString('hex'),
    openFor: (accountId, sealed) => unseal(authenticator, Buffer.from(sealed, 'hex'), accountId),
    decoyFor: (login) => createHmac('sha256', decoy).update(login.toLowerCase()).digest('base64url'),
    tokenFor: (invitationId) => createHmac('sha256', invitation).update(invitationId).digest('base64url'),
  }
}
