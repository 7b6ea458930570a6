import { afterAll, beforeAll, expect, test } from 'vitest'
import { done, openStudy, participant, screened } from './testing/steps.ts'
import { firstDay, openTrial, study, type Answer, type Person, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
let code: string
let coordinator: Person
let manager: Person
let monitor: Person
let investigator: Person
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
  code = await screened(trial)
  coordinator = await trial.as('coordinator', 'north')
  investigator = await trial.as('investigator', 'north')
  manager = await trial.as('dataManager')
  monitor = await trial.as('monitor')
})
afterAll(() => trial[Symbol.asyncDispose]())

const codesOf = ({ body }: Answer) => body.refusals?.map((each: { code: string }) => each.code) ?? []
let version = 1
const weigh = async (weight: string) => {
  const answer = await coordinator.post(participant(code, '/record-form'), {
    encounter: 'screening',
    form: 'body',
    day: firstDay,
    entries: { weight: { typed: weight, unit: 'kg' } },
    reasons: { weight: 'the scale was read again' },
    expectedVersion: version,
  })
  if (answer.status === 201) version += 1
  return answer
}
/** A site reads whatever was recorded there, whoever has locked it; and the sponsor's people do not write there. */
const siteReads = async () => {
  for (const person of [coordinator, investigator]) {
    const form = (await person.get(participant(code, '/forms/screening/body'))).body
    expect(form.items.find(({ item }: { item: string }) => item === 'weight')).toMatchObject({
      shown: { en: '80.5 kg' },
    })
    expect((await person.get(participant(code, '/history'))).status).toBe(200)
    expect((await person.post(participant(code, '/casebook-data'), {})).status).toBe(200)
  }
  const entries = { weight: { typed: '90', unit: 'kg' } }
  const body = { encounter: 'screening', form: 'body', day: firstDay, entries, expectedVersion: version }
  for (const sponsor of [manager, monitor])
    expect((await sponsor.post(participant(code, '/record-form'), body)).status).toBe(403)
}
const page = async () => (await manager.get(`${study}/locks`)).body

test('given a site frozen, when a value is entered there, then it is refused in words; lifted, it is saved', async () => {
  done(await manager.post(`${study}/locks/freeze-sites`, { site: 'north', reason: 'interim review' }))
  const refused = await weigh('81')
  expect(refused).toMatchObject({ status: 422, body: { refusals: [{ code: 'dataFrozen' }] } })
  expect(refused.body.refusals[0].reason.en).toContain('interim review')
  expect((await page()).sites[0]).toMatchObject({ site: 'north', closed: { kind: 'frozen' }, participants: 1 })
  done(await manager.post(`${study}/locks/unfreeze-sites`, { site: 'north', reason: 'reviewed' }))
  done(await weigh('81'))
})

test('given the whole study frozen, when a value is entered anywhere, then it is refused; lifted, it is saved', async () => {
  done(await manager.post(`${study}/locks/freeze-sites`, { reason: 'interim review' }))
  expect(codesOf(await weigh('80.5'))).toEqual(['dataFrozen'])
  expect((await page()).closed).toMatchObject({ kind: 'frozen' })
  done(await manager.post(`${study}/locks/unfreeze-sites`, { reason: 'reviewed' }))
  done(await weigh('80.5'))
})

test('given a participant’s form frozen by the monitor, then the form’s page says so to the site', async () => {
  const extent = { encounter: 'screening', form: 'body' }
  done(await monitor.post(participant(code, '/freeze-data'), { extent, reason: 'source is checked' }))
  const form = (await coordinator.get(participant(code, '/forms/screening/body'))).body
  expect(form.closed).toMatchObject([{ level: 'form', kind: 'frozen', by: 'monitor everywhere' }])
  expect(form.toRecord).toMatchObject([{ code: 'dataFrozen' }])
  done(await monitor.post(participant(code, '/unfreeze-data'), { extent, reason: 'checked' }))
})

test('EMA-24 given something open, when the database is locked, then the checklist is the refusal, the site reads its data as before, and two people open it again', async () => {
  const { open, lines } = await page()
  expect(lines.length).toBe(open.length)
  expect(open.find(({ line }: { line: string }) => line === 'unsignedVisits')).toMatchObject({ count: 1 })
  const lock = { note: 'all is in', ...manager.signing }
  const refused = await manager.post(`${study}/unblinding/lock-database`, lock)
  expect(codesOf(refused)).toEqual(['lockHasOpen'])
  done(await manager.post(`${study}/unblinding/lock-database`, { ...lock, override: 'a rehearsal' }))
  expect(codesOf(await weigh('82'))).toEqual(['databaseLocked'])
  await siteReads()

  done(await manager.post(`${study}/locks/propose-unlock`, { note: 'a rehearsal', ...manager.signing }))
  expect(codesOf(await manager.post(`${study}/locks/confirm-unlock`, manager.signing))).toEqual([
    'secondSignatureIsFirst',
  ])
  done(await monitor.post(`${study}/locks/confirm-unlock`, monitor.signing))
  done(await weigh('82'))
})

test('R3-09 given a locked database, when a correction is approved by the investigator, then one saving is let through', async () => {
  done(await manager.post(`${study}/unblinding/lock-database`, { note: 'n', override: 'o', ...manager.signing }))
  const place = { encounter: 'screening', form: 'body' }
  done(await manager.post(participant(code, '/propose-correction'), { ...place, reason: 'transposed digits' }))
  expect(codesOf(await weigh('83'))).toEqual(['databaseLocked'])
  done(await investigator.post(participant(code, '/approve-correction'), { ...place, ...investigator.signing }))
  expect((await coordinator.get(participant(code))).body).toMatchObject({
    locked: true,
    corrections: [{ form: 'body', approved: { by: 'investigator north' } }],
  })
  done(await weigh('83'))
  expect(codesOf(await weigh('84'))).toEqual(['databaseLocked'])
  const { rows } = (await manager.get(participant(code, '/history'))).body
  expect(rows.slice(0, 3).map(({ type }: { type: string }) => type)).toEqual([
    'FormRecorded',
    'CorrectionApproved',
    'CorrectionProposed',
  ])
})
