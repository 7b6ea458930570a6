import { bundlerOf, plainEngine, populationOf, randomFrom } from '@trialwright/bench/readers'
import { type EvaluationRecord, loadStudy, sqlOf } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { backToBasic } from '@trialwright/study-back-to-basic'
import { connectedTo, freshDatabase, runs } from '@trialwright/test-support'
import { expect, test } from 'vitest'

/*
 * One population, three readers of the same definition: the evaluator that gates enrolment, PostgreSQL over stored facts, and
 * CQL made from the definition and executed by cql-execution, which shares no code with the other two.
 */

const study = loadStudy(compileStudy(backToBasic))
const ids = study.compiled.criteria.map(({ id }) => id)
const inSql = sqlOf(study)
const answers = ['no', 'unknown', 'yes', 'notApplicable'] as const

/** Shares of answers that are anything an item allows and not a healthy person's. */
const noises = [0.01, 0.05, 0.3, 1]
const atOnce = 1000

interface Difference {
  readonly person: number
  readonly criterion: string
  readonly evaluator: string
  readonly other: string
}

test('R3-24 R3-25 given one virtual population, when three readers decide every criterion for everybody, then they agree in all values', async () => {
  await using database = await freshDatabase({ migrated: false })
  const random = randomFrom(20_261_127)
  const population = populationOf(study)
  const bundled = bundlerOf(study)
  const ask = plainEngine(study)
  const people = runs(20_000).numRuns
  const differences: Difference[] = []
  const counts = new Map<string, number>()
  const limits = { people: 0, leftUnknown: 0 }

  await connectedTo(database.adminUrl, async (client) => {
    await client.query('create table person (n int primary key, facts jsonb not null)')
    for (let first = 0; first < people; first += atOnce) {
      const records = Array.from(
        { length: Math.min(atOnce, people - first) },
        (_, index): EvaluationRecord =>
          study.record(population.person(random, noises[(first + index) % noises.length]!)),
      )
      await client.query(
        'insert into person select $1 + n, facts from jsonb_array_elements($2::jsonb) with ordinality as given (facts, n)',
        [first, JSON.stringify(records.map(inSql.facts))],
      )
      const columns = [...inSql.criteria.map(({ answer }) => answer), inSql.eligible].join(', ')
      const stored = await client.query<unknown[]>({
        // Joined to an empty object the facts are unpacked once a row; as stored, each of some thousand mentions unpacks them anew.
        text: `
          select ${columns}
          from (select n, facts || '{}' as facts from person where n > $1 and n <= $2 offset 0) as person
          order by n`,
        values: [first, first + records.length],
        rowMode: 'array',
      })
      for (const [index, record] of records.entries()) {
        const person = first + index
        const ours = study.criteria(record).map(({ answer }) => answer)
        const row = stored.rows[index] ?? []
        const { bundle, beyondCql } = bundled(`p${person}`, record)
        const inCql = (await ask(`p${person}`, bundle, record)).map((answer) => answers[answer])
        const verdict = { eligible: true, notEligible: false, undecided: null }[study.verdict(record)]
        if (row.at(-1) !== verdict)
          differences.push({ person, criterion: 'verdict', evaluator: String(verdict), other: String(row.at(-1)) })
        for (const [at, criterion] of ids.entries()) {
          const evaluator = ours[at]!
          counts.set(evaluator, (counts.get(evaluator) ?? 0) + 1)
          if (row[at] !== evaluator) differences.push({ person, criterion, evaluator, other: `SQL ${String(row[at])}` })
          if (inCql[at] === evaluator) continue
          // CQL has no result below a limit, no half date and no number that does not apply; of such a person it may not know.
          if (beyondCql && inCql[at] === 'unknown') limits.leftUnknown += 1
          else differences.push({ person, criterion, evaluator, other: `CQL ${inCql[at]}` })
        }
        if (beyondCql) limits.people += 1
      }
    }
  })
  console.log(
    `readers · people ${people}, answers ${JSON.stringify(Object.fromEntries(counts))}, differences ${differences.length}; beyond CQL's values: ${limits.people} people, ${limits.leftUnknown} answers it leaves unknown`,
  )
  expect(differences.slice(0, 10)).toEqual([])
  for (const answer of answers) expect(counts.get(answer)).toBeGreaterThan(1000)
  // What CQL cannot hold must stay the exception, or the comparison would compare nothing.
  expect(limits.leftUnknown).toBeLessThan(people * ids.length * 0.02)
}, 1_200_000)

test('given an answer read the other way round, when the readers are compared, then the difference is seen', async () => {
  const turned = loadStudy({
    ...study.compiled,
    criteria: study.compiled.criteria.map((criterion) =>
      criterion.id === 'IN01' ? { ...criterion, holds: { kind: 'not', of: criterion.holds } as const } : criterion,
    ),
  })
  const random = randomFrom(3)
  const record = study.record(populationOf(study).person(random, 0.01))
  const { bundle } = bundlerOf(turned)('p', record)
  const [inCql] = await plainEngine(turned)('p', bundle, record)
  expect(study.criteria(record)[0]?.answer).toBe('yes')
  expect(answers[inCql ?? 1]).toBe('no')
})
