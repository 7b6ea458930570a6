import { expect, test } from 'vitest'
import { done, openStudy, participant, screened } from './testing/steps.ts'
import { firstDay, openTrial, study } from './testing/trial.ts'

const path = `${study}/monitoring`

test('EMA-12 given a visit recorded, then its report tells what the record tells, is signed, and is void when that changes; sites read their own', async () => {
  await using trial = await openTrial()
  await openStudy(trial)
  const code = await screened(trial)
  const [monitor, coordinator] = [await trial.as('monitor'), await trial.as('coordinator', 'north')]
  const visit = {
    site: 'north',
    day: firstDay,
    kind: 'routine',
    people: 'the coordinator',
    reviewed: 'source and consents',
    findings: [{ text: 'a copy is missing', action: { text: 'send it', responsible: 'Ada', due: '2026-04-01' } }],
  }
  const none = await monitor.post(path, { ...visit, people: ' ' })
  expect(none).toMatchObject({ status: 422, body: { refusals: [{ code: 'textMissing', field: 'people' }] } })
  expect((await coordinator.post(path, visit)).status).toBe(403)
  done(await monitor.post(path, visit))
  const report = async () => (await monitor.get(`${path}/north-1`)).body
  const before = await report()
  expect(before).toMatchObject({
    own: true,
    standing: 'unsigned',
    evidence: { consents: 1, deviationsJudged: 0, signedConsents: [{ participant: code, day: firstDay }] },
  })
  done(await monitor.post(`${path}/sign`, { visit: 'north-1', seen: before.record, ...monitor.signing }))
  expect((await report()).standing).toBe('valid')

  done(
    await coordinator.post(participant(code, '/record-form'), {
      encounter: 'screening',
      form: 'body',
      day: firstDay,
      expectedVersion: 1,
      entries: { weight: { typed: '81', unit: 'kg' } },
      reasons: { weight: 'the scale was read again' },
    }),
  )
  expect(await report()).toMatchObject({ standing: 'void', evidence: { corrections: 1 } })

  expect((await coordinator.get(path)).body).toMatchObject({
    visits: [{ visit: 'north-1', openActions: 1, signed: true }],
    actions: [{ responsible: 'Ada', late: false }],
  })
  expect((await (await trial.as('coordinator', 'south')).get(path)).body).toEqual({ visits: [], actions: [] })
  expect((await (await trial.as('coordinator', 'south')).get(`${path}/north-1`)).status).toBeGreaterThan(400)
  expect((await monitor.get(`${path}/north-9`)).status).toBe(404)
  const closing = { visit: 'north-1', finding: 1, note: 'sent' }
  expect((await coordinator.post(`${path}/close-action`, closing)).status).toBe(403)
  done(await monitor.post(`${path}/close-action`, closing))
  expect((await monitor.get(path)).body.actions).toEqual([])
})
