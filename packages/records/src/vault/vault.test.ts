import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectedTo } from '@trialwright/test-support'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { load } from '../events/load.ts'
import { openTrial, studyId, type Trial } from '../testing/trial.ts'
import { newSubjectKey, readOrCreateVaultKey, seal, unseal } from './cipher.ts'
import { eraseIdentity, findDuplicates, getIdentity, type Identity, putIdentity, type Vault } from './identity.ts'

let trial: Trial
let vault: Vault
const folder = mkdtempSync(join(tmpdir(), 'vault-'))
const file = join(folder, 'data', 'vault.key')
beforeAll(async () => {
  trial = await openTrial()
  vault = { database: trial.pools.vault, key: readOrCreateVaultKey(file) }
})
afterAll(async () => {
  await trial[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

const asker = { actor: 'account-1', role: 'coordinator' }
const person: Identity = {
  name: 'Åse  Nordmann',
  birthDate: '1980-02-29',
  nationalNumber: '290280 12345',
  phone: '+47 00000000',
}

test('given a key file, when it is read again, then it is the same key, readable by its owner only', () => {
  expect(readOrCreateVaultKey(file)).toEqual(vault.key)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('GD-05 given an identity, when it is read, then it is as stored and the reading is in the audit trail with its purpose', async () => {
  expect(await putIdentity(vault, studyId, '1-001', person, asker)).toBe(1)
  expect(await putIdentity(vault, studyId, '1-001', { ...person, phone: '1' }, asker)).toBe(2)
  const read = await getIdentity(vault, studyId, '1-001', { ...asker, purpose: 'call about a result' })
  expect(read).toEqual({ ...person, phone: '1' })
  const { events } = await load(trial.pools.blinded, studyId, 'vault/1-001')
  expect(events.map(({ type }) => type)).toEqual(['IdentityRecorded', 'IdentityRecorded', 'IdentityRead'])
  expect(events[2]).toMatchObject({ actor: 'account-1', purpose: 'call about a result' })
})

test('GD-01 GD-02 given identities, when every table is dumped, then no name, number or phone is in it', async () => {
  await putIdentity(vault, studyId, '1-002', { ...person, name: 'Findable Findableson' }, asker)
  const dump = await connectedTo(trial.database.adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const texts: string[] = []
    for (const { name } of rows) texts.push(JSON.stringify((await client.query(`select * from ${name}`)).rows))
    return texts.join('\n')
  })
  expect(dump).toContain('IdentityRecorded')
  for (const secret of ['Findableson', '29028012345', '290280 12345', '1980-02-29']) expect(dump).not.toContain(secret)
})

test('given a stored person, when the same comes again spelt otherwise, then the duplicate is found; another person is not', async () => {
  await putIdentity(
    vault,
    studyId,
    '1-003',
    { name: 'Kari Ås', birthDate: '1970-01-01', nationalNumber: '01017012345' },
    asker,
  )
  const again = { name: ' kari A\u030as', birthDate: '1970-01-01' }
  expect(await findDuplicates(vault, studyId, again)).toEqual([{ kind: 'nameAndBirthDate', participant: '1-003' }])
  const byNumber = { name: 'Other', nationalNumber: '010170 12345' }
  expect(await findDuplicates(vault, studyId, byNumber)).toEqual([{ kind: 'nationalNumber', participant: '1-003' }])
  expect(await findDuplicates(vault, studyId, { name: 'Kari Ås', birthDate: '1970-01-02' })).toEqual([])
  expect(await findDuplicates(vault, 'trial-b', again)).toEqual([])
})

test('T5 given an erased identity, when it is read or written, then it cannot be; that it was erased is kept', async () => {
  await putIdentity(vault, studyId, '1-004', person, asker)
  expect(await eraseIdentity(vault, studyId, '1-004', { ...asker, reason: 'asked for it' })).toBe(true)
  expect(await eraseIdentity(vault, studyId, '1-004', { ...asker, reason: 'again' })).toBe(false)
  expect(await getIdentity(vault, studyId, '1-004', { ...asker, purpose: 'any' })).toBeNull()
  await expect(putIdentity(vault, studyId, '1-004', person, asker)).rejects.toThrow('erased')
  const { events } = await load(trial.pools.blinded, studyId, 'vault/1-004')
  expect(events.at(-1)).toMatchObject({ type: 'IdentityErased', reason: 'asked for it' })
})

test('given a sealed text, when key, place or one byte differs, then it does not open', () => {
  const key = newSubjectKey()
  const sealed = seal(key, Buffer.from('text'), 'here')
  expect(unseal(key, sealed, 'here').toString()).toBe('text')
  expect(() => unseal(newSubjectKey(), sealed, 'here')).toThrow(/authenticate|Invalid/)
  expect(() => unseal(key, sealed, 'there')).toThrow(/authenticate/)
  for (const index of sealed.keys()) {
    const bent = Buffer.from(sealed)
    bent[index]! ^= 1
    expect(() => unseal(key, bent, 'here')).toThrow(/authenticate|Invalid/)
  }
})
