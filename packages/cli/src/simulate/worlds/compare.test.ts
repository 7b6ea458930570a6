import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { seenIn, worldsEqual } from './compare.ts'
import { armBefore, exchangedArm } from './tables.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'trialwright-worlds-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
async function world(...answers: readonly (readonly [string, string])[]): Promise<string> {
  const file = path.join(folder, `${(files += 1)}.jsonl`)
  const { watch, close } = seenIn(file)
  for (const [place, answer] of answers) watch(place, answer)
  await close()
  return file
}

test('R3-10 given two runs seen alike, in whatever order, when they are compared, then nothing is wrong', async () => {
  const one = await world(['nurse reads a', '{"x":1}'], ['monitor reads b', 'y'])
  const other = await world(['monitor reads b', 'y'], ['nurse reads a', '{"x":1}'])
  expect(await worldsEqual(one, other)).toMatchObject({ checked: 2, wrong: [] })
})

test('R3-10 given one unlike byte, a page more or one less, when they are compared, then place and bytes are told', async () => {
  const one = await world(['nurse reads a', '{"label":"AB"}'], ['monitor reads b', 'y'])
  const other = await world(['nurse reads a', '{"label":"AC"}'], ['monitor reads c', 'y'])
  const { wrong } = await worldsEqual(one, other)
  expect(wrong).toEqual([
    'nurse reads a differs: …{"label":"AB"}… and …{"label":"AC"}…',
    'monitor reads c is seen in the other world alone',
    'monitor reads b is seen in the first world alone',
  ])
})

test.each([[['a', 'b']], [['a', 'b', 'c']]])('of the arms %j each is exchanged for another, and found again', (ids) => {
  const study = { arms: ids.map((id) => ({ id })) } as never
  expect(new Set(ids.map((id) => exchangedArm(study, id))).size).toBe(ids.length)
  for (const id of ids) {
    expect(exchangedArm(study, id)).not.toBe(id)
    expect(armBefore(study, exchangedArm(study, id))).toBe(id)
  }
})
