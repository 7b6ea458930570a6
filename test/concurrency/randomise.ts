import { createHash, randomInt, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type AppendEntry, listAllocations, openPools, registerStudy, sealList } from '@trialwright/records'
import { type Seen, violationsOf } from '@trialwright/records/testing/order'
import { type App, startApp } from './apps.ts'
import type { KillableDatabase } from './database.ts'
import { type Fault, faults, make } from './faults.ts'

export const studyId = 'crowded'
export const strata = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const compiled = JSON.stringify({ id: studyId })

export async function sealStudy(database: KillableDatabase, slots: number): Promise<void> {
  // A list a hundred times as long as any trial's takes longer than a request may.
  const pools = openPools({ ...database.config(), statementTimeout: 600_000 })
  await registerStudy(pools.blinded, { studyId, mode: 'demo', definitionHash: sha256(compiled), compiled })
  await sealList(pools.unblinded, {
    studyId,
    strata: strata.map((stratum) => ({
      stratum,
      arms: Array.from({ length: slots }, () => (randomInt(2) === 0 ? 'first' : 'second')),
    })),
    commitment: 'c0'.repeat(32),
    method: 'permuted blocks',
    specification: '{}',
    actor: 'officer',
    role: 'randomisationOfficer',
    at: '2026-03-02T08:00:00.000Z',
  })
  await pools.close()
}

const entryOf = (participant: string, stratum: string): AppendEntry => ({
  studyId,
  streamId: `participant/${participant}`,
  expectedVersion: 0,
  key: randomUUID(),
  bodyHash: sha256(participant),
  actor: 'coordinator',
  role: 'coordinator',
  site: stratum,
  definitionHash: sha256(compiled),
  response: '{"ok":true}',
  events: [{ type: 'ParticipantRandomised', text: JSON.stringify({ participant }) }],
  allocate: { stratum, participant, site: stratum, at: '2026-03-02T08:00:00.000Z' },
})

/** No answer for so long is a stall, and a failure. */
const patience = 60_000

export interface Crowd {
  readonly people: number
  readonly workers: number
  readonly faults: number
}

export interface Outcome {
  readonly violations: readonly string[]
  /** Randomisations that somebody saw answered. */
  readonly seen: number
  /** Sent again under the same key, since nobody knew whether they had been carried out; and those that had been. */
  readonly repeated: number
  readonly replayed: number
  /** Faults that met somebody. */
  readonly met: Readonly<Record<Fault, number>>
  readonly died: number
  readonly seconds: number
}

/** Everybody is randomised by so many workers of four applications, while faults happen, spread evenly over the work. */
export async function randomiseCrowd(database: KillableDatabase, crowd: Crowd): Promise<Outcome> {
  const began = performance.now()
  const apps = Array.from({ length: 4 }, () => startApp(database.config()))
  const seen: Omit<Seen, 'slot'>[] = []
  const met = { rollback: 0, lostConnection: 0, pause: 0, killedApp: 0, killedDatabase: 0 }
  let [next, repeated, replayed] = [0, 0, 0]

  const randomise = async (app: App, participant: string, stratum: string) => {
    const entry = entryOf(participant, stratum)
    const asked = performance.now()
    for (;;) {
      const { result, ...rest } = await app.ask(entry)
      if (result === 'replayed') replayed += 1
      if (result === 'appended' || result === 'replayed') break
      if (result !== 'unknown') throw new Error(`${participant}: ${result} ${JSON.stringify(rest)}`)
      if (performance.now() - asked > patience) throw new Error(`${participant} was not answered in ${patience} ms`)
      repeated += 1
      await sleep(randomInt(5, 50))
    }
    seen.push({ participant, stratum, asked, answered: performance.now() })
  }
  const worker = async (index: number) => {
    for (let person = next++; person < crowd.people; person = next++)
      await randomise(apps[index % apps.length]!, `P${person}`, strata[randomInt(strata.length)]!)
  }
  const harm = async () => {
    for (let fault = 0; fault < crowd.faults; fault += 1) {
      while (seen.length < (fault * crowd.people) / crowd.faults) await sleep(2)
      const kind = faults[fault % faults.length]!
      if (await make(kind, database, apps, apps[randomInt(apps.length)]!)) met[kind] += 1
    }
  }
  try {
    await Promise.all([harm(), ...Array.from({ length: crowd.workers }, (_, index) => worker(index))])
  } finally {
    for (const app of apps) app.close()
  }
  const violations = await violationsIn(database, seen)
  const died = apps.reduce((sum, app) => sum + app.died(), 0)
  const seconds = Math.round((performance.now() - began) / 1000)
  return { violations, seen: seen.length, repeated, replayed, met, died, seconds }
}

/** Holds what the workers saw against the sealed list. */
async function violationsIn(
  database: KillableDatabase,
  seen: readonly Omit<Seen, 'slot'>[],
): Promise<readonly string[]> {
  const pools = openPools({ ...database.config(), statementTimeout: 600_000 })
  const slotOf = new Map(
    (await listAllocations(pools.unblinded, studyId)).map((each) => [each.participant, each] as const),
  )
  await pools.close()
  const found = seen.flatMap((each) => {
    const allocation = slotOf.get(each.participant)
    return allocation ? [{ ...each, stratum: allocation.stratum, slot: allocation.slot }] : []
  })
  return [
    ...violationsOf(found),
    ...(found.length < seen.length ? [`${seen.length - found.length} were answered and have no slot`] : []),
    ...(slotOf.size > seen.length ? [`${slotOf.size - seen.length} have a slot that nobody asked for`] : []),
  ]
}
