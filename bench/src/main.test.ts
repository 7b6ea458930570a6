import { expect, test } from 'vitest'
import { run } from './main.ts'
import { tableOf } from './section.ts'

/* The benches run and every engine agrees; how quick they are is for `npm run bench` to say. */

const quickly = (name: string) => run([name], { quick: true, say: () => undefined })

test('eligibility by hand, by ours and by CQL agree on random people, and are measured', async () => {
  const sections = await quickly('eligibility')
  expect(sections.map(({ lines }) => lines.length)).toEqual([5, 3])
  expect(sections.map(tableOf).join('\n')).toContain('cql-execution')
}, 120_000)

test('participants randomised through HTTP at once take the list in order', async () => {
  const [section] = await quickly('randomise')
  expect(section?.lines.find(({ name }) => name.startsWith('violations'))).toMatchObject({ figure: '0', met: true })
}, 120_000)

test('commands are appended and verified', async () => {
  expect((await quickly('records')).map(({ lines }) => lines.length)).toEqual([2, 4])
}, 120_000)

test('the product starts, stops and starts again', async () => {
  const [section] = await quickly('start')
  expect(section?.lines.map(({ name }) => name)).toEqual(['first run', 'second run'])
}, 120_000)

test('trials by hand and by the core give everybody the same, and are measured', async () => {
  const [section] = await quickly('core')
  expect(section?.lines.map(({ name }) => name).slice(0, 2)).toEqual(['by hand', 'the core'])
}, 120_000)

test('a bench nobody wrote is named', async () => {
  await expect(quickly('eligibilty')).rejects.toThrow('no bench eligibilty; there are eligibility')
})
