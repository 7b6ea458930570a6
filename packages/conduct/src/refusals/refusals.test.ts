import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Refusal } from '@trialwright/protocol'
import { refusalCodes, refuse } from './refuse.ts'

const both = { en: 'Something here', nb: 'Noe her' }
/** Whatever any of the texts may ask for. */
const facts = {
  version: 'v2',
  criteria: 'IN01',
  id: 'R1',
  text: both,
  title: both,
  encounter: both,
  reason: both,
  remedy: both,
  day: '2026-09-01',
  from: '2026-09-01',
  to: '2026-09-02',
  earliest: '2026-09-02',
  strata: 'north',
  ids: 'fever',
  units: 'g/L',
  low: 1,
  high: 2,
  unit: 'kg',
  time: '11:00',
  what: both,
  count: 2,
  name: 'Kari Nordmann',
  why: 'under review',
  needed: 4,
  there: 2,
  most: 1000,
  encoding: 'UTF-16',
  separator: ';',
  found: 3,
  expected: 4,
  format: 'YYYY-MM-DD',
  decimal: ',',
  encounters: 'day0, day14',
  line: 6,
  by: 'Kari Nordmann',
}

const spoken = refusalCodes.map((code) => (refuse as (code: string, facts: object) => Refusal)(code, facts))

describe.each(spoken)('$code', ({ reason, remedy }) => {
  test('is said in whole sentences, in both languages', () => {
    for (const text of [reason.en, reason.nb, remedy.en, remedy.nb]) {
      expect(text).toMatch(/^[A-ZÆØÅ]/)
      expect(text).not.toMatch(/undefined|NaN|\[object/)
    }
    expect(reason.nb).not.toBe(reason.en)
    expect(remedy.nb).not.toBe(remedy.en)
    expect(reason.en).not.toBe(remedy.en)
  })
})

test('days are said as each language writes them', () => {
  expect(refuse('tooSoon', { earliest: '2026-09-02' }).reason).toEqual({
    en: 'The interval since the last infusion is too short; 2 Sep 2026 is the earliest day.',
    nb: 'Det er for kort tid siden forrige infusjon; 02.09.2026 er tidligste dag.',
  })
})

test('every code is used somewhere', () => {
  const root = join(import.meta.dirname, '..')
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('refusals'))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n')
  expect(refusalCodes.filter((code) => !sources.includes(`'${code}'`))).toEqual([])
})
