import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inRoot } from './place.ts'

const studyFolder =
  readdirSync(inRoot('studies'), { withFileTypes: true }).find((entry) => entry.isDirectory())?.name ?? ''

function trialwright(...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [inRoot('packages/cli/bin/trialwright.mjs'), ...args],
    {
      encoding: 'utf8',
      cwd: inRoot(),
    },
  )
  return { code: status, out: stdout, err: stderr }
}

test.each([
  ['en', ['CRITERIA', 'SCHEDULE', 'ASSUMPTIONS', 'FINDINGS', 'IN01 (inclusion)', 'decided by', 'reading']],
  ['nb', ['KRITERIER', 'BESØKSPLAN', 'ANTAKELSER', 'FUNN', 'IN01 (inklusjon)', 'avgjøres av', 'lest som']],
])(
  'given a study, when it is checked in %s, then criteria, schedule, assumptions and findings are printed',
  (language, words) => {
    const { code, out } = trialwright('check', `studies/${studyFolder}`, '--language', language)
    expect(code).toBe(0)
    for (const word of words) expect(out).toContain(word)
  },
)

test.each([
  [['check', 'studies/none'], 'There is no study in studies/none'],
  [['check', `studies/${studyFolder}`, '--language', 'de'], 'en or nb'],
  [['verify', '--data', '/none/at/all'], 'There are no data in /none/at/all'],
  [['start', '--port', 'x'], 'is no port'],
  [['mutation-score', 'studies/none'], 'There is no study in studies/none'],
  [['mutation-score', `studies/${studyFolder}`, '--least', 'most'], 'a percentage'],
])('given %j, when it cannot be done, then one sentence says why, and the exit code is 1', (args, sentence) => {
  const { code, out, err } = trialwright(...args)
  expect(code).toBe(1)
  expect(out + err).toContain(sentence)
  expect(err).not.toContain('    at ')
})

test.each([[[]], [['help']], [['start', '--help']], [['verify', '--help']], [['simulate', '--help']]])(
  'given %j, when help is wanted, then it is printed',
  (args) => {
    const { code, out } = trialwright(...args)
    expect(code).toBe(0)
    expect(out).toContain('trialwright')
  },
)
