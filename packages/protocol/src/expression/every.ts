import { NO, UNKNOWN, YES, type Tri } from './answer.ts'
import type { ConditionMeaning } from './meaning.ts'
import type { Every } from './nodes.ts'
import { grouped, stateGroup } from './say.ts'
import { sql } from './sql.ts'

/** One row for which it fails settles it; a complete, empty list has none. */
export const every: ConditionMeaning<Every> = {
  test(node, scope) {
    const read = scope.rows(node.form, node.group, node.at)
    const where = scope.condition(node.where)
    return (record, outer) => {
      const { rows, complete } = read(record, outer)
      if (rows === undefined) return UNKNOWN
      let answer: Tri = complete ? YES : UNKNOWN
      for (const row of rows) {
        const next = where(record, row)
        if (next === NO) return NO
        if (next < answer) answer = next
      }
      return answer
    }
  },
  /** Aggregates pass nulls over, so the third answer is asked for by itself. */
  sql(node, scope) {
    const rows = scope.rows(node.form, node.group, node.at)
    const answer = sql`case when bool_or(not holds) then false
      when not coalesce((${rows}->>'complete')::boolean, false) or bool_or(holds is null) then null else true end`
    return sql`(case when jsonb_typeof(${rows}->'rows') = 'array' then (select ${answer} from (
      select ${scope.inRow.condition(node.where)} as holds from jsonb_array_elements(${rows}->'rows') as each_row(cells)
    ) as answers) end)`
  },
  state(node, scope) {
    const group = stateGroup(node, scope)
    const where = grouped(node.where, scope)
    return { en: `${group.en}: for every one, ${where.en}`, nb: `${group.nb}: for hver av dem, ${where.nb}` }
  },
  parts: (node) => [node.where],
}
