import type { RawEntry, RawRow } from '@trialwright/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conflictKey, merge, resolve, type Conflict } from './merge.ts'
import { type Draft, emptyRaw, sameRaw, toSend } from './raw.ts'

const typed = (text: string): RawEntry => ({ typed: text })
const list = (...rows: RawRow[]): RawEntry => ({ typed: '', rows, complete: false })
const row = (id: string, a: string, b = ''): RawRow => ({ id, cells: { a: typed(a), b: typed(b) } })

describe('what two people changed', () => {
  test('in different places stands, both', () => {
    const merged = merge({ x: typed('1'), y: typed('1') }, { x: typed('1'), y: typed('2') }, { x: typed('3') })
    expect(merged).toEqual({
      draft: { x: typed('3') },
      conflicts: [],
      taken: [{ item: 'y', before: typed('1'), theirs: typed('2') }],
    })
  })

  test('in one place, alike, is no question; differently, is one', () => {
    expect(merge({ x: typed('1') }, { x: typed('2') }, { x: typed('2') })).toEqual({
      draft: {},
      conflicts: [],
      taken: [],
    })
    expect(merge({ x: typed('1') }, { x: typed('2') }, { x: typed('3') }).conflicts).toEqual([
      { item: 'x', before: typed('1'), theirs: typed('2'), mine: typed('3') },
    ])
  })

  test('rows both added are both there; cells of one row meet cell by cell', () => {
    const { draft, conflicts } = merge(
      { list: list(row('r', 'x', 'y')) },
      { list: list(row('r', 'x', 'theirs'), row('t', 'new')) },
      { list: list(row('r', 'mine', 'y'), row('m', 'own')) },
    )
    expect(conflicts).toEqual([])
    expect(draft.list?.rows).toEqual([row('r', 'mine', 'theirs'), row('t', 'new'), row('m', 'own')])
  })

  test('a row that one removed and the other changed is asked about', () => {
    const gone = { ...row('r', 'x'), removed: true }
    const { conflicts } = merge({ list: list(row('r', 'x')) }, { list: list(gone) }, { list: list(row('r', 'mine')) })
    expect(conflicts.map(conflictKey)).toEqual(['list.r'])
    const theirs = resolve({ list: list(row('r', 'mine')) }, conflicts[0] as Conflict, 'theirs')
    expect(theirs.list?.rows).toEqual([gone])
  })

  test('that these are all the rows is not said of rows not seen', () => {
    const all = { ...list(row('r', 'x')), complete: true }
    expect(
      merge({ list: list(row('r', 'x')) }, { list: list(row('r', 'x'), row('t', 'y')) }, { list: all }).draft.list
        ?.complete,
    ).toBe(false)
    expect(
      merge({ list: list(row('r', 'x')) }, { list: list(row('r', 'x')) }, { list: all }).draft.list?.complete,
    ).toBe(true)
  })
})

/*
 * Random interleavings of two people at one form: typing, saving, looking, choosing. The server takes a saving only at the
 * version it was made on. A value is overwritten silently when it was never shown to the one who overwrote it at the time
 * they last decided about it.
 */
type Values = Readonly<Record<string, RawEntry>>
interface Server {
  version: number
  values: Values
}
interface Client {
  version: number
  base: Values
  draft: Draft
  conflicts: readonly Conflict[]
  /** What stood there when the person last decided about a place. */
  readonly decided: Map<string, RawEntry>
}

const items = ['x', 'y', 'list'] as const
const cellAt = (values: Values, key: string): RawEntry => {
  const [item = '', id, column = ''] = key.split('.')
  if (id === undefined) return values[item] ?? emptyRaw
  return values[item]?.rows?.find((one) => one.id === id)?.cells[column] ?? emptyRaw
}

function apply(values: Values, sent: Draft): Values {
  const next: Record<string, RawEntry> = { ...values }
  for (const [item, raw] of Object.entries(sent)) {
    if (raw.rows === undefined) {
      next[item] = raw
      continue
    }
    const rows = new Map((values[item]?.rows ?? []).map((each) => [each.id, each]))
    for (const each of raw.rows)
      rows.set(each.id, { id: each.id, cells: { ...rows.get(each.id)?.cells, ...each.cells } })
    next[item] = { typed: '', rows: [...rows.values()], complete: false }
  }
  return next
}

const step = fc.record({
  who: fc.nat(1),
  what: fc.constantFrom('type', 'cell', 'add', 'save', 'save', 'choose', 'look'),
  item: fc.constantFrom('x', 'y'),
  row: fc.nat(3),
  column: fc.constantFrom('a', 'b'),
  text: fc.constantFrom('1', '2', '3', '4'),
  mine: fc.boolean(),
})

function look(client: Client, server: Server): void {
  if (client.version === server.version) return
  const { draft, conflicts } = merge(client.base, server.values, client.draft, client.conflicts)
  Object.assign(client, { version: server.version, base: server.values, draft, conflicts })
}

function play(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): {
  silent: number
  overwritten: number
  saved: number
} {
  const server: Server = { version: 0, values: { x: emptyRaw, y: emptyRaw, list: list() } }
  const clients: Client[] = [0, 1].map(() => ({
    version: 0,
    base: server.values,
    draft: {},
    conflicts: [],
    decided: new Map(),
  }))
  let silent = 0
  let overwritten = 0
  let saved = 0
  let count = 0
  for (const { who, what, item, row: at, column, text, mine } of steps) {
    const client = clients[who] as Client
    const rows = client.draft.list?.rows ?? client.base.list?.rows ?? []
    if (what === 'type') {
      client.draft = { ...client.draft, [item]: typed(text) }
      client.decided.set(item, cellAt(client.base, item))
      client.conflicts = client.conflicts.filter((one) => conflictKey(one) !== item)
    } else if (what === 'add') {
      count += 1
      client.draft = { ...client.draft, list: list(...rows, row(`r${count}`, text)) }
    } else if (what === 'cell' && rows.length > 0) {
      const { id } = rows[at % rows.length] as RawRow
      client.draft = {
        ...client.draft,
        list: list(
          ...rows.map((one) => (one.id === id ? { ...one, cells: { ...one.cells, [column]: typed(text) } } : one)),
        ),
      }
      client.decided.set(`list.${id}.${column}`, cellAt(client.base, `list.${id}.${column}`))
      client.conflicts = client.conflicts.filter((one) => conflictKey(one) !== `list.${id}.${column}`)
    } else if (what === 'choose' && client.conflicts.length > 0) {
      const [first, ...rest] = client.conflicts as [Conflict, ...Conflict[]]
      client.draft = resolve(client.draft, first, mine ? 'mine' : 'theirs')
      client.decided.set(conflictKey(first), first.theirs)
      client.conflicts = rest
    } else if (what === 'look') look(client, server)
    else if (what === 'save' && client.conflicts.length === 0) {
      if (client.version !== server.version) {
        look(client, server)
        continue
      }
      const sent = Object.fromEntries(
        items.flatMap((each) => {
          const raw = client.draft[each]
          if (raw === undefined || sameRaw(raw, client.base[each] ?? emptyRaw)) return []
          return [[each, toSend(raw, client.base[each])]]
        }),
      )
      if (Object.keys(sent).length === 0) continue
      for (const [each, raw] of Object.entries(sent)) {
        const keys = raw.rows?.flatMap(({ id, cells }) =>
          Object.keys(cells).map((name) => `${each}.${id}.${name}`),
        ) ?? [each]
        for (const key of keys) {
          const there = cellAt(server.values, key)
          if (sameRaw(there, emptyRaw)) continue
          overwritten += 1
          if (!sameRaw(client.decided.get(key) ?? typed('never decided'), there)) silent += 1
        }
      }
      server.values = apply(server.values, sent)
      server.version += 1
      saved += 1
      Object.assign(client, { version: server.version, base: server.values, draft: {}, conflicts: [] })
    }
  }
  return { silent, overwritten, saved }
}

test('R3-01, R3-19: 20,000 random interleavings of two people at one form leave no value overwritten unseen', () => {
  let overwritten = 0
  let saved = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 6, maxLength: 40 }), (steps) => {
      const told = play(steps)
      overwritten += told.overwritten
      saved += told.saved
      expect(told.silent).toBe(0)
    }),
    { numRuns: 20_000 },
  )
  // They did meet: values were overwritten, each seen.
  expect(overwritten).toBeGreaterThan(1000)
  expect(saved).toBeGreaterThan(10_000)
})
