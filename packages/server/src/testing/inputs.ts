import fc from 'fast-check'
import type { TSchema } from 'typebox'
import { compiled } from './trial.ts'

/* Inputs made from a schema: of its form, spoilt in one place, or nothing like it. */

interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
}

/** Names the study knows, and names every JavaScript object knows. */
const names = [
  ...compiled.encounters.map(({ id }) => id),
  ...compiled.forms.map(({ id }) => id),
  ...compiled.forms.flatMap(({ items }) => items.map(({ id }) => id)),
  ...compiled.sites.map(({ id }) => id),
  ...compiled.consent.map(({ id }) => id),
  'type',
  'height',
  'HOLD01',
]
const traps = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', '__proto__', 'then', 'length']

const days = [
  '2026-03-02',
  '2026-03-01',
  '2026-02-30',
  '2025-02-29',
  '0000-00-00',
  '9999-12-31',
  '2027-03-28',
  '0202-01-01',
]
const times = ['09:05', '02:30', '24:00', '25:61', '00:00', '23:59']
const instants = [
  '2026-03-02T09:00:00+01:00',
  '2027-03-28T02:30:00+01:00',
  '2026-02-30T25:00:00Z',
  '9999-12-31T23:59:59.999999999-23:59',
]

const typed = fc.constantFrom(
  '80',
  '12,5',
  '12.5',
  '1 000',
  '1.000',
  '1e999',
  'NaN',
  'Infinity',
  '-0',
  '<5',
  '> 200',
  '0x10',
  '１２',
  '',
  'yes',
  'no',
  'male',
  'one',
  '1980-05-17',
  '17.05.1980',
  '2023',
  'UN-MAR-2023',
  'K7Q2M4XD-9',
  '=cmd|calc',
  "O'Brien",
  '😀',
  'Ångström',
  'null',
  '9'.repeat(400),
  'x'.repeat(5000),
)

/** Anything JSON can hold that no field wants. */
export const nasty: fc.Arbitrary<unknown> = fc.constantFrom<unknown[]>(
  null,
  true,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD83D',
  '\u202E',
  'x'.repeat(20_000),
  [],
  {},
  [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]],
  { constructor: { prototype: 1 } },
  'infinity',
  "'; drop table record.event; --",
)

const id = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.constantFrom(...traps) },
)

/** A value of the schema's form; what a decision makes of it is another matter. */
export function fitting(schema: TSchema | Schema): fc.Arbitrary<unknown> {
  const { type, enum: words, const: only, pattern, properties, patternProperties, items } = schema as Schema
  if (only !== undefined) return fc.constant(only)
  if (words) return fc.constantFrom(...words)
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer')
    return fc.integer({ min: (schema as Schema).minimum ?? -5, max: Math.min((schema as Schema).maximum ?? 9, 9) })
  if (type === 'number') return fc.constantFrom(0, 1, 18, 120, 0.1, -7)
  if (type === 'array') return fc.array(fitting(items ?? {}), { maxLength: 3 })
  if (patternProperties)
    return fc.dictionary(
      id.filter((name) => name !== '__proto__'),
      fitting(Object.values(patternProperties)[0] ?? {}),
      { maxKeys: 4 },
    )
  if (properties) return objectOf(schema as Schema)
  return textOf(pattern)
}

function objectOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  return fc.record(Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, fitting(inner)])), {
    requiredKeys: [...required],
  })
}

function textOf(pattern: string | undefined): fc.Arbitrary<string> {
  if (pattern === undefined) return typed
  if (pattern.includes('T[0-9]')) return fc.constantFrom(...instants)
  if (pattern.startsWith('^[0-9]{4}')) return fc.constantFrom(...days)
  if (pattern.startsWith('^[0-9]{2}:')) return fc.constantFrom(...times)
  if (pattern.startsWith('^[0-9]{11}')) return fc.constantFrom('17858012345', '00000000000')
  if (pattern.startsWith('^[A-Z]')) return fc.constantFrom('NOR-001', 'NOR-002', 'NOR-003', 'SOU-001', 'NOR-999999')
  return id
}

/** One leaf or member spoilt, left out, or added. */
export const spoilt = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(value, fc.nat(), nasty, fc.constantFrom('replace', 'remove', 'add')).map(([whole, where, bad, how]) => {
    const copy = structuredClone(whole)
    const places = placesIn(copy)
    const place = places[where % Math.max(places.length, 1)]
    if (!place) return bad
    const [holder, key] = place
    if (how === 'replace') holder[key] = bad
    else if (how === 'remove') delete holder[key]
    else holder['unasked'] = bad
    return copy
  })

type Holder = Record<string, unknown>

function placesIn(value: unknown): readonly (readonly [Holder, string])[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [[value as Holder, key] as const, ...placesIn(inner)])
}
