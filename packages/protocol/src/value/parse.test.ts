import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CompiledItem } from '../compiled.ts'
import type { Language } from '../text.ts'
import { formatEntry } from './format.ts'
import { parseEntry } from './parse.ts'
import type { Parsed, RawEntry } from './raw.ts'

const both = (text: string) => ({ en: text, nb: text })
const item = (id: string, type: CompiledItem['type'], more: Partial<CompiledItem> = {}): CompiledItem => ({
  id,
  type,
  question: both(id),
  label: both(id),
  blinding: 'open',
  optional: false,
  burden: 'question',
  ...more,
})
const same = { factor: 1, offset: 0 }

const haemoglobin = item('hb', 'laboratory', {
  unit: 'g/L',
  units: { 'g/L': same, 'g/dL': { factor: 10, offset: 0 } },
  range: [0, 300],
  plausible: [70, 200],
  decimals: 0,
})
const weight = item('weight', 'number', {
  unit: 'kg',
  units: { kg: same, g: { factor: 0.001, offset: 0 }, '[lb_av]': { factor: 0.45359237, offset: 0 } },
  range: [20, 300],
  plausible: [40, 150],
  decimals: 1,
})
const pain = item('nrs', 'number', { unit: '{score}', range: [0, 10], decimals: 0 })
const sex = item('sex', 'coded', {
  codes: { female: { en: 'Female', nb: 'Kvinne' }, male: { en: 'Male', nb: 'Mann' } },
})
const smokes = item('smokes', 'yesNo')
const note = item('note', 'text', { length: 20 })
const level = item('level', 'coded', { codes: { L4: both('L4'), L5: both('L5'), S1: both('S1') } })
const endplates = item('endplates', 'repeat', { columns: [level, pain, note], rowFor: 'level' })
const medicines = item('medicines', 'repeat', { columns: [note, pain] })
const all = [
  haemoglobin,
  weight,
  pain,
  sex,
  smokes,
  note,
  item('day', 'date', { partial: true }),
  item('time', 'time'),
  endplates,
  medicines,
]

const parse = (of: CompiledItem, raw: RawEntry, language: Language = 'nb') =>
  parseEntry(of, raw, language, { today: '2026-11-22', field: `forms.f.${of.id}` })
const codes = (result: Parsed<unknown>) => (result.ok ? result.warnings : result.refusals).map((r) => r.code)

describe('numbers of an item', () => {
  test.each<[string, CompiledItem, string, string | undefined, unknown]>([
    ['in the unit asked for', haemoglobin, '141', 'g/L', { typed: '141', value: 141, unit: 'g/L' }],
    ['in another unit', haemoglobin, '14,1', 'g/dL', { typed: '14,1', value: 14.1, unit: 'g/dL' }],
    ['beyond a limit', haemoglobin, ' < 90', 'g/L', { typed: ' < 90', value: { below: 90 }, unit: 'g/L' }],
    ['in its only unit', pain, '7', undefined, { typed: '7', value: 7, unit: '{score}' }],
    ['on its edges', pain, '0', undefined, { typed: '0', value: 0, unit: '{score}' }],
  ])('R3-13 given a value %s, when read, then number, unit and typed text are kept', (_, of, typed, unit, entry) => {
    expect(parse(of, { typed, unit })).toEqual({ ok: true, value: entry, warnings: [] })
  })

  test.each<[CompiledItem, string, string | undefined, string]>([
    [haemoglobin, '141', undefined, 'unitMissing'],
    [haemoglobin, '141', 'mmol/L', 'unitNotAllowed'],
    [haemoglobin, '141', 'constructor', 'unitNotAllowed'],
    [haemoglobin, '141,5', 'g/L', 'tooManyDecimals'],
    [haemoglobin, '14,15', 'g/dL', 'tooManyDecimals'],
    [haemoglobin, '301', 'g/L', 'outOfRange'],
    [haemoglobin, '31', 'g/dL', 'outOfRange'],
    [haemoglobin, '>300', 'g/L', 'outOfRange'],
    [haemoglobin, '-1', 'g/L', 'outOfRange'],
    [pain, '11', undefined, 'outOfRange'],
    [pain, '7,5', undefined, 'tooManyDecimals'],
    [pain, '<5', undefined, 'limitNotAllowed'],
    [pain, '', undefined, 'valueMissing'],
    [weight, '75000', 'kg', 'outOfRange'],
  ])('given %o, when %j %s is typed, then it is refused as %s', (of, typed, unit, code) => {
    const result = parse(of, { typed, unit })
    expect(result.ok).toBe(false)
    expect(codes(result)).toEqual([code])
  })

  test('given one decimal too many, when it is refused, then each language has its own marks and its singular', () => {
    const result = parse(weight, { typed: '75,55', unit: 'kg' })
    expect(!result.ok && result.refusals.map(({ reason }) => reason)).toEqual([
      { en: '“75,55” has more than 1 decimal.', nb: '«75,55» har mer enn 1 desimal.' },
    ])
  })

  test.each<[CompiledItem, string, string, string, string]>([
    [haemoglobin, '14', 'g/L', 'otherUnit', 'Mente du 14 g/dL?'],
    [haemoglobin, '210', 'g/L', 'implausible', 'Kontroller tallet mot kilden'],
    [weight, '165', 'kg', 'otherUnit', 'Mente du 165 pund?'],
    [haemoglobin, '<60', 'g/L', 'implausible', 'Kontroller tallet mot kilden'],
  ])('given %o, when %s %s is typed, then it is kept and asked about as %s', (of, typed, unit, code, question) => {
    const result = parse(of, { typed, unit })
    expect(result.ok).toBe(true)
    expect(codes(result)).toEqual([code])
    expect(result.ok && result.warnings[0]?.remedy.nb).toContain(question)
  })

  test('given 75000 kg, when refused, then the remedy asks whether grams were meant', () => {
    const result = parse(weight, { typed: '75000', unit: 'kg' })
    expect(!result.ok && result.refusals[0]?.remedy.en).toContain('Did you mean 75000 g?')
  })

  test('given either code point of µ, when a unit is named, then it is the same unit', () => {
    const creatinine = item('crea', 'laboratory', {
      unit: 'umol/L',
      units: { 'umol/L': same, 'mg/dL': { factor: 88.4, offset: 0 } },
    })
    for (const unit of ['umol/L', '\u00B5mol/L', '\u03BCmol/L']) {
      expect(parse(creatinine, { typed: '80', unit })).toMatchObject({ ok: true, value: { unit: 'umol/L' } })
    }
  })
})

describe('choices, texts, absence', () => {
  test.each<[CompiledItem, RawEntry, unknown]>([
    [sex, { typed: 'female' }, { typed: 'female', value: 'female' }],
    [sex, { typed: 'Kvinne' }, ['codeUnknown']],
    [sex, { typed: 'toString' }, ['codeUnknown']],
    [sex, { typed: '__proto__' }, ['codeUnknown']],
    [smokes, { typed: 'yes' }, { typed: 'yes', value: 'yes' }],
    [smokes, { typed: 'maybe' }, ['codeUnknown']],
    [smokes, { absent: 'refused' }, { absent: 'refused' }],
    [smokes, { absent: 'lost' }, ['reasonUnknown']],
    [smokes, { typed: 'yes', absent: 'refused' }, ['valueAndReason']],
    [smokes, {}, ['valueMissing']],
    [note, { typed: "O'Brien, Nguyễn ŋ 😀" }, { typed: "O'Brien, Nguyễn ŋ 😀", value: "O'Brien, Nguyễn ŋ 😀" }],
    [note, { typed: 'A\u030A' }, { typed: 'A\u030A', value: 'Å' }],
    [note, { typed: 'to\nlinjer' }, { typed: 'to\nlinjer', value: 'to\nlinjer' }],
    [note, { typed: '=1+1' }, { typed: '=1+1', value: '=1+1' }],
    [note, { typed: 'null' }, { typed: 'null', value: 'null' }],
    [note, { typed: '😀'.repeat(20) }, { typed: '😀'.repeat(20), value: '😀'.repeat(20) }],
    [note, { typed: 'x'.repeat(21) }, ['textTooLong']],
    [note, { typed: 'x'.repeat(1_000_000) }, ['textTooLong']],
    [note, { typed: 'a\u0000b' }, ['textCharacter']],
    [note, { typed: 'a\tb' }, ['textCharacter']],
    [note, { typed: 'a\u202Eb' }, ['textCharacter']],
    [note, { typed: 'a\u200Bb' }, ['textCharacter']],
    [note, { typed: 'a\uD800b' }, ['textCharacter']],
    [note, { typed: 'a\uDC00' }, ['textCharacter']],
    [note, { typed: '  ' }, ['valueMissing']],
  ])('given %o, when %j comes, then %j', (of, raw, expected) => {
    const result = parse(of, raw)
    expect(result.ok ? result.value : codes(result)).toEqual(expected)
  })

  test('given a text with NUL, when refused, then the refusal names place and code without repeating it', () => {
    const result = parse(note, { typed: 'ab\u0000' })
    expect(!result.ok && result.refusals[0]?.reason.en).toContain('Character 3 of the text, U+0000')
  })
})

describe('rows', () => {
  const row = (id: string, code: string, more: Record<string, RawEntry> = {}) => ({
    id,
    cells: { level: { typed: code }, ...more },
  })
  const rows = [row('a', 'L4', { nrs: { typed: '3' } }), row('b', 'L5'), row('c', 'S1', { nrs: { absent: 'notDone' } })]

  test('given a row for every code, when read, then the group is complete', () => {
    const result = parse(endplates, { rows })
    expect(result).toMatchObject({
      ok: true,
      value: { value: { complete: true, rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] } },
    })
  })

  test('given a row too few, when read, then the group is incomplete, and refused if said to be complete', () => {
    expect(parse(endplates, { rows: rows.slice(1) })).toMatchObject({ ok: true, value: { value: { complete: false } } })
    const result = parse(endplates, { rows: rows.slice(1), complete: true })
    expect(codes(result)).toEqual(['rowsMissing'])
    expect(!result.ok && result.refusals[0]?.reason.en).toContain('L4')
  })

  test.each<[string, CompiledItem, RawEntry, readonly string[], string]>([
    ['the same code twice', endplates, { rows: [row('a', 'L4'), row('b', 'L4')] }, ['rowTwice'], 'endplates.b.level'],
    ['the same id twice', endplates, { rows: [row('a', 'L4'), row('a', 'L5')] }, ['rowTwice'], 'endplates.a'],
    ['no code', endplates, { rows: [{ id: 'a', cells: {} }] }, ['valueMissing'], 'endplates.a.level'],
    [
      'an unknown column',
      endplates,
      { rows: [row('a', 'L4', { modic: { typed: '1' } })] },
      ['columnUnknown'],
      'endplates.a',
    ],
    [
      'a value out of range',
      endplates,
      { rows: [row('a', 'L4', { nrs: { typed: '11' } })] },
      ['outOfRange'],
      'endplates.a.nrs',
    ],
    ['an id that is no id', medicines, { rows: [{ id: 'a.b', cells: {} }] }, ['rowId'], 'medicines.1'],
    [
      '201 rows',
      medicines,
      { rows: Array.from({ length: 201 }, (_, i) => ({ id: `r${i}`, cells: {} })) },
      ['tooManyRows'],
      'medicines',
    ],
    ['no rows at all', medicines, {}, ['rowsMissing'], 'medicines'],
  ])('given %s, when read, then it is refused where it stands', (_, of, raw, expected, field) => {
    const result = parse(of, raw)
    expect(codes(result)).toEqual(expected)
    expect(!result.ok && result.refusals[0]?.field).toBe(`forms.f.${field}`)
  })

  test('given no rows and no more to come, when read, then there are none', () => {
    const result = parse(medicines, { rows: [], complete: true })
    expect(result.ok && formatEntry(medicines, result.value)).toEqual({ en: 'none', nb: 'ingen' })
  })
})

describe('laws', () => {
  const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string())

  test('10,000 random Unicode texts: kept as typed and equal up to normal form, or refused with field, reason and remedy', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(...all), fc.constantFrom<Language>('en', 'nb'), (text, of, language) => {
        const result = parse(
          of,
          { typed: text, unit: of.unit, ...(of.type === 'repeat' ? { rows: [] } : {}) },
          language,
        )
        if (result.ok) {
          expect(result.value.typed).toBe(text)
          if (of.type === 'text') expect(result.value).toEqual({ typed: text, value: text.normalize('NFC') })
          expect(JSON.parse(JSON.stringify(result.value))).toEqual(result.value)
        } else {
          for (const { field, reason, remedy } of result.refusals) {
            expect(field).toMatch(/^forms\.f\./)
            for (const words of [reason, remedy]) {
              expect(words.en.isWellFormed() && words.nb.isWellFormed()).toBe(true)
              expect(words.en !== '' && words.nb !== '' && words.en !== words.nb).toBe(true)
              expect(words.en + words.nb).not.toContain('undefined')
            }
          }
        }
      }),
      { numRuns: 10_000 },
    )
  })

  test('anything at all in place of an entry is read or refused, and never throws', () => {
    const raw = fc.oneof(
      fc.anything(),
      fc.record(
        {
          typed: fc.anything(),
          unit: fc.anything(),
          absent: fc.anything(),
          rows: fc.anything(),
          complete: fc.anything(),
        },
        { requiredKeys: [] },
      ),
      fc.record({
        rows: fc.array(fc.oneof(fc.anything(), fc.record({ id: fc.constantFrom('a', 'b'), cells: fc.anything() }))),
      }),
    )
    fc.assert(
      fc.property(raw, fc.constantFrom(...all), (anything, of) => {
        const result = parse(of, anything as RawEntry)
        expect(result.ok ? 1 : result.refusals.length).toBeGreaterThan(0)
      }),
      { numRuns: 3000 },
    )
  })
})
