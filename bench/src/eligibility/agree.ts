import type { EvaluationRecord, Study } from '@trialwright/protocol'
import { bundlerOf } from '../cql/bundle.ts'
import { documentedEngine, tunedEngine } from '../cql/engine.ts'
import { randomFrom } from '../random.ts'
import { byHandOf } from './byHand/byHand.ts'
import type { Outcome } from './byHand/threeValued.ts'
import { outcomesOf, verdictOf } from './ours.ts'
import { populationOf } from './people.ts'

export interface Agreement {
  readonly people: number
  /** Of these, how many hold a value that CQL cannot have, and how many of their answers CQL leaves unknown for it. */
  readonly beyondCql: number
  readonly leftUnknown: number
  /** How many answers of each kind were compared: no, unknown, yes, not applicable. */
  readonly answers: readonly [number, number, number, number]
  /** The first few differences, in words; none is what is wanted. */
  readonly differences: readonly string[]
}

/** Shares of answers that are not a healthy person's, from nearly none to all. */
const noises = [0.01, 0.05, 0.3, 1]

interface Counts {
  /** People asked of ours and of the hand-written, of CQL tuned, and of CQL as documented. */
  readonly people: number
  readonly tuned: number
  readonly documented: number
}

/**
 * All engines answer alike for random people. CQL has no result below what is measured, no number that does not
 * apply, and does not work out what half a date allows at the edge of its month; of such people it may leave open
 * what ours settles, and nothing else.
 */
export async function agree(study: Study, { people, tuned, documented }: Counts): Promise<Agreement> {
  const random = randomFrom(20_261_122)
  const population = populationOf(study)
  const hand = byHandOf(study)
  const bundled = bundlerOf(study)
  const askTuned = tunedEngine(study)
  const askDocumented = documentedEngine(study)
  const ids = study.compiled.criteria.map(({ id }) => id)
  const differences: string[] = []
  const answers: [number, number, number, number] = [0, 0, 0, 0]
  let beyond = 0
  let leftUnknown = 0

  const compare = (who: string, ours: readonly Outcome[], theirs: readonly Outcome[], mayBeUnknown: boolean): void => {
    for (const [index, answer] of ours.entries()) {
      if (theirs[index] === answer) continue
      if (mayBeUnknown && theirs[index] === 1) leftUnknown += 1
      else if (differences.length < 5) differences.push(`${ids[index]}: ours ${answer}, ${who} ${theirs[index]}`)
    }
  }
  for (let i = 0; i < people; i += 1) {
    const record: EvaluationRecord = study.record(population.person(random, noises[i % noises.length] ?? 1))
    const ours = outcomesOf(study, record)
    for (const answer of ours) answers[answer] += 1
    compare('by hand', ours, hand.answers(record), false)
    if (verdictOf(study, record) !== hand.verdict(record)) differences.push('the verdict differs from the one by hand')
    if (study.reasonedCriteria(record).some(({ answer }, index) => answer !== study.criteria(record)[index]?.answer))
      differences.push('an explained answer differs from the answer')
    if (i >= tuned) continue
    const { bundle, beyondCql } = bundled(`p${i}`, record)
    if (beyondCql) beyond += 1
    compare('CQL tuned', ours, await askTuned(`p${i}`, bundle, record), beyondCql)
    if (i < documented) compare('CQL', ours, await askDocumented(`p${i}`, bundle, record), beyondCql)
  }
  return { people, beyondCql: beyond, leftUnknown, answers, differences }
}
