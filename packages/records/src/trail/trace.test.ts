import { connectedTo } from '@trialwright/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Unavailable } from '../pools/failure.ts'
import { command, event, open, openTrial, type Trial } from '../testing/trial.ts'
import { readTrail } from './readTrail.ts'

let trial: Trial
beforeAll(async () => void (trial = await openTrial()))
afterAll(() => trial[Symbol.asyncDispose]())

const patterns = ['correction', 'afterQuery', 'afterSignature', 'afterLock', 'manyInAnHour', 'lateEntry', 'oddHours']

const place = { encounter: 'day0', form: 'vitals' }
const filled = (at: string, changes: readonly object[], more: object = {}) =>
  event('FormRecorded', { at, day: at.slice(0, 10), ...place, changes, ...more })
const corrected = [{ item: 'weight', previous: { typed: '61' } }]

/** What is odd about it hangs on what came before it: a query, a signature, a lock, other corrections of the same hour. */
const course = [
  filled('2027-01-04T09:00:00.000Z', [{ item: 'weight' }, { item: 'pulse' }]),
  event('QueryOpened', { at: '2027-01-04T10:00:00.000Z', place: { ...place, item: 'weight' } }),
  filled('2027-01-04T11:00:00.000Z', corrected),
  event('VisitSigned', { at: '2027-01-04T12:00:00.000Z', encounter: 'day0' }),
  filled('2027-01-05T03:00:00.000Z', corrected),
  event('SiteLocked', { at: '2027-01-05T09:00:00.000Z' }),
  filled('2027-01-15T09:00:00.000Z', [{ item: 'weight' }], { day: '2027-01-05' }),
  event('Told', { at: '2027-01-15T09:00:00.000Z', note: 'kan ikke leses \u0000' }),
  ...Array.from({ length: 21 }, (_, minute) => filled(`2027-01-18T09:${10 + minute}:00.000Z`, corrected)),
]

const store = async (study: string) => {
  await open(trial.pools, study)
  const stored = await trial.append(command({ studyId: study, streamId: 'participant/NOR-001', events: course }))
  expect(stored).toMatchObject({ result: 'appended' })
}

const told = async (study: string) => {
  const { rows } = await readTrail(trial.pools.blinded, study, { timeZone: 'Europe/Oslo', limit: 500 }, patterns)
  return rows.map(({ event: { position, type }, patterns: found }) => ({ position, type, found })).toReversed()
}

const traceNext = (study: string, most: number) =>
  trial.pools.blinded.read<{ traced: number }>('select record.trace($1, $2) as traced', [study, most])

describe('the trail follows the log', () => {
  test('P11-06 given events just stored, when the trail is searched, then all are found, each with what is odd about it', async () => {
    await store('trail-a')
    const rows = await told('trail-a')
    const mine = rows.slice(-course.length)
    expect(mine.map(({ type }) => type)).toEqual(course.map(({ type }) => type))
    expect(mine.slice(0, 8).map(({ found }) => found)).toEqual([
      [],
      [],
      ['afterQuery', 'correction'],
      [],
      ['afterQuery', 'afterSignature', 'correction', 'oddHours'],
      [],
      ['afterLock', 'lateEntry'],
      [],
    ])
    const many = mine.slice(8).map(({ found }) => found.includes('manyInAnHour'))
    expect(many).toEqual([...Array.from({ length: 18 }, () => false), true, true, true])
  })

  test('P11-06 given the same events, when the trail follows one by one, by several or all at once, then it says the same', async () => {
    for (const [study, most] of [
      ['trail-one', 1],
      ['trail-seven', 7],
    ] as const) {
      await store(study)
      for (let traced = 1; traced > 0; ) traced = (await traceNext(study, most))[0]!.traced
    }
    await store('trail-all')
    const all = await told('trail-all')
    expect(await told('trail-one')).toEqual(all)
    expect(await told('trail-seven')).toEqual(all)
  })

  test('given several who bring it up at once, when they have ended, then every event is in it once', async () => {
    await store('trail-race')
    const traced = await Promise.all(Array.from({ length: 8 }, () => traceNext('trail-race', 5)))
    expect(traced.every(([row]) => row!.traced <= 5)).toBe(true)
    const positions = (await told('trail-race')).map(({ position }) => position)
    expect(positions).toEqual(positions.map((_, index) => index))
  })
  test('D12 given somebody else who brings it up for too long, when it is searched, then that is to be asked again, and is found later', async () => {
    await store('trail-held')
    await traceNext('trail-held', 5)
    await connectedTo(trial.database.adminUrl, async (client) => {
      await client.query('begin')
      await client.query('select from record.trail_end where study_id = $1 for update', ['trail-held'])
      await expect(told('trail-held')).rejects.toThrow(Unavailable)
      await client.query('rollback')
    })
    const types = (await told('trail-held')).map(({ type }) => type)
    expect(types.slice(-course.length)).toEqual(course.map(({ type }) => type))
  })
})
