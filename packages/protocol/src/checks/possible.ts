import type { CompiledStudy } from '../compiled.ts'
import { NO, YES } from '../expression/answer.ts'
import { fact, NO_ROW, trialEvents, UNRECORDED, type EvaluationRecord } from '../expression/fact.ts'
import type { ConditionNode } from '../expression/nodes.ts'
import { scopeOf, type StudyScope } from '../expression/scope.ts'
import { askedOn, variablesOf, type Variable } from './candidates.ts'
import { findingsOf, type Check, type Finding } from './finding.ts'
import { conditionsOf, opened } from './walk.ts'

const { error, warning } = findingsOf('possible')

/** So many combinations are tried one by one; of more, so many are drawn. */
const most = 5000

/** Whether values exist that make a condition hold, and fail; `sure` when none of them was left out. */
interface Reach {
  readonly yes: boolean
  readonly no: boolean
  readonly sure: boolean
}

/**
 * A condition that can never hold, or always holds, decides nothing: limits that exclude one another, a threshold outside
 * the item’s range. It is tried on values around every limit it names, and reported only where none was left out.
 */
export const possible: Check = (study) => {
  const scope = scopeOf(study)
  return conditionsOf(study).flatMap(({ path, node }) => [...judge(study, scope, path, node, error)])
}

function* judge(
  study: CompiledStudy,
  scope: StudyScope,
  path: string,
  node: ConditionNode,
  found: typeof error,
): Generator<Finding> {
  const { yes, no, sure } = reach(study, scope, node)
  const said = scope.state(node)
  if (sure && !yes) yield found(path, `Can never hold: ${said.en}.`, `Kan aldri være oppfylt: ${said.nb}.`)
  else if (sure && !no) yield found(path, `Always holds: ${said.en}.`, `Er alltid oppfylt: ${said.nb}.`)
  else for (const part of partsOf(node)) yield* judge(study, scope, path, part, warning)
}

const partsOf = (node: ConditionNode): readonly ConditionNode[] =>
  node.kind === 'all' || node.kind === 'any' ? node.of : node.kind === 'not' ? [node.of] : []

function reach(study: CompiledStudy, scope: StudyScope, node: ConditionNode): Reach {
  const variables = variablesOf(study, scope, node)
  const test = scope.condition(node)
  const combinations = variables.reduce((count, { values }) => count * values.length, 1)
  let yes = false
  let no = false
  for (const record of combinations <= most ? eachRecord(scope, variables) : drawnRecords(scope, variables)) {
    const answer = test(record, NO_ROW)
    if (answer === YES) yes = true
    if (answer === NO) no = true
    if (yes && no) return { yes, no, sure: true }
  }
  if (combinations <= most) return { yes, no, sure: variables.every(({ whole }) => whole) && isPlain(study, node) }
  return together(study, scope, node, { yes, no, sure: false })
}

/** Parts that read nothing in common are free of one another, and are tried apart. */
function together(study: CompiledStudy, scope: StudyScope, node: ConditionNode, drawn: Reach): Reach {
  if (node.kind === 'not') {
    const { yes, no, sure } = reach(study, scope, node.of)
    return { yes: no, no: yes, sure }
  }
  if (node.kind !== 'all' && node.kind !== 'any') return drawn
  const groups = apart(node.of, (part) => variablesOf(study, scope, part).map(({ key }) => key))
  if (groups.length < 2) return drawn
  const { kind } = node
  const parts = groups.map((of) => reach(study, scope, of.length === 1 ? (of[0] as ConditionNode) : { kind, of }))
  const every = (answer: 'yes' | 'no') => parts.every((part) => part[answer])
  const some = (answer: 'yes' | 'no') => parts.some((part) => part[answer])
  return {
    yes: kind === 'all' ? every('yes') : some('yes'),
    no: kind === 'all' ? some('no') : every('no'),
    sure: parts.every(({ sure }) => sure),
  }
}

function apart(parts: readonly ConditionNode[], keysOf: (part: ConditionNode) => readonly string[]): ConditionNode[][] {
  let groups: { keys: Set<string>; parts: ConditionNode[] }[] = []
  for (const part of parts) {
    const keys = keysOf(part)
    const touching = groups.filter((group) => keys.some((key) => group.keys.has(key)))
    groups = groups.filter((group) => !touching.includes(group))
    groups.push({
      keys: new Set([...touching.flatMap((group) => [...group.keys]), ...keys]),
      parts: [...touching.flatMap((group) => group.parts), part],
    })
  }
  return groups.map((group) => group.parts)
}

/** Scores and arithmetic reach other numbers than those around their limits: only one limit of one of them is sure. */
function isPlain(study: CompiledStudy, node: ConditionNode): boolean {
  const composite = ['mean', 'sum', 'prorated', 'tally', 'arithmetic', 'roundedUp']
  const isComposite = [...opened(study, node)].some(({ kind }) => composite.includes(kind))
  return !isComposite || (node.kind === 'compare' && node.operator !== 'equals')
}

function* eachRecord(scope: StudyScope, variables: readonly Variable[]): Generator<EvaluationRecord> {
  const count = variables.reduce((product, { values }) => product * values.length, 1)
  for (let number = 0; number < count; number += 1) {
    let rest = number
    yield recordOf(scope, variables, ({ values }) => {
      const index = rest % values.length
      rest = Math.floor(rest / values.length)
      return index
    })
  }
}

/** First every variable at its first, second … value at once, then drawn ones: the same each time. */
function* drawnRecords(scope: StudyScope, variables: readonly Variable[]): Generator<EvaluationRecord> {
  const longest = Math.max(...variables.map(({ values }) => values.length))
  for (let step = 0; step < longest; step += 1) yield recordOf(scope, variables, ({ values }) => step % values.length)
  let state = 1
  for (let draw = 0; draw < most; draw += 1) {
    yield recordOf(scope, variables, ({ values }) => {
      // Park and Miller’s generator, CACM 31 (1988) 1192: repeatable, which is all that is asked of it here.
      state = (state * 48271) % 2147483647
      return state % values.length
    })
  }
}

function recordOf(
  scope: StudyScope,
  variables: readonly Variable[],
  pick: (variable: Variable) => number,
): EvaluationRecord {
  const facts = scope.slots.map(() => UNRECORDED)
  const events = trialEvents.map(() => UNRECORDED)
  for (const variable of variables) {
    const value = variable.values[pick(variable)] ?? UNRECORDED
    if ('slot' in variable.place) facts[variable.place.slot] = value
    else events[variable.place.event] = value
  }
  return { facts, events, today: fact({ low: askedOn, high: askedOn }) }
}
