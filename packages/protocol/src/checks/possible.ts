import type { CompiledStudy } from '../compiled.ts'
import { NO, YES } from '../expression/answer.ts'
import { NO_ROW } from '../expression/fact.ts'
import type { ConditionNode, ExpressionNode } from '../expression/nodes.ts'
import { scopeOf, type StudyScope } from '../expression/scope.ts'
import { variablesOf } from './candidates.ts'
import { findingsOf, type Check, type Finding } from './finding.ts'
import { combinationsOf, most, picks, recordOf } from './tried.ts'
import { conditionsOf, opened } from './walk.ts'

const { error, warning } = findingsOf('possible')

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

/** What values can make of a condition. */
export function reach(study: CompiledStudy, scope: StudyScope, node: ConditionNode): Reach {
  const variables = variablesOf(study, scope, node)
  const test = scope.condition(node)
  const combinations = combinationsOf(variables)
  let yes = false
  let no = false
  for (const pick of picks(variables)) {
    const answer = test(recordOf(scope, variables, pick), NO_ROW)
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
const isPlain = (study: CompiledStudy, node: ConditionNode): boolean =>
  !isComposite(study, node) || (node.kind === 'compare' && node.operator !== 'equals')

const composite = ['mean', 'sum', 'prorated', 'tally', 'arithmetic', 'roundedUp']

/** Whether the expression works with numbers that stand in no item. */
export const isComposite = (study: CompiledStudy, node: ExpressionNode): boolean =>
  [...opened(study, node)].some(({ kind }) => composite.includes(kind))
