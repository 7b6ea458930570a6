import { NO, YES } from './answer.ts'
import type { EvaluationRecord, FactRow } from './fact.ts'
import { neverSkipped, type NumberKind, type Read, type Scope } from './meaning.ts'
import type { ConditionNode, Tally } from './nodes.ts'
import type { SqlScope } from './sqlScope.ts'
import { columns, endsOf, listOf, numbered, over, skippedFact, sql, type Sql } from './sql.ts'

/** How many hold. A condition on items that were left blank counts as not holding; one still to come may yet. */
export const tally: NumberKind<Tally> = {
  bounds(node, scope) {
    const parts = node.of.map((part) => ({ test: scope.condition(part), blank: leftBlank(part, scope) }))
    return {
      low: (record, row) =>
        parts.reduce((n, part) => n + (part.test(record, row) === YES && !part.blank(record, row) ? 1 : 0), 0),
      high: (record, row) =>
        parts.reduce((n, part) => n + (part.test(record, row) === NO || part.blank(record, row) ? 0 : 1), 0),
      skipped: neverSkipped,
    }
  },
  sql(node, scope) {
    const parts = node.of.map((part) => ({ test: scope.condition(part), blank: blankInSql(part, scope) }))
    const count = (of: (holds: Sql, blank: Sql) => Sql) =>
      listOf([sql`0`, ...parts.map((_, index) => sql`(${of(numbered('p', index), numbered('b', index))})::int`)], ' + ')
    return over(
      endsOf(
        sql`(${count((holds, blank) => sql`${holds} is true and not ${blank}`)})::float8`,
        sql`(${count((holds, blank) => sql`${holds} is not false and not ${blank}`)})::float8`,
      ),
      listOf(
        [
          columns(
            parts.map(({ test }) => test),
            'p',
          ),
          columns(
            parts.map(({ blank }) => blank),
            'b',
          ),
        ],
        ', ',
      ),
    )
  },
  state: (node) => ({
    en: `how many of ${node.of.length} statements apply`,
    nb: `hvor mange av ${node.of.length} utsagn som stemmer`,
  }),
  parts: (node) => node.of,
}

const blankInSql = (node: ConditionNode, scope: SqlScope): Sql => {
  const reads = scope.items(node).map((item) => skippedFact(scope.fact(item)))
  return reads.length === 0 ? sql`false` : sql`(${listOf(reads, ' and ')})`
}

function leftBlank(node: ConditionNode, scope: Scope): (record: EvaluationRecord, row: FactRow) => boolean {
  const reads: readonly Read[] = scope.items(node).map((item) => scope.read(item))
  return (record, row) => reads.length > 0 && reads.every((read) => read(record, row).skipped)
}
