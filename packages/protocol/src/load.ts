import type { CompiledEncounter, CompiledForm, CompiledItem, CompiledStudy } from './compiled.ts'
import {
  eligibilityOf,
  rulesOf,
  type CriterionResult,
  type ReasonedCriterion,
  type RuleResult,
  type Verdict,
} from './eligibility.ts'
import { answerOf, type Answer } from './expression/answer.ts'
import { explaining, type Reason } from './expression/explain.ts'
import { NO_ROW, type EvaluationRecord } from './expression/fact.ts'
import type { ConditionNode, DateNode, NumberNode, Occurrence } from './expression/nodes.ts'
import { scopeOf, type Slot } from './expression/scope.ts'
import { inOrder } from './codeOrder.ts'
import { editChecksOf, type EditCheck } from './editChecks.ts'
import { encounterOf, logsOf } from './encounters.ts'
import { nextQuestionsOf, type NextQuestion } from './nextQuestion.ts'
import { recordsOf, type Facts } from './record.ts'
import { render, type Explanation } from './render.ts'
import type { Text } from './text.ts'

/** A compiled study, ready to be asked: its conditions are closures, built once. Getters throw on a name it does not have. */
export interface Study {
  readonly compiled: CompiledStudy
  /** Also one that only another version has: what was recorded under that stays readable. */
  form(id: string): CompiledForm
  item(form: string, item: string): CompiledItem
  /** A planned encounter, a log, or an unscheduled visit by its id; of another version where this one has none such. */
  encounter(id: string): CompiledEncounter
  /** Undefined where this version has none such. */
  findEncounter(id: string): CompiledEncounter | undefined
  /** The logs, told as encounters. */
  readonly logs: readonly CompiledEncounter[]
  /** Reads a participant's data once; every question below is then asked of the record. */
  record(facts: Facts): EvaluationRecord
  /** Where an item, or a whole repeating group, stands in a record's facts; -1 where no logic of the study reads it. */
  slotOf(form: string, item: string, at?: Occurrence): number
  /** The place of each of a record's facts, in order. */
  readonly slots: readonly Slot[]
  verdict(record: EvaluationRecord): Verdict
  criteria(record: EvaluationRecord): readonly CriterionResult[]
  reasonedCriteria(record: EvaluationRecord): readonly ReasonedCriterion[]
  rules(which: 'requirements' | 'holds' | 'stops' | 'deviations', record: EvaluationRecord): readonly RuleResult[]
  condition(node: ConditionNode, record: EvaluationRecord): Answer
  explain(node: ConditionNode, record: EvaluationRecord): Explanation
  /** A reason in words; the record is the one it was asked of. */
  render(reason: Reason, record: EvaluationRecord): Explanation
  /** The number, when it is known to a point; its ends, when it is an interval; undefined when unknown or not applicable. */
  number(node: NumberNode, record: EvaluationRecord): { readonly low: number; readonly high: number } | undefined
  state(node: ConditionNode | NumberNode | DateNode): Text
  nextQuestions(record: EvaluationRecord): readonly NextQuestion[]
  readonly checks: readonly EditCheck[]
  /** Items with plain wording, which anybody can answer at home. */
  readonly selfCheckItems: readonly { readonly form: string; readonly item: string }[]
}

/** `others`: further versions that participants were conducted under, of which the first that knows a name is asked. */
export function loadStudy(given: CompiledStudy, others: readonly CompiledStudy[] = []): Study {
  const compiled = inOrder(given)
  const scope = scopeOf(compiled)
  const forms = new Map(compiled.forms.map((form) => [form.id, form]))
  const encounters = new Map(compiled.encounters.map((encounter) => [encounter.id, encounter]))
  const eligibility = eligibilityOf(compiled, scope)
  const rules = {
    requirements: rulesOf(compiled.requirements, scope),
    holds: rulesOf(compiled.holds, scope),
    stops: rulesOf(compiled.stops, scope),
    deviations: rulesOf(compiled.deviations, scope),
  }
  const nextQuestions = nextQuestionsOf(compiled, scope)
  const explained = new Map<ConditionNode, ReturnType<typeof explaining>>()
  const checks = editChecksOf(compiled, scope)
  mentionEverything(compiled, scope)

  return {
    compiled,
    form: (id) => found(forms.get(id) ?? firstOf(others, (other) => formOf(other, id)), id, 'form'),
    item: (form, item) => scope.item(form, item),
    encounter: (id) =>
      found(encounters.get(id) ?? firstOf([compiled, ...others], (one) => encounterOf(one, id)), id, 'encounter'),
    findEncounter: (id) => encounters.get(id) ?? encounterOf(compiled, id),
    logs: logsOf(compiled),
    record: recordsOf(compiled, scope),
    slotOf: (form, item, at = 'latest') =>
      scope.slots.findIndex((slot) => slot.form === form && slot.item === item && sameOccurrence(slot.at, at)),
    slots: scope.slots,
    verdict: eligibility.verdict,
    criteria: eligibility.criteria,
    reasonedCriteria: eligibility.reasoned,
    rules: (which, record) => rules[which](record),
    condition: (node, record) => answerOf(scope.condition(node)(record, NO_ROW)),
    explain(node, record) {
      const explain = explained.get(node) ?? explaining(node, scope)
      explained.set(node, explain)
      return render(explain(record, NO_ROW), record, scope)
    },
    render: (reason, record) => render(reason, record, scope),
    number(node, record) {
      const bounds = scope.number(node)
      const low = bounds.low(record, NO_ROW)
      const high = bounds.high(record, NO_ROW)
      return low <= high ? { low, high } : undefined
    },
    state: scope.state,
    nextQuestions,
    checks,
    selfCheckItems: compiled.forms.flatMap((form) =>
      form.items.flatMap((item) => (item.selfCheck === undefined ? [] : [{ form: form.id, item: item.id }])),
    ),
  }
}

/** Slots are given out when a closure is built; all are built here, so that every record has a place for each. */
function mentionEverything(compiled: CompiledStudy, scope: ReturnType<typeof scopeOf>): void {
  for (const { appliesTo } of [...compiled.procedures, ...compiled.encounters])
    if (appliesTo !== undefined) scope.condition(appliesTo)
  for (const form of compiled.forms)
    for (const { appliesTo } of form.items) if (appliesTo !== undefined) scope.condition(appliesTo)
  for (const { levels } of compiled.randomisation.factors ?? [])
    for (const { holds } of levels) if (holds !== undefined) scope.condition(holds)
  for (const { id, unit } of compiled.derived) {
    scope.number({ kind: 'derived', id, at: 'latest', unit })
    for (const encounter of compiled.encounters)
      scope.number({ kind: 'derived', id, at: { encounter: encounter.id }, unit })
    scope.number({ kind: 'derived', id, at: 'thisVisit', unit })
  }
  scope.number(compiled.infusion.weight)
  for (const { preparation } of compiled.arms)
    if (preparation !== undefined) for (const part of Object.values(preparation)) scope.number(part as NumberNode)
  for (const { measure } of [compiled.outcomes.primary, ...compiled.outcomes.secondary]) scope.number(measure)
}

const sameOccurrence = (a: Occurrence, b: Occurrence): boolean =>
  typeof a === 'object' && typeof b === 'object' ? a.encounter === b.encounter : a === b

const formOf = ({ forms }: CompiledStudy, id: string): CompiledForm | undefined => forms.find((one) => one.id === id)

function firstOf<V>(versions: readonly CompiledStudy[], ask: (version: CompiledStudy) => V | undefined): V | undefined {
  for (const version of versions) {
    const answer = ask(version)
    if (answer !== undefined) return answer
  }
  return undefined
}

function found<V>(value: V | undefined, id: string, what: string): V {
  if (value === undefined) throw new Error(`the study has no ${what} ${id}`)
  return value
}
