import type { EvaluationRecord } from '@trialwright/protocol'
import { bundlerOf } from '../cql/bundle.ts'
import { documentedEngine, tunedEngine } from '../cql/engine.ts'
import { randomFrom } from '../random.ts'
import { takeTurns, type Case, type Turn } from '../rounds.ts'
import { number, range, type Line, type Options, type Section } from '../section.ts'
import { agree } from './agree.ts'
import { byHandOf } from './byHand/byHand.ts'
import { populationOf } from './people.ts'
import { study } from './study.ts'

/** So few that their records stay in the processor's cache: what is measured is deciding, not memory. */
const howMany = 100

export async function eligibilitySections({ quick, say }: Options): Promise<readonly Section[]> {
  say('eligibility: do all engines agree?')
  const agreement = await agree(
    study,
    quick ? { people: 40, tuned: 8, documented: 1 } : { people: 4000, tuned: 1000, documented: 40 },
  )
  if (agreement.differences.length > 0) throw new Error(`engines differ: ${agreement.differences.join('; ')}`)
  const asked = `${number(agreement.people)} random people answered alike by ours and by hand, ${quick ? 8 : '1,000'} of them by CQL`

  const random = randomFrom(7)
  const population = populationOf(study)
  const records = Array.from({ length: howMany }, () => study.record(population.person(random, 0.03)))
  const at = (i: number): EvaluationRecord => records[i % howMany] as EvaluationRecord
  const hand = byHandOf(study)
  const rounds = quick ? { rounds: 1, milliseconds: 2 } : { rounds: 31, milliseconds: 150 }

  say('eligibility: all 34 answers, against a function written by hand')
  const all = await takeTurns(
    [
      { name: 'by hand, all 34 answers', run: (i) => hand.answers(at(i)) },
      { name: 'ours, all 34 answers', run: (i) => study.criteria(at(i)) },
      { name: 'ours, all 34 with their reasons', run: (i) => study.reasonedCriteria(at(i)) },
    ],
    rounds,
  )
  say('eligibility: the verdict alone, stopping at the first criterion that settles it')
  const verdicts = await takeTurns(
    [
      { name: 'by hand, verdict only', run: (i) => hand.verdict(at(i)) },
      { name: 'ours, verdict only', run: (i) => study.verdict(at(i)) },
    ],
    rounds,
  )
  say('eligibility: cql-execution on the same people (slow)')
  const cql = await takeTurns(
    cqlCases(records, at),
    quick ? { rounds: 1, milliseconds: 1 } : { rounds: 5, milliseconds: 3000 },
  )

  return [
    {
      title: 'Eligibility of one person, all 34 criteria',
      about: `Times per CPU second. ${asked}.`,
      lines: [...linesOf(all, [undefined, 0.5, 0.2]), ...linesOf(verdicts, [undefined, 0.5])],
    },
    {
      title: 'Eligibility, against cql-execution',
      about: 'Times per CPU second; how many times quicker ours is.',
      lines: cqlLines(cql),
    },
  ]
}

function cqlCases(records: readonly EvaluationRecord[], at: (i: number) => EvaluationRecord): readonly Case[] {
  const bundled = bundlerOf(study)
  const bundles = records.map((record, index) => bundled(`p${index}`, record).bundle)
  const asking = (ask: ReturnType<typeof tunedEngine>) => (i: number) =>
    ask(`p${i % howMany}`, bundles[i % howMany] as object, at(i))
  return [
    { name: 'ours, all 34 answers', run: (i) => study.criteria(at(i)) },
    { name: 'cql-execution 3.3.2 + cql-exec-fhir 2.2.0, as documented', run: asking(documentedEngine(study)) },
    { name: 'the same, tuned', run: asking(tunedEngine(study)) },
  ]
}

const linesOf = (turns: readonly Turn[], goals: readonly (number | undefined)[]): readonly Line[] =>
  turns.map(({ name, rate, ratio }, index) => {
    const goal = goals[index]
    const line = { name, figure: `${number(rate.median)}/s`, spread: range(rate) }
    if (index === 0) return line
    const against = { ...line, ratio: `${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)})` }
    return goal === undefined ? against : { ...against, goal: `≥ ${goal}`, met: ratio.median >= goal }
  })

const cqlLines = (turns: readonly Turn[]): readonly Line[] =>
  turns.map(({ name, rate, ratio }, index) => {
    const line = { name, figure: `${number(rate.median)}/s`, spread: range(rate) }
    if (index === 0) return line
    const quicker = { median: 1 / ratio.median, min: 1 / ratio.max, max: 1 / ratio.min }
    const shown = { ...line, ratio: `${number(quicker.median)} (${range(quicker)})` }
    return index === 1 ? { ...shown, goal: '≥ 1,000', met: quicker.median >= 1000 } : shown
  })
