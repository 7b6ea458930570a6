import { type CompiledItem, type Entry, parseEntry } from '@trialwright/protocol'
import { describe, expect, test } from 'vitest'
import { isBlank, rawOf, sameRaw, toSend, typedSince } from './raw.ts'

const item = (type: CompiledItem['type'], more: Partial<CompiledItem> = {}): CompiledItem => ({
  id: 'x',
  type,
  question: { en: 'x', nb: 'x' },
  label: { en: 'x', nb: 'x' },
  blinding: 'open',
  optional: false,
  burden: 'question',
  ...more,
})

describe('what stands in a field', () => {
  test.each([
    [
      'a number',
      item('number', { unit: 'kg', units: { kg: { factor: 1, offset: 0 } } }),
      { typed: '72,5', value: 72.5, unit: 'kg' },
    ],
    [
      'a limit',
      item('laboratory', { unit: 'mg/L', units: { 'mg/L': { factor: 1, offset: 0 } } }),
      { typed: '<5', value: { below: 5 }, unit: 'mg/L' },
    ],
    ['a date known in part', item('date', { partial: true }), { typed: '05.2018', value: '2018-05' }],
    ['a reason for absence', item('number', { unit: 'kg' }), { absent: 'notDone' as const }],
  ])('%s reads back as the same value in both languages', (_, of, entry: Entry) => {
    for (const language of ['en', 'nb'] as const) {
      const read = parseEntry(of, rawOf(of, entry, language), language, { today: '2026-11-22' })
      expect(read.ok && { ...read.value, typed: undefined }).toEqual({ ...entry, typed: undefined })
    }
  })

  test('fixed rows stand ready, one per code', () => {
    const repeat = item('repeat', {
      rowFor: 'level',
      columns: [item('coded', { id: 'level', codes: { L4: { en: 'L4', nb: 'L4' }, L5: { en: 'L5', nb: 'L5' } } })],
    })
    expect(rawOf(repeat, undefined, 'nb').rows?.map((row) => row.id)).toEqual(['L4', 'L5'])
  })
})

describe('whether something was changed', () => {
  test('a unit beside an empty field says nothing', () => {
    expect(sameRaw({ typed: '', unit: 'kg' }, { typed: '' })).toBe(true)
    expect(sameRaw({ typed: '7', unit: 'kg' }, { typed: '7', unit: 'g' })).toBe(false)
  })

  test('blank cells of a row say nothing', () => {
    const row = (cells: object) => ({ typed: '', complete: true, rows: [{ id: 'r1', cells: cells as never }] })
    expect(sameRaw(row({ a: { typed: 'x' }, b: { typed: ' ' } }), row({ a: { typed: 'x' } }))).toBe(true)
    expect(sameRaw(row({ a: { typed: 'x' } }), row({ a: { typed: 'y' } }))).toBe(false)
  })

  test('spaces alone are blank, a reason for absence is not', () => {
    expect(isBlank({ typed: '  ' })).toBe(true)
    expect(isBlank({ typed: '', absent: 'refused' })).toBe(false)
  })
})

describe('what is sent of rows', () => {
  const row = (id: string, a: string, b = '') => ({ id, cells: { a: { typed: a }, b: { typed: b } } })
  const list = (...rows: object[]) => ({ typed: '', complete: true, rows: rows as never })

  test('a new one, without the cells nobody filled in; one left blank is not sent', () => {
    expect(toSend(list(row('r1', 'x'), row('r2', '')), list())).toEqual({
      typed: '',
      complete: true,
      rows: [{ id: 'r1', cells: { a: { typed: 'x' } } }],
    })
  })

  test('of those recorded only the cells that differ, one emptied too, so that it is asked about', () => {
    const sent = toSend(
      list(row('r1', 'x', 'z'), row('r2', ''), row('r3', 'same')),
      list(row('r1', 'x', 'y'), row('r2', 'w'), row('r3', 'same')),
    )
    expect(sent.rows).toEqual([
      { id: 'r1', cells: { b: { typed: 'z' } } },
      { id: 'r2', cells: { a: { typed: '' } } },
    ])
  })

  test('a removal with its reason, and no cells', () => {
    const sent = toSend(list({ ...row('r1', 'y'), removed: true, reason: 'twice' }), list(row('r1', 'x')))
    expect(sent.rows).toEqual([{ id: 'r1', cells: {}, removed: true, reason: 'twice' }])
  })
})

test('what was typed while a saving was under way is kept, and what it took is not', () => {
  const saved = { weight: { typed: '75' }, pulse: { typed: '70' } }
  const later = { ...saved, pulse: { typed: '7' }, height: { typed: '180' } }
  expect(typedSince(later, saved)).toEqual({ pulse: { typed: '7' }, height: { typed: '180' } })
  expect(typedSince(saved, saved)).toEqual({})
})
