import { expect, test } from 'vitest'
import { done, eligible, openStudy, participant, screened } from './testing/steps.ts'
import { firstDay, openTrial, study } from './testing/trial.ts'

test('EMA-09: given an odd weight, when it is saved, then the list has a query, which its correction closes and its answer moves', async () => {
  await using trial = await openTrial()
  await openStudy(trial)
  const code = await screened(trial)
  const coordinator = await trial.as('coordinator', 'north')
  const monitor = await trial.as('monitor')
  const dataManager = await trial.as('dataManager')
  const list = async (query = '') => (await dataManager.get(`${study}/queries${query}`)).body.rows
  const weigh = async (weight: string, version: number, more: object = {}) =>
    done(
      await coordinator.post(participant(code, '/record-form'), {
        encounter: 'day0',
        form: 'body',
        day: firstDay,
        expectedVersion: version,
        entries: { ...eligible['body'], weight: { typed: weight, unit: 'kg' } },
        ...(version === 0 ? {} : { reasons: { weight: 'typed wrongly' } }),
        ...more,
      }),
    )
  await weigh('180', 0)
  expect(await list()).toMatchObject([
    { code, query: 'Q1', status: 'open', byCheck: true, place: { encounter: 'day0', form: 'body', item: 'weight' } },
  ])
  const page = await coordinator.get(participant(code, '/forms/day0/body'))
  expect(page.body).toMatchObject({
    mayAsk: false,
    queries: [{ id: 'Q1', may: ['answer'], steps: [{ byCheck: true }] }],
  })
  expect((await dataManager.get(`${study}/participants`)).body.rows).toMatchObject([{ code, queries: 1 }])

  done(await coordinator.post(participant(code, '/answer-query'), { query: 'Q1', text: 'Right as it is.' }))
  expect(await list('?status=open')).toEqual([])
  expect(await list('?status=answered')).toMatchObject([{ query: 'Q1', answer: { en: 'Right as it is.' } }])
  expect((await monitor.post(participant(code, '/close-query'), { query: 'Q1' })).body.refusals[0].code).toBe(
    'queryNotYours',
  )
  done(await dataManager.post(participant(code, '/close-query'), { query: 'Q1' }))
  expect((await dataManager.get(`${study}/queries/counts`)).body).toEqual({ open: 0, answered: 0 })

  done(
    await monitor.post(participant(code, '/ask-query'), {
      encounter: 'day0',
      form: 'body',
      item: 'weight',
      text: 'Pounds?',
    }),
  )
  await weigh('81', 1, { queries: { weight: 'Q2' } })
  expect(await list('?status=answered')).toMatchObject([{ query: 'Q2', answer: { en: 'typed wrongly' } }])
  expect(await list('?status=closed')).toMatchObject([{ query: 'Q1' }])
  expect(await list('?before=2020-01-01')).toEqual([])
  const history = await monitor.get(participant(code, '/history'))
  expect(history.body.rows[0].changes).toMatchObject([{ reason: 'typed wrongly' }])
  const elsewhere = await trial.as('coordinator', 'south')
  expect((await elsewhere.get(`${study}/queries`)).body.rows).toEqual([])
  expect((await elsewhere.get(`${study}/queries?site=north`)).status).toBe(403)
})

test('given more than a page of queries, then the rest follows, in the order they have waited', async () => {
  await using trial = await openTrial()
  await openStudy(trial)
  const code = await screened(trial)
  const monitor = await trial.as('monitor')
  for (let number = 1; number <= 52; number += 1)
    done(
      await monitor.post(participant(code, '/ask-query'), {
        encounter: 'screening',
        form: 'pain',
        item: 'now',
        text: `Question ${number}`,
      }),
    )
  const first = (await monitor.get(`${study}/queries`)).body
  expect(first.rows).toHaveLength(50)
  const second = (await monitor.get(`${study}/queries?after=${encodeURIComponent(first.next)}`)).body
  expect(second.rows).toHaveLength(2)
  const all = [...first.rows, ...second.rows].map(({ query }: { query: string }) => query)
  expect(new Set(all).size).toBe(52)

  const other = await screened(trial)
  const question = { encounter: 'screening', form: 'pain', item: 'now', text: 'As in the source?' }
  done(await monitor.post(participant(other, '/ask-query'), question))
  const ofOne = (await monitor.get(`${study}/queries?participant=${other}`)).body
  expect(ofOne.rows.map((row: { code: string }) => row.code)).toEqual([other])
})
