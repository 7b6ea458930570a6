import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {
  type EnvelopeFile,
  type EnvelopeOpeningFile,
  isProven,
  sealEnvelope,
  secretId,
  splitSecret,
  writeSecret,
} from '@trialwright/records'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'

const main = path.join(import.meta.dirname, '../main.ts')
const folder = mkdtempSync(path.join(os.tmpdir(), 'trialwright-envelope-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  for (const file of readdirSync(folder)) rmSync(path.join(folder, file))
  writeFileSync(file, JSON.stringify(content))
})

const secret = randomBytes(20)
const [a, b] = splitSecret(secret, randomBytes(20))
const place = { study: 'trial-a', site: 'north', participant: 'NOR-001' }
const sealed = sealEnvelope(secret, place, 'one')
const file = path.join(folder, 'envelopes-north.json')
const content: EnvelopeFile = {
  format: 'trialwright-envelopes',
  version: 1,
  study: place.study,
  site: place.site,
  secretId: secretId(secret),
  madeAt: '2027-01-01T10:00:00.000Z',
  arms: [
    { id: 'one', en: 'The active thing', nb: 'Det virksomme' },
    { id: 'other', en: 'The other thing', nb: 'Det andre' },
  ],
  envelopes: [{ participant: 'NOR-001', sealed }],
}

/** With the network's variables gone and no server: only Node, the file and what is typed. */
const run = (args: readonly string[], typed: readonly string[]) =>
  spawnSync(process.execPath, [main, 'open-envelope', ...args], {
    input: `${typed.join('\n')}\n`,
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env['PATH'] },
  })
const openings = () => readdirSync(folder).filter((name) => name.startsWith('opening-'))
const whole = writeSecret('whole', secret)
const answers = ['Dr Night', '2', 'Two bags in one day']

describe('R9 R3-27 an envelope opened without a server', () => {
  test('given the file and the whole secret, then the arm is told, and the record of it proves who held the secret', () => {
    const { stdout, status } = run([file, '--participant', 'nor-001', '--language', 'nb'], [whole, ...answers])
    expect({ stdout, status }).toMatchObject({ status: 0, stdout: expect.stringContaining('NOR-001: Det virksomme') })
    const [name] = openings()
    const opening = JSON.parse(readFileSync(path.join(folder, name!), 'utf8')) as EnvelopeOpeningFile
    expect(opening).toMatchObject({ ...place, by: 'Dr Night', reason: 'overdose', note: 'Two bags in one day' })
    expect(opening.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
    expect(isProven(secret, opening)).toBe(true)
    expect(JSON.stringify(opening)).not.toMatch(/"one"|virksomme|active/)
    expect(stdout.indexOf(name!)).toBeLessThan(stdout.indexOf('virksomme'))
  })

  test('given both halves and the letters from paper only, then the arm is told', () => {
    const args = ['--study', 'trial-a', '--site', 'north', '--participant', 'NOR-001', '--sealed', sealed.toLowerCase()]
    const { stdout, status } = run(args, [writeSecret('first', a), writeSecret('second', b), ...answers])
    expect({ stdout, status }).toMatchObject({ status: 0, stdout: expect.stringContaining('NOR-001: one') })
    expect(openings()).toHaveLength(1)
  })

  test.each([
    ['a half alone', [writeSecret('first', a), '', ...answers]],
    ['a mistyped secret', [`${whole.slice(0, -1)}${whole.endsWith('7') ? '8' : '7'}`, ...answers]],
    ['another site’s secret', [writeSecret('whole', randomBytes(20)), ...answers]],
    ['no name', [whole, '', '2', 'why']],
    ['no reason', [whole, 'Dr Night', '9', 'why']],
    ['no words', [whole, 'Dr Night', '2', ' ']],
    ['nothing typed', []],
  ])('given %s, then no arm is told and no opening recorded', (_, typed) => {
    const { stdout, status } = run([file, '--participant', 'NOR-001'], typed)
    expect(status).toBe(1)
    expect(stdout).not.toMatch(/active|NOR-001: /)
    expect(openings()).toEqual([])
  })

  test('given a participant without an envelope, another file or none, then it says so', () => {
    expect(run([file, '--participant', 'NOR-009'], []).stderr).toContain('no envelope of NOR-009')
    expect(run([main, '--participant', 'NOR-001'], []).stderr).toContain('cannot be read')
    writeFileSync(file, '{}')
    expect(run([file, '--participant', 'NOR-001'], []).stderr).toContain('not an envelope file')
    expect(run(['--participant', 'NOR-001'], []).stderr).toContain('--sealed')
    expect(run([file], []).stderr).toContain('--participant is missing')
  })
})
