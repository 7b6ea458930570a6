import pg from 'pg'
import { changeAccount, createAccount } from '../access/account.ts'
import { endGrant, grantRole } from '../access/grant.ts'
import { createAppender } from '../events/appender.ts'
import { sealList } from '../randomisationList.ts'
import { type Verification, verifyWith } from '../verify/verify.ts'
import { command, event, openTrial, studyId, type Trial } from './trial.ts'

export type Conducted = Trial & {
  /** What `verify` says after a superuser's edit, which is then undone. */
  readonly verifyAfter: (statements: readonly string[], pageSize?: number, study?: string) => Promise<Verification>
}

/** A trial that went on for a while, and a superuser to alter it. */
export const openConductedTrial = async (): Promise<Conducted> => {
  const trial = await openTrial()
  await conductTrial(trial)
  await giveRoles(trial)
  const superuser = new pg.Client(trial.database.adminUrl)
  await superuser.connect()
  const read = async (text: string, values: readonly unknown[] = []) => (await superuser.query(text, [...values])).rows
  return {
    ...trial,
    verifyAfter: async (statements, pageSize = 4_000, study = studyId) => {
      await superuser.query('begin isolation level repeatable read')
      try {
        // A superuser can switch off every trigger and foreign key.
        await superuser.query('set local session_replication_role = replica')
        for (const statement of statements) await superuser.query(statement)
        return await verifyWith(read, study, true, { pageSize })
      } finally {
        await superuser.query('rollback')
      }
    },
    [Symbol.asyncDispose]: async () => {
      await superuser.end()
      await trial[Symbol.asyncDispose]()
    },
  }
}

const people = Array.from({ length: 12 }, (_, index) => `1-${String(index + 1).padStart(3, '0')}`)

/** Twelve participants with four open events each, randomised in two strata, with sealed preparations. */
const conductTrial = async (trial: Trial): Promise<void> => {
  const strata = ['north', 'south']
  await sealList(trial.pools.unblinded, {
    studyId,
    strata: strata.map((stratum) => ({ stratum, arms: ['A', 'B', 'B', 'A', 'A', 'B', 'A', 'B'] })),
    commitment: 'c0ffee',
    method: 'permuted blocks',
    specification: '{"blocks":[4],"seed":"s"}',
    actor: 'officer',
    role: 'randomisationOfficer',
    at: '2027-01-01T00:00:00.000Z',
  })
  const unblinded = createAppender(trial.pools.unblinded, { door: 'unblinded' })
  for (const [index, participant] of people.entries()) {
    const streamId = `participant/${participant}`
    await trial.append(
      command({ streamId, events: [event('ParticipantScreened', { age: 40 + index }), event('ConsentGiven')] }),
    )
    await trial.append(
      command({
        streamId,
        expectedVersion: 2,
        site: null,
        events: [event('ParticipantRandomised')],
        allocate: { participant, stratum: strata[index % 2]! },
      }),
    )
    await unblinded.append(
      command({
        streamId,
        expectedVersion: 3,
        events: [event('InfusionPrepared')],
        sealedEvents: [{ streamId: `unblinded/${participant}`, ...event('VialsOpened') }],
      }),
    )
  }
}

/** A disabled account with a password, one ended grant and one with a term. */
const giveRoles = async ({ pools: { access } }: Trial): Promise<void> => {
  const account = { login: 'kari', printedName: 'Kari Nordmann', passwordHash: 'first', locale: 'nb', demo: false }
  const created = await createAccount(access, account, 'admin')
  if (created.result !== 'created') throw new Error(created.result)
  const { accountId } = created
  const granted = await grantRole(access, { accountId, studyId, role: 'nurse', site: 'north' }, 'admin')
  if (granted.result !== 'granted') throw new Error(granted.result)
  await endGrant(access, studyId, granted.grantId, 'admin')
  const term = { accountId, studyId, role: 'monitor', site: 'south', validUntil: '2030-01-01T00:00:00.123+01:00' }
  await grantRole(access, term, 'admin')
  await changeAccount(access, accountId, { passwordHash: 'second', disabled: true, locale: 'en' }, 'admin')
}
