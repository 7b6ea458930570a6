import { type CompiledStudy, type EvaluationRecord, loadStudy, sqlOf } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { backToBasic, cases } from '@trialwright/study-back-to-basic'
import { connectedTo, freshDatabase, runs } from '@trialwright/test-support'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawFrom, personOf } from './people.ts'

/* One definition, two readers: the study's own logic, asked of the evaluator and of PostgreSQL. */

const compiled: CompiledStudy = compileStudy(backToBasic)
const study = loadStudy(compiled)
const inSql = sqlOf(study)
let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase({ migrated: false })
})
afterAll(() => database.drop())

/** Every expression for every person, in one query: a row per person. */
async function ask(expressions: readonly string[], people: readonly EvaluationRecord[]): Promise<unknown[][]> {
  const columns = expressions.map((text, index) => `${text} as c${index}`).join(', ')
  const text = `select ${columns} from jsonb_array_elements($1::jsonb) with ordinality as people(facts, n) order by n`
  const values = [JSON.stringify(people.map(inSql.facts))]
  const { rows } = await connectedTo(database.adminUrl, (client) =>
    client.query<unknown[]>({ text, values, rowMode: 'array' }),
  )
  return rows
}

const people = (count: number, seed: number) =>
  Array.from({ length: count }, (_, index) => study.record(personOf(compiled, drawFrom(seed + index))))
const thousand = people(runs(1000).numRuns, 1)
const verdicts = new Map<unknown, string>([
  [true, 'eligible'],
  [false, 'notEligible'],
  [null, 'undecided'],
])
const inWords = (answer: unknown) => (answer === true ? 'yes' : answer === false ? 'no' : 'unknown')

test('all criteria and the verdict, for a thousand invented people', async () => {
  const rows = await ask([...inSql.criteria.map(({ answer }) => answer), inSql.eligible], thousand)
  const found = rows.map((row) => [...row.slice(0, -1), verdicts.get(row.at(-1))])
  expect(found).toEqual(
    thousand.map((record) => [...study.criteria(record).map(({ answer }) => answer), study.verdict(record)]),
  )
  for (const answer of ['yes', 'no', 'unknown', 'notApplicable'])
    expect(found.flat().filter((each) => each === answer).length).toBeGreaterThan(300)
})

test('each of the study’s own cases, as its author decided it', async () => {
  for (const { id, answer: sql } of inSql.criteria) {
    const own = cases[id] ?? []
    const rows = await ask(
      [sql],
      own.map(({ facts }) => study.record(facts)),
    )
    expect(rows.map(([answer], index) => `${id} ${own[index]?.given}: ${String(answer)}`)).toEqual(
      own.map(({ given, answer }) => `${id} ${given}: ${answer}`),
    )
    expect(own.length).toBeGreaterThanOrEqual(3)
  }
})

test('requirements, holds and stops', async () => {
  const rules = [...compiled.requirements, ...compiled.holds, ...compiled.stops]
  const rows = await ask(
    rules.map(({ holds }) => inSql.condition(holds)),
    thousand,
  )
  expect(rows.map((row) => row.map(inWords))).toEqual(
    thousand.map((record) => rules.map(({ holds }) => study.condition(holds, record))),
  )
})

test('scores and doses, to the last digit', async () => {
  const numbers = [
    ...compiled.derived.map(({ from }) => from),
    ...compiled.arms.flatMap(({ preparation }) => (preparation === undefined ? [] : Object.values(preparation))),
  ]
  const rows = await ask(numbers.map(inSql.number), thousand)
  const known = rows.map((row) => row.map((ends) => knownEnds(ends as readonly (number | null)[])))
  expect(known).toEqual(thousand.map((record) => numbers.map((number) => study.number(number, record))))
  for (const index of numbers.keys()) expect(known.some((row) => row[index] !== undefined)).toBe(true)
})

const knownEnds = ([low, high]: readonly (number | null)[]) =>
  low === null || high === null || low === undefined || high === undefined || low > high ? undefined : { low, high }
