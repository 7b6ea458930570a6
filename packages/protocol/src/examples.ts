import { checkAnswer } from './checks/cases.ts'
import type { StudyCases } from './checks/finding.ts'
import type { CriterionAnswer } from './eligibility.ts'
import type { EvaluationRecord } from './expression/fact.ts'
import type { ConditionNode, NumberNode, TrialEvent } from './expression/nodes.ts'
import type { Study } from './load.ts'
import { plannedDays, type PlannedDays } from './plannedDays.ts'
import type { Facts } from './record.ts'

/*
 * What a study's author decided by hand, so that the study can be held against it: people and what is true of them, scores
 * and doses worked out, days counted on a calendar.
 */

export interface StudyExamples {
  /** Per criterion and edit check. */
  readonly cases: StudyCases
  /** Per requirement, hold, stop and deviation, by its list and id: `holds.fever`. */
  readonly rules?: StudyCases
  /** Whom encounters, procedures and items concern: `encounters.month1`, `procedures.xray`, `forms.history.surgery`. */
  readonly concerns?: StudyCases
  /** Per score by its id, and per part of an arm's preparation: `active.dose`. Undefined: it cannot be worked out. */
  readonly numbers?: Readonly<
    Record<string, readonly { readonly given: string; readonly facts: Facts; readonly value: number | undefined }[]>
  >
  /** Per encounter: the days things happened on, and when it is due. */
  readonly schedule?: Readonly<
    Record<string, readonly ({ readonly happened: Readonly<Partial<Record<TrialEvent, string>>> } & PlannedDays)[]>
  >
}

/** An example the study does not agree with. */
export interface Disagreement {
  /** Which criterion, rule, score or encounter. */
  readonly of: string
  readonly given: string
  readonly expected: string
  readonly found: string
}

/** Every example the study answers otherwise; none is what is wanted. Those of `first` are asked first. */
export function* disagreements(study: Study, examples: StudyExamples, first?: string): Generator<Disagreement> {
  const asked = questionsOf(study, examples)
  const own = asked.filter(({ of }) => of === first)
  for (const { of, given, expected, find } of [...own, ...asked.filter((each) => each.of !== first)]) {
    const found = find()
    if (found !== expected) yield { of, given, expected, found }
  }
}

interface Question {
  readonly of: string
  readonly given: string
  readonly expected: string
  readonly find: () => string
}

function questionsOf(study: Study, { cases, rules, concerns, numbers, schedule }: StudyExamples): readonly Question[] {
  return [
    ...[cases, rules].flatMap((each) =>
      answersTo(each, (id, facts) => checkAnswer(study, id, facts) ?? answerFor(study, ruleOf(study, id), facts)),
    ),
    ...answersTo(concerns, (path, facts) => answerFor(study, { holds: applicability(study, path) }, facts)),
    ...Object.entries(numbers ?? {}).flatMap(([id, given]) =>
      given.map(({ given, facts, value }) => ({
        of: id,
        given,
        expected: numberWords(value),
        find: () => numberWords(numberFor(study, numberOf(study, id), facts)),
      })),
    ),
    ...Object.entries(schedule ?? {}).flatMap(([id, given]) =>
      given.map(({ happened, planned, from, to }) => ({
        of: id,
        given: Object.entries(happened)
          .map(([event, day]) => `${event} ${day}`)
          .join(', '),
        expected: daysWords({ planned, from, to }),
        find: () => scheduled(study, id, happened),
      })),
    ),
  ]
}

const answersTo = (
  cases: StudyCases | undefined,
  answer: (id: string, facts: Facts) => CriterionAnswer,
): readonly Question[] =>
  Object.entries(cases ?? {}).flatMap(([id, given]) =>
    given.map((each) => ({ of: id, given: each.given, expected: each.answer, find: () => answer(id, each.facts) })),
  )

/** A rule as far as its answer goes: what it asks, and whom. */
export interface Asked {
  readonly holds: ConditionNode
  readonly appliesTo?: ConditionNode
}

/** What a rule, perhaps one the study does not have, says of somebody. */
export function answerFor(study: Study, rule: Asked, facts: Facts): CriterionAnswer {
  const places = study.slots.length
  const answer = answerOn(study, rule, study.record(facts))
  // A rule that reads what the study never read gets a place for it, which the record read before lacks.
  return study.slots.length === places ? answer : answerOn(study, rule, study.record(facts))
}

function answerOn(study: Study, { holds, appliesTo }: Asked, record: EvaluationRecord): CriterionAnswer {
  const concerns = appliesTo === undefined ? 'yes' : study.condition(appliesTo, record)
  if (concerns === 'no') return 'notApplicable'
  return concerns === 'yes' ? study.condition(holds, record) : 'unknown'
}

/** Lists of rules, as a compiled study names them. */
export const ruleLists = ['requirements', 'holds', 'stops', 'deviations'] as const

/** A criterion by its id, or a rule by its list and id. */
function ruleOf({ compiled }: Study, path: string): Asked {
  const [list, id] = path.split('.')
  const found =
    id === undefined
      ? compiled.criteria.find((each) => each.id === path)
      : compiled[list as (typeof ruleLists)[number]].find((each) => each.id === id)
  return found ?? missing(`rule ${path}`)
}

/** The condition that says whom something concerns. */
export function applicability({ compiled }: Study, path: string): ConditionNode {
  const [list, id, item] = path.split('.')
  const of =
    list === 'forms'
      ? compiled.forms.find((form) => form.id === id)?.items.find((each) => each.id === item)
      : compiled[list as 'encounters' | 'procedures'].find((each) => each.id === id)
  return of?.appliesTo ?? missing(`condition on ${path}`)
}

/** The score, or the part of an arm's preparation, by its name among the examples. */
export function numberOf({ compiled }: Study, id: string): NumberNode {
  const [arm, part] = id.split('.')
  const preparation = compiled.arms.find((each) => each.id === arm)?.preparation
  return (
    compiled.derived.find((each) => each.id === id)?.from ??
    preparation?.[part as keyof typeof preparation] ??
    missing(`number ${id}`)
  )
}

function scheduled(study: Study, id: string, happened: Readonly<Partial<Record<TrialEvent, string>>>): string {
  const encounter = study.encounter(id)
  const day = happened[encounter.anchor]
  return day === undefined ? 'not planned' : daysWords(plannedDays(encounter, day))
}

const daysWords = ({ planned, from, to }: PlannedDays): string => `${planned}, from ${from} to ${to}`
const numberWords = (value: number | undefined): string => (value === undefined ? 'unknown' : String(value))

/** What a number, perhaps one the study does not have, comes to for somebody; undefined where it cannot be worked out. */
export function numberFor(study: Study, node: NumberNode, facts: Facts): number | undefined {
  const places = study.slots.length
  const found = pointOf(study.number(node, study.record(facts)))
  return study.slots.length === places ? found : pointOf(study.number(node, study.record(facts)))
}

/** Scores are compared to the ninth digit, so that an author may write them as a calculator shows them. */
const pointOf = (bounds: { readonly low: number; readonly high: number } | undefined): number | undefined =>
  bounds !== undefined && bounds.low === bounds.high ? Number(bounds.low.toPrecision(9)) : undefined

function missing(what: string): never {
  throw new Error(`the examples name a ${what}, which the study does not have`)
}
