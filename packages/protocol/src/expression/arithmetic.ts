import type { EvaluationRecord, FactRow } from './fact.ts'
import { neverSkipped, type NumberKind } from './meaning.ts'
import type { Arithmetic } from './nodes.ts'
import { operand } from './say.ts'
import { columns, endsOf, over, roundedTo12, sql, type Sql } from './sql.ts'

const compute: Record<Arithmetic['operator'], (a: number, b: number) => number> = {
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  times: (a, b) => a * b,
  dividedBy: (a, b) => a / b,
}

const signs: Record<Arithmetic['operator'], string> = { plus: '+', minus: '−', times: '×', dividedBy: '÷' }

const operators: Record<Arithmetic['operator'], Sql> = { plus: sql`+`, minus: sql`-`, times: sql`*`, dividedBy: sql`/` }

/** Beyond these a number is no different from nothing and everything; no result of two can then run over. */
const [smallest, largest] = [1e-100, 1e100]

const plain = (x: number): number =>
  Math.abs(x) < smallest ? 0 : x > largest ? Number.POSITIVE_INFINITY : x < -largest ? Number.NEGATIVE_INFINITY : x

const plainInSql = (number: Sql): Sql => {
  const end = (x: Sql) =>
    sql`case when abs(${x}) < ${smallest} then 0 when ${x} > ${largest} then 'Infinity'
      when ${x} < ${-largest} then '-Infinity' else ${x} end`
  return over(sql`array[${end(sql`n[1]`)}, ${end(sql`n[2]`)}]`, sql`${number} as n`)
}

const none = endsOf(sql`${Number.POSITIVE_INFINITY}`, sql`${Number.NEGATIVE_INFINITY}`)
const unknown = endsOf(sql`null::float8`, sql`null::float8`)

/** Interval arithmetic: the result is every value the two numbers allow, rounded to 12 significant digits. */
export const arithmetic: NumberKind<Arithmetic> = {
  bounds(node, scope) {
    const left = scope.number(node.left)
    const right = scope.number(node.right)
    const operate = compute[node.operator]
    const end =
      (pick: (...values: number[]) => number, otherwise: number) => (record: EvaluationRecord, row: FactRow) => {
        const a = plain(left.low(record, row))
        const b = plain(left.high(record, row))
        const c = plain(right.low(record, row))
        const d = plain(right.high(record, row))
        if (a > b || c > d) return otherwise
        // What may be divided by zero can come to anything.
        if (node.operator === 'dividedBy' && c <= 0 && d >= 0) return Number.NaN
        return Number(pick(operate(a, c), operate(a, d), operate(b, c), operate(b, d)).toPrecision(12))
      }
    return {
      low: end(Math.min, Number.POSITIVE_INFINITY),
      high: end(Math.max, Number.NEGATIVE_INFINITY),
      skipped: neverSkipped,
    }
  },
  sql(node, scope) {
    const corner = (left: Sql, right: Sql) => sql`${left} ${operators[node.operator]} ${right}`
    const corners = [
      corner(sql`l[1]`, sql`r[1]`),
      corner(sql`l[1]`, sql`r[2]`),
      corner(sql`l[2]`, sql`r[1]`),
      corner(sql`l[2]`, sql`r[2]`),
    ]
    const known = over(
      sql`case when 'NaN'::float8 in (p1, p2, p3, p4) then ${unknown}
        else ${endsOf(roundedTo12(sql`least(p1, p2, p3, p4)`), roundedTo12(sql`greatest(p1, p2, p3, p4)`))} end`,
      columns(corners, 'p'),
    )
    return over(
      sql`case when l[1] > l[2] or r[1] > r[2] then ${none}
        when l[1] is null or l[2] is null or r[1] is null or r[2] is null then ${unknown}
        when ${node.operator === 'dividedBy' ? sql`r[1] <= 0 and r[2] >= 0` : sql`false`} then ${unknown}
        else ${known} end`,
      sql`${plainInSql(scope.number(node.left))} as l, ${plainInSql(scope.number(node.right))} as r`,
    )
  },
  state(node, scope) {
    const left = operand(node.left, scope)
    const right = operand(node.right, scope)
    const sign = signs[node.operator]
    return { en: `${left.en} ${sign} ${right.en}`, nb: `${left.nb} ${sign} ${right.nb}` }
  },
  parts: (node) => [node.left, node.right],
}
