import { afterAll, beforeAll, expect, test } from 'vitest'
import { summaries } from './summaries.ts'
import { done, openStudy, participant, register } from './testing/steps.ts'
import { compiled, firstDay, openTrial, study, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
})
afterAll(() => trial[Symbol.asyncDispose]())

const rows = (sites?: readonly string[]) => summaries(trial.ports, trial.ports.studies.get(compiled.id)!, { sites })
const codes = async (sites?: readonly string[]) => (await rows(sites)).map(({ code }) => code)

test('given the rows as they are kept, when nothing, a new participant, a change or a new day comes, then they are the same, one more, that row’s, or all anew; each site’s own', async () => {
  const south = await register(trial, 'south')
  const first = await register(trial, 'north')
  const before = [await rows(), await rows(['north']), await rows(['south'])]
  expect(await rows()).toBe(before[0])
  expect(await rows(['north'])).toBe(before[1])

  const second = await register(trial, 'north')
  expect(await codes()).toEqual([first, second, south].toSorted())
  expect(await codes(['north'])).toEqual([first, second])
  expect(await codes(['south'])).toEqual([south])

  const known = await rows(['north'])
  const coordinator = await trial.as('coordinator', 'north')
  done(
    await coordinator.post(participant(second, '/record-consent'), { version: compiled.consent[0]!.id, day: firstDay }),
  )
  const changed = await rows(['north'])
  expect(changed[0]).toBe(known[0])
  expect(changed[1]).toMatchObject({ code: second, version: known[1]!.version + 1 })
  const list = async (site: string) =>
    ((await (await trial.as('coordinator', site)).get(`${study}/participants`)).body.rows as { code: string }[]).map(
      ({ code }) => code,
    )
  expect([await list('north'), await list('south')]).toEqual([[first, second], [south]])

  trial.wait({ days: 1 })
  const next = await rows()
  expect(next.map(({ code }) => code)).toEqual([first, second, south].toSorted())
  expect(next.every(({ today }) => today > firstDay)).toBe(true)
})
