import type { CompiledItem } from '../compiled.ts'
import { trialEvents, UNRECORDED, type EvaluationRecord, type Fact } from './fact.ts'
import type { Slot } from './scope.ts'
import { slotKey } from './sqlScope.ts'

/** What the SQL of a study's expressions reads of one person: the value of a column `facts jsonb`. */
export interface SqlRecord {
  readonly today: SqlFact
  readonly events: Readonly<Record<string, SqlFact>>
  /** By `slotKey`; what was not recorded is left out. */
  readonly items: Readonly<Record<string, SqlFact>>
}

/** A fact without the parts it does not have. JSON has no infinity, so ends beyond all numbers are texts. */
export interface SqlFact {
  readonly low?: number | 'Infinity' | '-Infinity'
  readonly high?: number | 'Infinity' | '-Infinity'
  readonly refLow?: number | 'Infinity' | '-Infinity'
  readonly refHigh?: number | 'Infinity' | '-Infinity'
  readonly code?: string
  readonly skipped?: true
  readonly complete?: true
  /** Cells by column. */
  readonly rows?: readonly Readonly<Record<string, SqlFact>>[]
}

/** A record as JSON; its places are the slots it was filled for. */
export function sqlRecord(
  record: EvaluationRecord,
  slots: readonly Slot[],
  itemOf: (form: string, item: string) => CompiledItem,
): SqlRecord {
  const items = slots.flatMap(({ form, item, at }, index) => {
    const known = record.facts[index] ?? UNRECORDED
    return known === UNRECORDED ? [] : [[slotKey(form, item, at), sqlFact(known, itemOf(form, item))] as const]
  })
  return {
    today: sqlFact(record.today),
    events: Object.fromEntries(trialEvents.map((event, index) => [event, sqlFact(record.events[index] ?? UNRECORDED)])),
    items: Object.fromEntries(items),
  }
}

function sqlFact(known: Fact, item?: CompiledItem): SqlFact {
  const { low, high, refLow, refHigh, code, skipped, complete, rows } = known
  return {
    ...end('low', low),
    ...end('high', high),
    ...end('refLow', refLow),
    ...end('refHigh', refHigh),
    ...(code === undefined ? {} : { code }),
    ...(skipped ? { skipped } : {}),
    ...(complete ? { complete } : {}),
    ...(rows === undefined ? {} : { rows: rows.map((row) => cells(row, item)) }),
  }
}

const cells = (row: readonly Fact[], group: CompiledItem | undefined): Readonly<Record<string, SqlFact>> =>
  Object.fromEntries((group?.columns ?? []).map(({ id }, index) => [id, sqlFact(row[index] ?? UNRECORDED)]))

/** Beyond this lies no limit of any study; PostgreSQL raises an error where JavaScript's numbers run over. */
const largest = 1e100

function end(name: keyof SqlFact, value: number): SqlFact {
  if (Number.isNaN(value)) return {}
  if (value > largest) return { [name]: 'Infinity' }
  return { [name]: value < -largest ? '-Infinity' : value }
}
