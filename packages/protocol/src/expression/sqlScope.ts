import type { Text } from '../text.ts'
import { conditionKind, dateKind, numberKind } from './kinds.ts'
import type {
  CodedItem,
  ConditionNode,
  DateItem,
  DateNode,
  NumberItem,
  NumberNode,
  Occurrence,
  TrialEvent,
} from './nodes.ts'
import { itemsOf, type ItemNode } from './references.ts'
import { sql, type Sql } from './sql.ts'

/** What a kind's SQL may refer to: facts of the record by their keys, and the SQL of its parts. */
export interface SqlScope {
  /** The fact of an item, jsonb; null while nothing was recorded. */
  fact(reference: NumberItem | CodedItem | DateItem): Sql
  rows(form: string, group: string, at: Occurrence): Sql
  readonly today: Sql
  event(event: TrialEvent): Sql
  derived(id: string): { readonly title: Text; readonly from: NumberNode }
  items(node: ConditionNode): readonly ItemNode[]
  condition(node: ConditionNode): Sql
  number(node: NumberNode): Sql
  date(node: DateNode): Sql
  /** The same inside a repeating group, where `cells` is the row at hand. */
  readonly inRow: SqlScope
}

/** A place of the record as a key: `pain.now`, `pain.now@day14`, `pain.now@` for the visit at hand, `pain.now@<` before it. */
export const slotKey = (form: string, item: string, at: Occurrence): string =>
  `${form}.${item}${typeof at === 'object' ? `@${at.encounter}` : suffixes[at]}`

/** No encounter's name begins so. */
const suffixes = { latest: '', thisVisit: '@', previousVisit: '@<' } as const

/** SQL over a column `facts jsonb`, shaped as `sqlRecord` makes it. */
export function sqlScopeOf(derived: SqlScope['derived']): SqlScope {
  const outside = scopeIn(false)
  const inside = scopeIn(true)

  function scopeIn(row: boolean): SqlScope {
    const scope: SqlScope = {
      fact(reference) {
        if (reference.group === undefined) return item(reference.form, reference.item, reference.at)
        return row ? sql`(cells->${reference.item})` : sql`null::jsonb`
      },
      rows: item,
      today: sql`(facts->'today')`,
      event: (event) => sql`(facts->'events'->${event})`,
      derived,
      items: itemsOf,
      condition: (node) => conditionKind(node).sql(node, scope),
      number: (node) => numberKind(node).sql(node, scope),
      date: (node) => dateKind(node).sql(node, scope),
      get inRow() {
        return inside
      },
    }
    return scope
  }
  return outside
}

const item = (form: string, name: string, at: Occurrence): Sql => sql`(facts->'items'->${slotKey(form, name, at)})`
