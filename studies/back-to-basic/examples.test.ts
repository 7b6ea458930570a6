import { loadStudy } from '@trialwright/protocol'
import { compileStudy, disagreements, mutationScore, type MutationScore } from '@trialwright/protocol/compile'
import { expect, test } from 'vitest'
import { backToBasic, examples } from './index.ts'

const compiled = compileStudy(backToBasic)

/** Slips that change nothing, which the search for a person cannot show: it reads two answers beside a condition on whom they concern. */
const equivalent: Readonly<Record<string, string>> = {
  'criteria.EX09':
    'That she is a woman is asked twice, of the criterion and within childbearing potential: either alone says the same.',
}

test('R3-24 given what was worked out by hand, when the study is asked, then it says the same', () => {
  expect([...disagreements(loadStudy(compiled), examples)]).toEqual([])
})

test('given what is there, then every rule, condition, score and encounter has its examples', () => {
  const { rules = {}, concerns = {}, numbers = {}, schedule = {} } = examples
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  const listed = (['requirements', 'holds', 'stops', 'deviations'] as const).flatMap((list) =>
    ids(compiled[list]).map((id) => `${list}.${id}`),
  )
  expect(Object.keys(rules).toSorted()).toEqual(listed.toSorted())
  expect(Object.keys(numbers)).toEqual(expect.arrayContaining(ids(compiled.derived)))
  expect(Object.keys(schedule).toSorted()).toEqual(ids(compiled.encounters).toSorted())
  const conditional = [...compiled.encounters, ...compiled.procedures].filter(
    ({ appliesTo }) => appliesTo !== undefined,
  )
  const without = ids(conditional).filter((id) => !(concerns[`encounters.${id}`] ?? concerns[`procedures.${id}`]))
  expect(without).toEqual([])
})

test('R3-24 given every slip an author could make, one at a time, when the examples are asked, then all are noticed that change anything', () => {
  const run = mutationScore(compiled, examples)
  let step = run.next()
  while (step.done !== true) step = run.next()
  const { slips, noticed, survivors }: MutationScore = step.value
  console.log(`slips ${slips}, noticed ${noticed}`)
  expect(slips).toBeGreaterThan(1900)
  // What is not noticed is named here, with why it is no slip, or has no case.
  expect(survivors.filter(({ path }) => !(path in equivalent)).map(({ path, what }) => `${path}: ${what.en}`)).toEqual(
    [],
  )
  expect(survivors.length).toBeLessThanOrEqual(2)
  expect(noticed / slips).toBeGreaterThanOrEqual(0.99)
}, 600_000)
