import { expect, test } from 'vitest'
import type { CompiledItem } from '../compiled.ts'
import type { Entry } from './entry.ts'
import { formatEntry } from './format.ts'

const both = (text: string) => ({ en: text, nb: text })
const item = (type: CompiledItem['type'], more: Partial<CompiledItem> = {}): CompiledItem => ({
  id: 'it',
  type,
  question: both('it'),
  label: both('it'),
  blinding: 'open',
  optional: false,
  burden: 'question',
  ...more,
})
const measured = (value: number, unit?: string): Entry => ({ typed: '', value, unit })
const typed = (value: string): Entry => ({ typed: value, value })
const codes = { female: { en: 'Female', nb: 'Kvinne' }, male: { en: 'Male', nb: 'Mann' } }
const people = item('repeat', {
  columns: [item('coded', { id: 'sex', codes }), item('number', { id: 'age', unit: 'a' })],
})
const rows = [
  { id: '1', cells: { age: measured(41), sex: typed('female') } },
  { id: '2', cells: { age: { absent: 'refused' } } },
] as const

test.each<[CompiledItem, Entry, string, string]>([
  [item('laboratory', { unit: 'g/L' }), measured(14.1, 'g/dL'), '14.1 g/dL', '14,1 g/dL'],
  [item('laboratory', { unit: 'g/L' }), { typed: '<90', value: { below: 90.5 } }, '<90.5 g/L', '<90,5 g/L'],
  [item('laboratory', { unit: 'g/L' }), { typed: '>200', value: { above: 200 } }, '>200 g/L', '>200 g/L'],
  [item('number', { unit: 'Cel' }), measured(37.5), '37.5 °C', '37,5 °C'],
  [item('number', { unit: '%' }), measured(10), '10%', '10 %'],
  [item('laboratory', { unit: '10*9/L' }), measured(3.5), '3.5 × 10⁹/L', '3,5 × 10⁹/L'],
  [item('laboratory', { unit: 'umol/L' }), measured(80), '80 µmol/L', '80 µmol/L'],
  [item('laboratory', { unit: 'm[iU]/mL' }), measured(10), '10 mIU/mL', '10 mIE/mL'],
  [item('laboratory', { unit: 'mL/min/{1.73_m2}' }), measured(90), '90 mL/min/1.73 m²', '90 mL/min/1.73 m²'],
  [item('number', { unit: 'mo' }), measured(1), '1 month', '1 måned'],
  [item('number', { unit: 'mo' }), measured(6), '6 months', '6 måneder'],
  [item('number', { unit: '{score}' }), measured(7), '7', '7'],
  [item('coded', { codes }), typed('female'), 'Female', 'Kvinne'],
  [item('coded', { codes }), typed('gone'), 'gone', 'gone'],
  [item('yesNo'), typed('no'), 'No', 'Nei'],
  [item('yesNo'), { absent: 'notKnown' }, 'not known', 'ikke kjent'],
  [item('date'), typed('2026-11-02'), '2 Nov 2026', '02.11.2026'],
  [item('date'), typed('2018-05'), 'May 2018', '05.2018'],
  [item('date'), typed('2018'), '2018', '2018'],
  [item('time'), typed('14:05'), '14:05', '14:05'],
  [item('text'), { typed: 'A\u030A', value: 'Å' }, 'A\u030A', 'A\u030A'],
  [
    people,
    { typed: '', value: { rows, complete: true } },
    'Female, 41 years; refused',
    'Kvinne, 41 år; ønsket ikke å svare',
  ],
  [
    people,
    { typed: '', value: { rows, complete: false } },
    'Female, 41 years; refused; …',
    'Kvinne, 41 år; ønsket ikke å svare; …',
  ],
  [people, { typed: '', value: { rows: [], complete: true } }, 'none', 'ingen'],
])('given %o, when %j is shown, then %s, %s', (of, entry, en, nb) => {
  expect(formatEntry(of, entry)).toEqual({ en, nb })
})
