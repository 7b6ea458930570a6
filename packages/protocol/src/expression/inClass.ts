import { NO, UNKNOWN, YES, type Tri } from './answer.ts'
import { UNRECORDED } from './fact.ts'
import type { ConditionMeaning } from './meaning.ts'
import type { InClass } from './nodes.ts'
import { stateItem } from './say.ts'
import { listOf, sql } from './sql.ts'

/**
 * A code of a classification whose longer codes lie within shorter ones, as ATC's do: N02AA05 lies in N02A. A code known
 * only to a level above the class, N02, leaves it open.
 */
export const inClass: ConditionMeaning<InClass> = {
  test(node, scope) {
    const read = scope.read(node.of)
    return (record, row) => lies((read(record, row) ?? UNRECORDED).code, node.classes)
  },
  sql(node, scope) {
    const code = sql`(${scope.fact(node.of)}->>'code')`
    const classes = sql`array[${listOf(
      node.classes.map((each) => sql`${each}`),
      ', ',
    )}]::text[]`
    return sql`(case when ${code} is null then null when ${code} = '' then false
      when exists (select from unnest(${classes}) as c (class) where starts_with(${code}, class)) then true
      when exists (select from unnest(${classes}) as c (class) where starts_with(class, ${code})) then null
      else false end)`
  },
  state(node, scope) {
    const item = stateItem(node.of, scope)
    const classes = node.classes.join(', ')
    return { en: `${item.en} within ${classes}`, nb: `${item.nb} innenfor ${classes}` }
  },
  parts: (node) => [node.of],
}

function lies(code: string | undefined, classes: readonly string[]): Tri {
  if (code === undefined) return UNKNOWN
  if (code === '') return NO
  if (classes.some((each) => code.startsWith(each))) return YES
  return classes.some((each) => each.startsWith(code)) ? UNKNOWN : NO
}
