import { parseEntry, type CompiledItem, type Entry, type RawEntry } from '@trialwright/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsChanged, withRows } from './rows.ts'

const text = { en: 'x', nb: 'x' }
const column = (id: string): CompiledItem => ({
  id,
  type: 'text',
  question: text,
  label: text,
  blinding: 'open',
  optional: true,
  burden: 'question',
})
const list: CompiledItem = { ...column('list'), type: 'repeat', columns: ['a', 'b', 'c'].map(column) }

const read = (raw: RawEntry, recorded?: Entry): Entry => {
  const parsed = parseEntry(list, raw, 'en', { today: '2026-09-01', recorded })
  if (!parsed.ok) throw new Error(parsed.refusals.map(({ code, field }) => `${code} ${field}`).join())
  return parsed.value
}
const codes = (raw: RawEntry, recorded?: Entry) => {
  const parsed = parseEntry(list, raw, 'en', { today: '2026-09-01', recorded })
  return parsed.ok ? [] : parsed.refusals.map(({ code, field }) => `${code} ${field}`)
}
const row = (id: string, cells: Record<string, string>, more: object = {}) => ({
  id,
  cells: Object.fromEntries(Object.entries(cells).map(([name, typed]) => [name, { typed }])),
  ...more,
})

describe('rows sent are read into those there', () => {
  const two = read({ rows: [row('r1', { a: 'x', b: 'y' }), row('r2', { a: 'z' })], complete: true })

  test('EMA-04: one cell sent changes one cell, and nothing else', () => {
    const after = read({ rows: [row('r1', { b: 'new' })] }, two)
    expect(rowsChanged(two, after)).toEqual([
      {
        row: 'r1',
        cells: [{ column: 'b', entry: { typed: 'new', value: 'new' }, previous: { typed: 'y', value: 'y' } }],
      },
    ])
  })

  test('a row left out stays, and what was said to be all stays so', () => {
    expect(read({ rows: [row('r3', { a: 'third' })] }, two)).toMatchObject({
      value: { rows: [{ id: 'r1' }, { id: 'r2' }, { id: 'r3' }], complete: true },
    })
  })

  test('R3-01: a removed row stays to be read; its id is never given to another', () => {
    const after = read({ rows: [{ id: 'r1', cells: {}, removed: true }] }, two)
    expect(after).toMatchObject({ value: { rows: [{ id: 'r1', removed: true, cells: { a: { value: 'x' } } }, {}] } })
    expect(codes({ rows: [row('r1', { a: 'another' })] }, after)).toEqual(['rowRemoved list.r1'])
    expect(read({ rows: [{ id: 'r1', cells: {}, removed: false }] }, after)).toEqual(two)
  })

  test('what cannot be is refused, with its place', () => {
    expect(codes({ rows: [{ id: 'r9', cells: {} }] }, two)).toEqual(['rowEmpty list.r9'])
    expect(codes({ rows: [{ id: 'r9', cells: {}, removed: true }] }, two)).toEqual(['rowUnknown list.r9'])
    expect(codes({ rows: [row('r1', { a: 'x' }, { removed: true })] }, two)).toEqual(['rowRemoved list.r1'])
    expect(codes({ absent: 'notDone' }, two)).toEqual(['rowsThere list'])
  })
})

const sending = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('r1', 'r2', 'r3', 'r4'),
    cells: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.record({ typed: fc.constantFrom('x', 'y', 'z') })),
    removed: fc.option(fc.boolean(), { nil: undefined }),
  }),
  { selector: ({ id }) => id, maxLength: 4 },
)

test('law: what an event tells of rows, applied to those before, gives those after', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(sending, fc.boolean()), { maxLength: 8 }), (savings) => {
      let recorded: Entry | undefined
      let told: Entry | undefined
      for (const [rows, complete] of savings) {
        const parsed = parseEntry(list, { rows, complete }, 'en', { today: '2026-09-01', recorded })
        if (!parsed.ok) continue
        const change = { rows: rowsChanged(recorded, parsed.value), complete }
        told = withRows(told, JSON.parse(JSON.stringify(change)))
        recorded = parsed.value
        expect(told).toEqual(recorded)
      }
    }),
    { numRuns: 2000 },
  )
})
