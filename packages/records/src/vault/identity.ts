import type { Database } from '../pools/database.ts'
import { certain } from '../pools/failure.ts'
import { newSubjectKey, searchHash, seal, unseal, unwrapKey, type VaultKey, wrapKey } from './cipher.ts'

/** Who a participant is. Nothing of it is stored in clear. */
export type Identity = {
  readonly name: string
  /** ISO date. */
  readonly birthDate?: string
  readonly nationalNumber?: string
  readonly phone?: string
  readonly email?: string
  readonly address?: string
}

/** Pool and key together: what every function of the vault needs. */
export type Vault = { readonly database: Database; readonly key: VaultKey }

/** Who asks, for the audit trail. */
export type Asker = { readonly actor: string; readonly role: string }

const contextOf = (studyId: string, participant: string): string => JSON.stringify([studyId, participant])

/** Stores a version of a participant's identity and returns its number. Throws when the identity was erased. */
export const putIdentity = async (
  { database, key }: Vault,
  studyId: string,
  participant: string,
  identity: Identity,
  { actor, role }: Asker,
): Promise<number> => {
  const context = contextOf(studyId, participant)
  const [held] = await database.read<{ wrapped: Buffer | null }>('select vault.key_of($1, $2) as wrapped', [
    studyId,
    participant,
  ])
  const wrapped = held?.wrapped ?? wrapKey(key, newSubjectKey(), context)
  const sealed = seal(unwrapKey(key, wrapped, context), Buffer.from(JSON.stringify(identity)), context)
  const rows = certain(
    await database.write<{ version: string }>('select vault.put_identity($1, $2, $3, $4, $5, $6, $7) as version', [
      studyId,
      participant,
      wrapped,
      sealed,
      JSON.stringify(searchHashes(key, studyId, identity)),
      actor,
      role,
    ]),
  )
  return Number(rows[0]!.version)
}

/** A participant's identity; null when there is none or it was erased. The purpose is kept in the audit trail. */
export const getIdentity = async (
  { database, key }: Vault,
  studyId: string,
  participant: string,
  { actor, role, purpose }: Asker & { readonly purpose: string },
): Promise<Identity | null> => {
  const rows = certain(
    await database.write<{ held: { key: string; sealed: string } | null }>(
      'select vault.read_identity($1, $2, $3, $4, $5) as held',
      [studyId, participant, actor, role, purpose],
    ),
  )
  const held = rows[0]!.held
  if (held === null) return null
  const context = contextOf(studyId, participant)
  const subjectKey = unwrapKey(key, Buffer.from(held.key, 'base64'), context)
  return JSON.parse(unseal(subjectKey, Buffer.from(held.sealed, 'base64'), context).toString('utf8')) as Identity
}

export type Duplicate = { readonly participant: string; readonly kind: 'nationalNumber' | 'nameAndBirthDate' }

/** Participants of the study with the same national number, or the same name and birth date. */
export const findDuplicates = async (
  { database, key }: Vault,
  studyId: string,
  identity: Identity,
): Promise<readonly Duplicate[]> =>
  (
    await database.read<{ found: readonly Duplicate[] }>('select vault.find_duplicates($1, $2) as found', [
      studyId,
      JSON.stringify(searchHashes(key, studyId, identity)),
    ])
  )[0]!.found

/** Erases the participant's key: no one can read the identity again. False when there was none. */
export const eraseIdentity = async (
  { database }: Vault,
  studyId: string,
  participant: string,
  { actor, role, reason }: Asker & { readonly reason: string },
): Promise<boolean> =>
  certain(
    await database.write<{ erased: boolean }>('select vault.erase($1, $2, $3, $4, $5) as erased', [
      studyId,
      participant,
      actor,
      role,
      reason,
    ]),
  )[0]!.erased

const searchHashes = (key: VaultKey, studyId: string, { name, birthDate, nationalNumber }: Identity) => {
  const hash = (kind: Duplicate['kind'], value: string) => ({ kind, hash: searchHash(key, studyId, kind, value) })
  return [
    ...(nationalNumber ? [hash('nationalNumber', nationalNumber.replaceAll(/\D/g, ''))] : []),
    ...(birthDate ? [hash('nameAndBirthDate', `${normalName(name)} ${birthDate}`)] : []),
  ]
}

/** One spelling per name: composed letters, lower case, single spaces. */
const normalName = (name: string): string => name.normalize('NFC').toLowerCase().trim().replaceAll(/\s+/g, ' ')
