import { at, refuse } from '@trialwright/conduct'
import { findDuplicates, type Identity, putIdentity } from '@trialwright/records'
import { isDate, type Refusal } from '@trialwright/protocol'
import { noVault, personKnown } from './refusals.ts'
import type { Reply, StudyCall } from './routes/route.ts'

/** An identity as it comes with a registration. */
export type GivenIdentity = Identity & { readonly anotherPerson?: boolean }

/** Why a person cannot be registered with this identity; it never says where somebody alike is. */
export async function identityRefusals(
  call: StudyCall,
  identity: GivenIdentity | undefined,
): Promise<readonly Refusal[]> {
  if (!identity) return []
  const { vault } = call.ports
  if (!vault) return [noVault]
  if (identity.birthDate !== undefined && !isDate(identity.birthDate))
    return [at('identity.birthDate', refuse('dateInvalid'))]
  const alike = identity.anotherPerson ? [] : await findDuplicates(vault, call.study.id, identity)
  return alike.length > 0 ? [personKnown] : []
}

/**
 * Puts the identity into the vault once the participant exists. The vault is another role's, so this is a transaction of its
 * own: when it fails the request is repeated under its key, and comes here again.
 */
export async function keepIdentity(call: StudyCall, identity: GivenIdentity | undefined, reply: Reply): Promise<void> {
  const { code } = reply.body as { code?: string }
  const { vault } = call.ports
  if (!identity || !vault || code === undefined) return
  const { anotherPerson: _another, ...who } = identity
  const kept = reply.status === 200 ? await findDuplicates(vault, call.study.id, who) : []
  if (kept.some(({ participant }) => participant === code)) return
  await putIdentity(vault, call.study.id, code, who, { actor: call.actor.account, role: call.actor.role })
}
