import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { compileAll } from '../start/study.ts'
import { loadStudies } from '../studies.ts'
import { simulateOptions } from './options.ts'
import type { OwnServer } from './own-server.ts'
import { simulate } from './simulate.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'trialwright-simulate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const [study] = compileAll(await loadStudies(), 'demo')
const options = (out: string, ...more: string[]) =>
  simulateOptions([study!.compiled.id, '--participants', '2', '--seed', '11', '--out', path.join(folder, out), ...more])
const events = (out: string) => readFileSync(path.join(folder, out, 'events.jsonl'), 'utf8')

test('given a trial of two, when it is run, and run again with the server lost on the way, then every event is the same and all that must hold holds', async () => {
  const whole = await simulate(options('whole'))
  expect(whole.state.unexpected).toEqual([])
  expect(whole.written?.text).not.toContain('✗')
  expect(whole.written?.holds).toBe(true)

  let server: OwnServer | undefined
  let days = 0
  const broken = simulate(options('broken'), {
    serving: (own) => (server = own),
    progress: () => {
      days += 1
      if (days === 40) void server?.stop()
    },
  })
  await expect(broken).rejects.toThrow(
    /no longer answers.*The trial stands at the end of \d{4}-\d\d-\d\d, after \d+ days.*--resume/s,
  )
  await expect(simulate(options('broken'))).rejects.toThrow(/holds a run already; go on with it by --resume/)
  await expect(simulate(options('broken', '--resume', '--seed', '12'))).rejects.toThrow(/a run with seed 11, not 12/)
  const resumed = await simulate(options('broken', '--resume'))
  expect(resumed.written?.holds).toBe(true)
  expect(events('broken')).toBe(events('whole'))
  expect(events('whole').split('\n').length).toBeGreaterThan(200)
  // Signatures are among what is the same: who signed, of which record, and the seal.
  expect(events('whole')).toMatch(
    /"signature":\{"account":"[0-9a-f-]{36}",[^}]*"record":"[0-9a-f]{64}","seal":"[0-9a-f]{64}"\}/,
  )
  expect(events('whole')).toMatch(/"label":"[0-9A-Z]{8}-[0-9A-Z]"/)
}, 900_000)

// Three trials through servers: of a night.
test.runIf(process.env['TRIALWRIGHT_EFFORT'] === 'nightly')(
  'R3-10 EMA-07 given the same seed against servers whose arms are exchanged, when both trials are lived, then blinded people see the same',
  async () => {
    const { written } = await simulate(options('worlds', '--worlds'))
    expect(written?.text).toMatch(/✓ Blinded people see the same .* \((\d{4,}) looked at\)/)
    expect(written?.holds).toBe(true)
  },
  1_800_000,
)

test.each([
  [['x', '--seed', '7.5'], /--seed is "7.5"; give a whole number from 0 to 4294967295/],
  [['x', '--seed', 'seven'], /--seed is "seven"/],
  [['x', '--seed', '4294967296'], /--seed is "4294967296"/],
  [['x', '--participants', '0'], /--participants is "0"; give a whole number from 1/],
  [['x', '--server', 'localhost'], /--server is "localhost"; give an address/],
  [['x', '--begin', '2019-02-30'], /--begin is "2019-02-30"; give a day/],
  [['x', 'y'], /"y" is one word too many/],
  [[], /Name the study/],
  [['x', '--sed', '7'], /--sed/],
  [['x', '--both', '1'], /give --trials too/],
  [['x', '--trials', '3', '--both', '4'], /--both is "4"; give a whole number from 0 to 3/],
])('given the words %j, when they are read, then the wrong one is named', (args, sentence) => {
  expect(() => simulateOptions(args)).toThrow(sentence)
})

test('given a study or scenario that is not there, when it is to be simulated, then the known ones are named', async () => {
  await expect(simulate({ ...options('none'), study: 'nowhere' })).rejects.toThrow(`it has ${study!.compiled.id}`)
  await expect(simulate({ ...options('none'), scenario: 'miracle' })).rejects.toThrow(/no scenario "miracle"; it has/)
})
