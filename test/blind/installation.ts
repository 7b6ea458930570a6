import { allRoles, isBlinded, type Role } from '@trialwright/conduct'
import { createAccount, createSession, grantRole, openDatabase, openPools, registerStudy } from '@trialwright/records'
import { canonicalText } from '@trialwright/server'
import { type FreshDatabase, freshDatabase } from '@trialwright/test-support'
import type { TrialClock } from './clock.ts'
import { type BlindStudy, sites } from './study.ts'

/** Somebody with an account and a session, the same in every world. */
export interface Someone {
  readonly name: string
  readonly role: Role
  readonly site: string | null
  readonly token: string
}

/** What all worlds are copied from: the migrated database, the study, its people, and a clock that stands still. */
export interface Template extends AsyncDisposable {
  readonly database: FreshDatabase
  readonly study: BlindStudy
  readonly people: readonly Someone[]
}

export const password = 'correct horse battery'
/** Of that password, at the least cost argon2 knows: a signature is asked for hundreds of times. */
const passwordHash = '$argon2id$v=19$m=8,t=1,p=1$KleuXydpqhnjdbWO3TgyDQ$NIw2gsoaTcfLxKyydQ9Jzl2f6HLvHNlJ4R5JIhQ0dHM'

const ofSites: readonly Role[] = ['participant', 'coordinator', 'nurse', 'investigator', 'unblindedPharmacist']
const places: readonly (readonly [Role, string | null])[] = [
  ...allRoles.flatMap((role): readonly (readonly [Role, string | null])[] =>
    ofSites.includes(role) ? sites.map((site) => [role, site] as const) : [[role, null]],
  ),
  // Who checks what a pharmacist has prepared.
  ...sites.map((site) => ['unblindedPharmacist', site] as const),
]

export async function makeTemplate(study: BlindStudy): Promise<Template> {
  const database = await freshDatabase()
  await stopTheClock(database.adminUrl)
  const pools = openPools({ url: database.adminUrl, passwords: database.passwords, connections: 1 })
  const { id } = study.compiled
  const compiled = canonicalText(study.compiled)
  await registerStudy(pools.blinded, { studyId: id, mode: 'demo', definitionHash: study.hash, compiled })
  const people: Someone[] = []
  for (const [role, site] of places) {
    const first = site === null ? role : `${role}.${site}`
    const name = people.some((each) => each.name === first) ? `${first}.2` : first
    const login = { login: name, printedName: `${name} Eksempel`, locale: 'en', demo: true }
    const made = await createAccount(pools.access, { ...login, passwordHash }, 'installation')
    if (made.result !== 'created') throw new Error(`${name} is there already`)
    const participant = role === 'participant' ? { participant: `${site?.slice(0, 3).toUpperCase()}-001` } : {}
    const grant = { accountId: made.accountId, studyId: id, role, site, ...participant }
    await grantRole(pools.access, grant, 'installation')
    const token = await createSession(pools.access, made.accountId, { idleMinutes: 600 })
    people.push({ name, role, site, token })
  }
  await pools.close()
  return { database, study, people, [Symbol.asyncDispose]: () => database.drop() }
}

export const blindedAmong = (people: readonly Someone[]): readonly Someone[] =>
  people.filter(({ role }) => isBlinded(role))

/** Whoever holds the role there; `number` 2 is a colleague. */
export function someoneAmong(people: readonly Someone[], role: Role, site?: string, number = 1): Someone {
  const found = people.filter((each) => each.role === role && (each.site === null || each.site === site))[number - 1]
  if (!found) throw new Error(`nobody is ${role} at ${site}`)
  return found
}

/*
 * In every test database of the blind the one function that tells the database's time reads a row instead, which the script
 * moves. A product function that reads the clock past `record.now_utc` shows itself as a difference between two worlds.
 */
const stillClock = `
  create schema harness;
  create table harness.clock (at timestamptz not null);
  insert into harness.clock values ('2026-03-02T08:00:00Z');
  grant usage on schema harness to trialwright_migrate;
  grant select on harness.clock to trialwright_migrate;
  create or replace function record.now_utc() returns timestamptz language sql volatile as 'select at from harness.clock'`

async function stopTheClock(adminUrl: string): Promise<void> {
  const admin = openDatabase(adminUrl, { connections: 1 })
  for (const statement of stillClock.split(';')) await admin.write(statement)
  await admin.close()
}

export const setClock = (admin: ReturnType<typeof openDatabase>, clock: TrialClock) =>
  admin.write('update harness.clock set at = $1::timestamptz', [clock.recordedAt()])
