import { randomUUID } from 'node:crypto'
import { connectedTo } from '@trialwright/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAppender } from '../events/appender.ts'
import { loadAll } from '../events/load.ts'
import { openSealed, openStreams } from '../events/open.ts'
import { countStatements } from '../pools/pools.ts'
import { noteReading } from '../trail/readings.ts'
import { command, event, openTrial, studyId, type Trial } from '../testing/trial.ts'
import { changeAccount, createAccount, findAccount, listAccounts } from './account.ts'
import { countFailures, recordSignInAttempt } from './attempt.ts'
import { endGrant, grantRole } from './grant.ts'
import { listStaff } from './people.ts'
import { createSession, findSession, revokeSession } from './session.ts'

let trial: Trial
beforeAll(async () => void (trial = await openTrial()))
afterAll(() => trial[Symbol.asyncDispose]())

let logins = 0
const newAccount = async (): Promise<{ accountId: string; login: string }> => {
  const login = `person-${(logins += 1)}`
  const account = { login, printedName: 'Kari Nordmann', passwordHash: 'hash', locale: 'nb', demo: true }
  const created = await createAccount(trial.pools.access, account, 'admin')
  if (created.result !== 'created') throw new Error(created.result)
  return { accountId: created.accountId, login }
}
const alter = (statement: string, values: unknown[]) =>
  connectedTo(trial.database.adminUrl, (client) => client.query(statement, values))

describe('sessions', () => {
  test('given a session, when it is found by its token, then account and grants come with it; any other token finds nothing', async () => {
    const { accountId } = await newAccount()
    await grantRole(trial.pools.access, { accountId, studyId, role: 'coordinator', site: 'north' }, 'admin')
    const token = await createSession(trial.pools.access, accountId)
    expect(await findSession(trial.pools.access, token)).toMatchObject({
      accountId,
      printedName: 'Kari Nordmann',
      grants: [{ studyId, role: 'coordinator', blindness: 'blinded', site: 'north', participant: null }],
    })
    expect(await findSession(trial.pools.access, `${token}x`)).toBeNull()
  })

  test('P11-22 given a session, when it is revoked, idle 15 minutes, 12 hours old, or its account is disabled, then it is gone', async () => {
    const { accountId } = await newAccount()
    const revoked = await createSession(trial.pools.access, accountId)
    await revokeSession(trial.pools.access, revoked)
    expect(await findSession(trial.pools.access, revoked)).toBeNull()

    const past = async (column: string, interval: string): Promise<string> => {
      const token = await createSession(trial.pools.access, accountId)
      await alter(`update access.session set ${column} = ${column} - $1::interval where revoked_at is null`, [interval])
      return token
    }
    const alive = await past('last_seen_at', '14 minutes 50 seconds')
    expect(await findSession(trial.pools.access, alive)).not.toBeNull()
    expect(await findSession(trial.pools.access, await past('last_seen_at', '15 minutes 1 second'))).toBeNull()
    expect(await findSession(trial.pools.access, await past('expires_at', '12 hours 1 second'))).toBeNull()

    const last = await createSession(trial.pools.access, accountId)
    expect(await changeAccount(trial.pools.access, accountId, { disabled: true }, 'admin')).toBe('changed')
    expect(await findSession(trial.pools.access, last)).toBeNull()
  })

  test('given a session in use, when it is found again at once, then its last use is not written again', async () => {
    const { accountId } = await newAccount()
    const token = await createSession(trial.pools.access, accountId)
    const lastSeen = async () =>
      (await alter('select last_seen_at::text from access.session where account_id = $1', [accountId])).rows[0]
    const before = await lastSeen()
    await findSession(trial.pools.access, token)
    expect(await lastSeen()).toEqual(before)
    await alter(`update access.session set last_seen_at = last_seen_at - interval '61 seconds' where account_id = $1`, [
      accountId,
    ])
    const older = await lastSeen()
    await findSession(trial.pools.access, token)
    expect(await lastSeen()).not.toEqual(older)
  })
})

describe('open', () => {
  test('G7.2 given a session with a grant, when streams are opened, then one round trip brings both', async () => {
    const { accountId } = await newAccount()
    await grantRole(trial.pools.access, { accountId, studyId, role: 'nurse' }, 'admin')
    const token = await createSession(trial.pools.access, accountId)
    await trial.append(command({ streamId: 'participant/open' }))
    const count = countStatements(trial.pools.blinded)
    const opened = await openStreams(trial.pools.blinded, { token, studyId, streamIds: ['participant/open', 'empty'] })
    expect(count()).toBe(1)
    expect(opened.session?.accountId).toBe(accountId)
    expect(opened.streams.get('participant/open')).toMatchObject({
      version: 1,
      events: [{ type: 'ParticipantScreened' }],
    })
    expect(opened.streams.get('empty')).toEqual({ version: 0, events: [] })
  })

  test('P11-05 given requests at once, when sessions and streams are the same, then one round trip answers them, and no other session’s', async () => {
    const { accountId } = await newAccount()
    await grantRole(trial.pools.access, { accountId, studyId, role: 'nurse' }, 'admin')
    const token = await createSession(trial.pools.access, accountId)
    const asked = { studyId, streamIds: ['participant/open'] }
    const count = countStatements(trial.pools.blinded)
    const all = await Promise.all([
      ...[1, 2, 3].map(() => openStreams(trial.pools.blinded, { token, ...asked })),
      openStreams(trial.pools.blinded, { token: 'made up', ...asked }),
      openStreams(trial.pools.blinded, { token, ...asked, streamIds: ['participant/other'] }),
    ])
    expect(count()).toBe(3)
    expect(all.map(({ session }) => session?.accountId)).toEqual([
      accountId,
      accountId,
      accountId,
      undefined,
      accountId,
    ])
    expect(all[4]!.streams.has('participant/open')).toBe(false)
  })

  test('given a command that is answered, when its stream is opened by whoever was waiting to ask, then it is there', async () => {
    const { accountId } = await newAccount()
    await grantRole(trial.pools.access, { accountId, studyId, role: 'nurse' }, 'admin')
    const token = await createSession(trial.pools.access, accountId)
    const streamId = `participant/${randomUUID()}`
    for (let version = 0; version < 20; version += 1) {
      const before = openStreams(trial.pools.blinded, { token, studyId, streamIds: [streamId] })
      await trial.append(command({ streamId, expectedVersion: version }))
      const after = await openStreams(trial.pools.blinded, { token, studyId, streamIds: [streamId] })
      expect(after.streams.get(streamId)!.version).toBe(version + 1)
      await before
    }
  })

  test('P11-05 given no session, or one without a grant in the study, when streams are opened, then no event comes', async () => {
    const { accountId } = await newAccount()
    const asked = { studyId, streamIds: ['participant/open'] }
    const stranger = await openStreams(trial.pools.blinded, { token: 'made up', ...asked })
    expect(stranger).toEqual({ session: null, streams: new Map() })
    const token = await createSession(trial.pools.access, accountId)
    expect((await openStreams(trial.pools.blinded, { token, ...asked })).streams.size).toBe(0)
  })

  test('R3-11 given a blinded grant, when sealed streams are opened, then none come; with an unblinded one they do', async () => {
    const blinded = await newAccount()
    await grantRole(trial.pools.access, { ...blinded, studyId, role: 'investigator' }, 'admin')
    const unblinded = await newAccount()
    await grantRole(trial.pools.access, { ...unblinded, studyId, role: 'unblindedPharmacist' }, 'admin')
    const see = async (accountId: string) =>
      (
        await openSealed(trial.pools.unblinded, {
          token: await createSession(trial.pools.access, accountId),
          studyId,
          streamIds: ['unblinded/1'],
        })
      ).streams.size
    expect(await see(blinded.accountId)).toBe(0)
    expect(await see(unblinded.accountId)).toBe(1)
  })

  test('R3-11 given a sealed stream somebody was told, when their role has ended, then it is not told from memory, and no reading of it is noted', async () => {
    const { accountId } = await newAccount()
    const granted = await grantRole(trial.pools.access, { accountId, studyId, role: 'unblindedPharmacist' }, 'admin')
    const [token, other] = [
      await createSession(trial.pools.access, accountId),
      await createSession(trial.pools.access, (await newAccount()).accountId),
    ]
    const streamIds = ['unblinded/kept']
    const sealedEvents = [{ streamId: streamIds[0]!, ...event('LotReceived', { vials: 4 }) }]
    const { append } = createAppender(trial.pools.unblinded, { door: 'unblinded' })
    await append(command({ streamId: 'stock', events: [], role: 'unblindedPharmacist', sealedEvents }))
    const see = async (by: string) =>
      (await openSealed(trial.pools.unblinded, { token: by, studyId, streamIds })).streams.get(streamIds[0]!)?.version
    expect(await see(token)).toBe(1)
    expect(await see(other)).toBeUndefined()
    expect(await see(token)).toBe(1)
    if (granted.result !== 'granted') throw new Error(granted.result)
    const note = (text: string) =>
      noteReading(trial.pools.unblinded, { token, studyId, role: 'unblindedPharmacist', site: null, event: text })
    await note('{"page":"stock","participants":[],"type":"UnblindedDataRead"}')
    await expect(note('{"arm":"a","type":"TreatmentAllocated"}')).rejects.toThrow(/no reading/)
    await endGrant(trial.pools.access, studyId, granted.grantId, 'admin')
    expect(await see(token)).toBeUndefined()
    await expect(note('{"page":"stock","participants":[],"type":"UnblindedDataRead"}')).rejects.toThrow(/not be noted/)
  })
})

describe('accounts and grants', () => {
  test('given roles of today, of another time or study, of a participant and of an ended account, when staff is listed, then those of today alone', async () => {
    const [now, ended, coming, elsewhere, ill, gone] = await Promise.all([1, 2, 3, 4, 5, 6].map(newAccount))
    const give = (accountId: string, more: object = {}) =>
      grantRole(trial.pools.access, { accountId, studyId, role: 'nurse', site: 'north', ...more }, 'admin')
    await give(now!.accountId)
    await give(ended!.accountId, { validFrom: '2020-01-01T00:00:00Z', validUntil: '2020-02-01T00:00:00Z' })
    await give(coming!.accountId, { validFrom: '2999-01-01T00:00:00Z' })
    await give(elsewhere!.accountId, { studyId: 'trial-z' })
    await give(ill!.accountId, { role: 'participant', participant: 'NOR-001' })
    await give(gone!.accountId)
    await changeAccount(trial.pools.access, gone!.accountId, { disabled: true }, 'admin')
    const made = [now, ended, coming, elsewhere, ill, gone].map((one) => one!.accountId)
    const staff = await listStaff(trial.pools.access, studyId)
    expect(staff.filter(({ accountId }) => made.includes(accountId))).toEqual([
      { accountId: now!.accountId, printedName: 'Kari Nordmann', grants: [{ role: 'nurse', site: 'north' }] },
    ])
  })

  test('P11-17 P11-21 given an account, even a disabled one, when its login is asked for again in any case, then it is taken', async () => {
    const { accountId, login } = await newAccount()
    await changeAccount(trial.pools.access, accountId, { disabled: true }, 'admin')
    const again = { login: login.toUpperCase(), printedName: 'Other', locale: 'en', demo: false }
    expect(await createAccount(trial.pools.access, again, 'admin')).toEqual({ result: 'loginTaken' })
    expect(await findAccount(trial.pools.access, login.toUpperCase())).toMatchObject({ accountId, disabled: true })
  })

  test('R3-28 given a role on one side of the blind, when one on the other side is given, then it is refused, also after the first ended', async () => {
    const { accountId } = await newAccount()
    const give = (role: string, study = studyId) =>
      grantRole(trial.pools.access, { accountId, studyId: study, role }, 'admin')
    const first = await give('monitor')
    expect(await give('unblindedPharmacist')).toEqual({ result: 'otherBlindness' })
    expect(await give('administrator')).toMatchObject({ result: 'granted' })
    expect(await give('dataManager')).toMatchObject({ result: 'granted' })
    if (first.result !== 'granted') throw new Error(first.result)
    expect(await endGrant(trial.pools.access, studyId, first.grantId, 'admin')).toBe('ended')
    expect(await endGrant(trial.pools.access, studyId, first.grantId, 'admin')).toBe('noGrant')
    expect(await give('safetyOfficer')).toEqual({ result: 'otherBlindness' })
    expect(await give('safetyOfficer', 'trial-b')).toMatchObject({ result: 'granted' })
    expect(await give('king')).toEqual({ result: 'noRole' })
  })

  test('B10 R3-28 given any two roles on different sides of the blind, in either order, when one person is given both in a study, then the second is refused', async () => {
    const blinded = ['coordinator', 'nurse', 'investigator', 'mriReader', 'monitor', 'dataManager', 'statistician']
    const also = ['inspector', 'administrator', 'participant']
    for (const unblinded of ['unblindedPharmacist', 'safetyOfficer', 'randomisationOfficer'])
      for (const other of [...blinded, ...also])
        for (const pair of [
          [unblinded, other],
          [other, unblinded],
        ] as const) {
          const { accountId } = await newAccount()
          const give = async (role: string, study = studyId) =>
            (await grantRole(trial.pools.access, { accountId, studyId: study, role }, 'admin')).result
          const given = [await give(pair[0]), await give(pair[1]), await give(pair[1], 'trial-b')]
          expect({ pair, given }).toEqual({ pair, given: ['granted', 'otherBlindness', 'granted'] })
        }
  })

  test('R3-14 given accounts, grants, sign-ins and failures, when the log is read, then each left an event and no password hash', async () => {
    const { accountId, login } = await newAccount()
    await grantRole(trial.pools.access, { accountId, studyId, role: 'nurse' }, 'admin')
    await revokeSession(
      trial.pools.access,
      await createSession(trial.pools.access, accountId, { address: '127.0.0.1' }),
    )
    await changeAccount(trial.pools.access, accountId, { passwordHash: 'secret-hash' }, 'admin')
    await recordSignInAttempt(trial.pools.access, { login, address: '127.0.0.9' }, false)
    const events = await loadAll(trial.pools.blinded, '-')
    const own = events.filter(({ streamId }) => streamId === `access/${accountId}`).map(({ type }) => type)
    expect(own).toEqual(['AccountCreated', 'RoleGranted', 'SignedIn', 'SignedOut', 'AccountChanged'])
    expect(events.at(-1)).toMatchObject({ type: 'SignInFailed', address: '127.0.0.9' })
    expect(JSON.stringify(events)).not.toContain('secret-hash')
    expect((await listAccounts(trial.pools.access)).find((each) => each.accountId === accountId)?.grants).toHaveLength(
      1,
    )
  })

  test('P11-23 given failed and successful attempts, when failures are counted, then by login and by address', async () => {
    const attempt = { login: 'Nobody', address: '127.0.0.77' }
    await recordSignInAttempt(trial.pools.access, attempt, false)
    await recordSignInAttempt(trial.pools.access, { ...attempt, login: 'someone' }, false)
    await recordSignInAttempt(trial.pools.access, attempt, true)
    expect(await countFailures(trial.pools.access, { login: 'nobody', address: '127.0.0.77' }, 60)).toEqual({
      login: 1,
      address: 2,
    })
    expect(await countFailures(trial.pools.access, { login: 'x', address: 'y' }, 60)).toEqual({ login: 0, address: 0 })
  })
})
