import type { CompiledStudy } from '../compiled.ts'
import type { ExpressionNode, NumberNode } from '../expression/nodes.ts'
import { isUnit, productUnit } from '../units.ts'
import { findingsOf, type Check, type Finding } from './finding.ts'
import { nodesOf } from './walk.ts'

const { error } = findingsOf('arithmeticUnits')

/** Results have the unit that their operands give, kg × mg/kg = mg, and only like is added to, averaged or compared with like. */
export const arithmeticUnits: Check = (study) =>
  nodesOf(study).flatMap(({ path, node }) => {
    const wrong = mismatch(node)
    return [
      ...(wrong === undefined
        ? []
        : [error(path, `The units do not fit: ${wrong}.`, `Enhetene passer ikke sammen: ${wrong}.`)]),
      ...divisor(path, node),
      ...ofDerived(study, path, node),
    ]
  })

const unitOf = (node: NumberNode): string =>
  node.kind === 'age' ? 'a' : node.kind === 'tally' || node.kind === 'prorated' ? '{score}' : node.unit

function mismatch(node: ExpressionNode): string | undefined {
  const differing = (parts: readonly NumberNode[], unit: string) => parts.map(unitOf).find((each) => each !== unit)
  switch (node.kind) {
    case 'compare':
      return pair(unitOf(node.left), '↔', unitOf(node.right))
    case 'between':
      return pair(unitOf(node.of), '↔', node.low.unit) ?? pair(unitOf(node.of), '↔', node.high.unit)
    case 'mean':
    case 'sum': {
      const other = differing(node.of, node.unit)
      return other === undefined ? undefined : `${other} ≠ ${node.unit}`
    }
    case 'roundedUp':
      return pair(unitOf(node.of), '→', node.unit)
    case 'arithmetic':
      return arithmetic(node.operator, unitOf(node.left), unitOf(node.right), node.unit)
    default:
      return undefined
  }
}

const pair = (left: string, sign: string, right: string) => (left === right ? undefined : `${left} ${sign} ${right}`)

function arithmetic(operator: 'plus' | 'minus' | 'times' | 'dividedBy', left: string, right: string, unit: string) {
  if (operator === 'plus' || operator === 'minus')
    return pair(left, operator === 'plus' ? '+' : '−', right) ?? pair(left, '→', unit)
  if (![left, right, unit].every(isUnit)) return undefined
  return productUnit(left, operator, right, unit)
    ? undefined
    : `${left} ${operator === 'times' ? '×' : '÷'} ${right} ≠ ${unit}`
}

const divisor = (path: string, node: ExpressionNode): readonly Finding[] =>
  node.kind === 'arithmetic' &&
  node.operator === 'dividedBy' &&
  node.right.kind === 'constant' &&
  node.right.value === 0
    ? [error(path, 'Divides by zero.', 'Deler på null.')]
    : []

const ofDerived = ({ derived }: CompiledStudy, path: string, node: ExpressionNode): readonly Finding[] => {
  if (node.kind !== 'derived') return []
  const named = derived.find(({ id }) => id === node.id)
  return named === undefined || named.unit === node.unit
    ? []
    : [
        error(
          path,
          `${node.id} is in ${named.unit}, not ${node.unit}.`,
          `${node.id} er i ${named.unit}, ikke ${node.unit}.`,
        ),
      ]
}
