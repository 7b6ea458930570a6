import type { EvaluationRecord, FactRow } from './fact.ts'
import { neverSkipped, type NumberKind } from './meaning.ts'
import type { Arithmetic } from './nodes.ts'

const compute: Record<Arithmetic['operator'], (a: number, b: number) => number> = {
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  times: (a, b) => a * b,
  dividedBy: (a, b) => a / b,
}

const signs: Record<Arithmetic['operator'], string> = { plus: '+', minus: '−', times: '×', dividedBy: '÷' }

/** Interval arithmetic: the result is every value the two numbers allow, rounded to 12 significant digits. */
export const arithmetic: NumberKind<Arithmetic> = {
  bounds(node, scope) {
    const left = scope.number(node.left)
    const right = scope.number(node.right)
    const operate = compute[node.operator]
    const end = (pick: (...values: number[]) => number, none: number) => (record: EvaluationRecord, row: FactRow) => {
      const a = left.low(record, row)
      const b = left.high(record, row)
      const c = right.low(record, row)
      const d = right.high(record, row)
      if (a > b || c > d) return none
      return Number(pick(operate(a, c), operate(a, d), operate(b, c), operate(b, d)).toPrecision(12))
    }
    return {
      low: end(Math.min, Number.POSITIVE_INFINITY),
      high: end(Math.max, Number.NEGATIVE_INFINITY),
      skipped: neverSkipped,
    }
  },
  state(node, scope) {
    const left = scope.state(node.left)
    const right = scope.state(node.right)
    const sign = signs[node.operator]
    return { en: `${left.en} ${sign} ${right.en}`, nb: `${left.nb} ${sign} ${right.nb}` }
  },
  parts: (node) => [node.left, node.right],
}
