import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { compileAll } from '../../start/study.ts'
import { loadStudies } from '../../studies.ts'
import { simulateOptions } from '../options.ts'
import { seedOf } from './seed.ts'
import { simulateTrials } from './trials.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'trialwright-trials-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const [study] = compileAll(await loadStudies(), 'demo')
const run = (out: string, trials: number, ...more: string[]) =>
  simulateTrials({
    ...simulateOptions([
      study!.compiled.id,
      '--participants',
      '6',
      '--seed',
      '5',
      '--out',
      path.join(folder, out),
      ...more,
    ]),
    trials,
  })
const lines = (out: string) => readFileSync(path.join(folder, out, 'trials.jsonl'), 'utf8')

test('given many trials, when they run on one thread, on two, or in two goes, then every figure has the same bits', async () => {
  const { text, page } = await run('one', 6, '--workers', '1')
  expect(text).toMatch(/6 trials of 6/)
  expect(lines('one').trim().split('\n')).toHaveLength(6)
  const shown = readFileSync(page, 'utf8')
  for (const title of [
    'Power for the primary outcome',
    'Balance of the arms',
    'Predictability',
    'Time to randomise all',
    'Vials opened',
  ])
    expect(shown).toMatch(new RegExp(`<h2>${title}</h2>(?:(?!<h2>)[^])*<svg`))
  await run('two', 6, '--workers', '2')
  expect(lines('two')).toBe(lines('one'))
  await run('goes', 3, '--workers', '2')
  // A line that was being written when the run stopped is none.
  appendFileSync(path.join(folder, 'goes', 'trials.jsonl'), '{"trial":3,"se')
  await run('goes', 6, '--resume')
  expect(lines('goes')).toBe(lines('one'))
  await expect(run('one', 6)).rejects.toThrow(/holds trials already/)
  await expect(run('one', 6, '--resume', '--seed', '6')).rejects.toThrow(
    /trials of another study, scenario, number or seed/,
  )
  await expect(run('none', 6, '--resume')).rejects.toThrow(/no trials to go on with/)
}, 600_000)

// A trial through a server takes its time; that a trial is the same both ways is checked with every simulated one.
test.runIf(process.env['TRIALWRIGHT_EFFORT'] === 'nightly')(
  'given trials, when two are run through a server too, then they give the same both ways, each with its report',
  async () => {
    const { text, page, holds } = await run('both', 4, '--participants', '2', '--both', '2')
    expect(holds).toBe(true)
    expect(text).toMatch(/✓ trial 0, run through a server too: the same[^]*✓ trial 1,/)
    expect(readFileSync(page, 'utf8')).toContain('trial-1/report.html')
    const state = JSON.parse(readFileSync(path.join(folder, 'both', 'trial-1', 'state.json'), 'utf8')) as {
      seed: number
    }
    expect(state.seed).toBe(seedOf(5, 1))
  },
  1_800_000,
)
