import type { CompiledItem, CompiledStudy } from './compiled.ts'
import type { Burden } from './define/item.ts'
import { UNKNOWN } from './expression/answer.ts'
import { fact, NO_ROW, UNRECORDED, type EvaluationRecord, type Fact } from './expression/fact.ts'
import type { ConditionNode, ExpressionNode } from './expression/nodes.ts'
import { everyNode } from './expression/references.ts'
import type { StudyScope } from './expression/scope.ts'
import { occurringAt } from './expression/occurrence.ts'

/** A missing item, and what asking for it could decide. */
export interface NextQuestion {
  readonly form: string
  readonly item: string
  readonly burden: Burden
  /** Undecided criteria that a single answer to it could settle. */
  readonly couldSettle: readonly string[]
  /** Undecided criteria that read it. */
  readonly reads: readonly string[]
  readonly score: number
}

/** A blood sample costs a participant about five questions, a scan about twenty: only their order matters. */
const cost: Record<Burden, number> = { question: 1, examination: 2, sample: 5, imaging: 20 }

/**
 * For an undecided person, which missing item to ask for next. Each possible kind of answer is tried on each undecided
 * criterion: the more answers settle one, and the less asking costs, the sooner it comes. Items that can settle
 * nothing alone come after those that can.
 */
export function nextQuestionsOf(
  study: CompiledStudy,
  scope: StudyScope,
): (record: EvaluationRecord) => readonly NextQuestion[] {
  const criteria = study.criteria.map((criterion) => ({
    id: criterion.id,
    test: scope.condition(criterion.holds),
    applies: criterion.appliesTo === undefined ? undefined : scope.condition(criterion.appliesTo),
    candidates: candidatesOf(
      [criterion.holds, ...(criterion.appliesTo === undefined ? [] : [criterion.appliesTo])],
      scope,
    ),
  }))
  return (record) => {
    const found = new Map<number, { settles: Map<string, number>; reads: Set<string> }>()
    for (const { id, test, applies, candidates } of criteria) {
      const outcome = (facts: EvaluationRecord) => {
        const concerned = applies?.(facts, NO_ROW)
        return concerned === 0 ? 0 : concerned === UNKNOWN ? UNKNOWN : test(facts, NO_ROW)
      }
      if (outcome(record) !== UNKNOWN) continue
      for (const [slot, answers] of candidates) {
        if (record.facts[slot] !== UNRECORDED) continue
        const settled = answers.filter((answer) => outcome(withFact(record, slot, answer)) !== UNKNOWN).length
        const entry = found.get(slot) ?? { settles: new Map<string, number>(), reads: new Set<string>() }
        entry.reads.add(id)
        if (settled > 0) entry.settles.set(id, settled / answers.length)
        found.set(slot, entry)
      }
    }
    const questions = [...found].map(([slot, { settles, reads }]): NextQuestion => {
      const { form, item } = scope.slots[slot] as (typeof scope.slots)[number]
      const { burden, optional } = scope.item(form, item)
      const settled = [...settles.values()].reduce((sum, share) => sum + share, 0)
      // A list is asked for after the question whether there is anything to list.
      const score = ((settled + 0.05 * reads.size) / cost[burden]) * (optional ? 0.25 : 1)
      return { form, item, burden, couldSettle: [...settles.keys()], reads: [...reads], score }
    })
    return questions.sort((a, b) => b.score - a.score)
  }
}

const withFact = (record: EvaluationRecord, slot: number, answer: Fact): EvaluationRecord => ({
  ...record,
  facts: record.facts.with(slot, answer),
})

/** The slots conditions read, each with the kinds of answer worth trying: every code, and both sides of every limit. */
function candidatesOf(nodes: readonly ConditionNode[], scope: StudyScope): ReadonlyMap<number, readonly Fact[]> {
  const candidates = new Map<number, readonly Fact[]>()
  const opened = nodes.flatMap((node) => [...opening(node, scope)])
  const limits = opened.flatMap((node) => (node.kind === 'constant' ? [node.value] : []))
  for (const node of opened) {
    if (node.kind === 'some' || node.kind === 'every') {
      candidates.set(scope.slot(node.form, node.group, node.at), [fact({ rows: [], complete: true })])
    } else if ('item' in node && node.group === undefined) {
      candidates.set(scope.slot(node.form, node.item, node.at), answersTo(scope.item(node.form, node.item), limits))
    }
  }
  return candidates
}

function* opening(node: ExpressionNode, scope: StudyScope): Generator<ExpressionNode> {
  for (const part of everyNode(node)) {
    yield part
    if (part.kind !== 'derived') continue
    const { from } = scope.derived(part.id)
    yield* opening(part.at === 'latest' ? from : occurringAt(from, part.at), scope)
  }
}

function answersTo(item: CompiledItem, limits: readonly number[]): readonly Fact[] {
  if (item.codes !== undefined) return Object.keys(item.codes).map((code) => fact({ code }))
  if (item.type === 'laboratory')
    return [-2, 0, 2].map((value) => fact({ low: value, high: value, refLow: -1, refHigh: 1 }))
  if (item.type === 'number') {
    const around = limits.flatMap((limit) => [limit - 1, limit, limit + 1])
    return [...new Set([...around, ...(item.range ?? [0, 1])])].map((value) => fact({ low: value, high: value }))
  }
  if (item.type === 'date') return [0, 15_000, 20_000, 21_000].map((day) => fact({ low: day, high: day }))
  return [fact({ code: 'x' })]
}
