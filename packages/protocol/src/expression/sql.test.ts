import { connectedTo, freshDatabase, runs } from '@trialwright/test-support'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { conditions, numbers, scope } from '../testing/randomExpressions.ts'
import { records } from '../testing/randomRecords.ts'
import { answerOf } from './answer.ts'
import { NO_ROW, type EvaluationRecord } from './fact.ts'
import { sql, type Sql } from './sql.ts'
import { sqlRecord } from './sqlRecord.ts'
import { sqlScopeOf } from './sqlScope.ts'

/* Random expressions on random, half-known people, asked of the evaluator and of PostgreSQL. */

const inSql = sqlScopeOf(scope.derived)
let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase({ migrated: false })
})
afterAll(() => database.drop())

/** Each expression for each person: a row per person, a column per expression. */
async function ask(expressions: readonly Sql[], people: readonly EvaluationRecord[]): Promise<unknown[][]> {
  const columns = expressions.map(({ text }, index) => `${text} as c${index}`).join(', ')
  const facts = people.map((record) => sqlRecord(record, scope.slots, scope.item))
  const statement = `select ${columns} from jsonb_array_elements($1::jsonb) with ordinality as people(facts, n) order by n`
  const { rows } = await connectedTo(database.adminUrl, (client) =>
    client.query<unknown[]>({ text: statement, values: [JSON.stringify(facts)], rowMode: 'array' }),
  )
  return rows
}

const inWords = (answer: unknown) => (answer === true ? 'yes' : answer === false ? 'no' : 'unknown')
/** A nightly run asks twenty times as many. */
const patience = 300_000
const people = fc.array(records, { minLength: 12, maxLength: 12 })

describe('PostgreSQL answers as the evaluator does', () => {
  test(
    'conditions: yes, no and unknown, for some ten thousand pairs',
    async () => {
      const seen = { yes: 0, no: 0, unknown: 0 }
      await fc.assert(
        fc.asyncProperty(fc.array(conditions, { minLength: 1, maxLength: 30 }), people, async (nodes, of) => {
          const rows = await ask(nodes.map(inSql.condition), of)
          const expected = of.map((record) => nodes.map((node) => answerOf(scope.condition(node)(record, NO_ROW))))
          expect(rows.map((row) => row.map(inWords))).toEqual(expected)
          for (const answer of expected.flat()) seen[answer] += 1
        }),
        runs(100),
      )
      for (const count of Object.values(seen)) expect(count).toBeGreaterThan(1000)
      expect(seen.yes + seen.no + seen.unknown).toBeGreaterThan(3000)
    },
    patience,
  )

  test(
    'numbers: both ends, not applicable, and whether they were skipped',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(numbers, { minLength: 1, maxLength: 20 }), people, async (nodes, of) => {
          const rows = await ask(nodes.map(inSql.number), of)
          const expected = of.map((record) =>
            nodes.map((node) => {
              const { low, high, skipped } = scope.number(node)
              return [low(record, NO_ROW), high(record, NO_ROW), skipped(record, NO_ROW) ? 1 : 0].map(orNull)
            }),
          )
          expect(rows.map((row) => (row as Ends[]).map((ends) => ends.map(orNull)))).toEqual(expected)
        }),
        runs(50),
      )
    },
    patience,
  )
})

type Ends = readonly (number | null)[]

/** Null where JavaScript has NaN; zero below zero is zero. */
const orNull = (value: number | null) => (value === null || Number.isNaN(value) ? null : value + 0)

describe('a text becomes SQL in one place', () => {
  test.each(["O'Brien", 'a\\b', "\\'; drop table x; --", 'æøå “”', '$1', ''])(
    '%s comes back as it was',
    async (text) => {
      expect(await ask([sql`${text}`], [await one()])).toEqual([[text]])
    },
  )
  test.each([0, -0.5, 1e-300, 5e-324, 1.7976931348623157e308, Number.POSITIVE_INFINITY, 0.1 + 0.2])(
    '%d comes back as it was',
    async (number) => expect(await ask([sql`${number}`], [await one()])).toEqual([[number]]),
  )
  test('a NUL character is a bug of the caller', () => expect(() => sql`${'a\0b'}`).toThrow(RangeError))

  const one = async () => fc.sample(records, { numRuns: 1, seed: 1 })[0] as EvaluationRecord
})
