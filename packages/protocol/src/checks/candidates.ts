import type { CompiledItem, CompiledStudy } from '../compiled.ts'
import { fact, trialEvents, type Fact } from '../expression/fact.ts'
import type { ExpressionNode, TrialEvent } from '../expression/nodes.ts'
import type { StudyScope } from '../expression/scope.ts'
import { dayNumber, shiftDay } from '../value/calendar.ts'
import { opened } from './walk.ts'

/* Values worth trying on a condition: each code, and both sides of every limit it names. */

export const askedOn = dayNumber('2026-06-15')

/** One thing a condition reads, and what it may be. */
export interface Variable {
  readonly key: string
  readonly place: { readonly slot: number } | { readonly event: number }
  readonly values: readonly Fact[]
  /** The values stand for every value there can be. */
  readonly whole: boolean
}

const mostRows = 300

export function variablesOf(study: CompiledStudy, scope: StudyScope, root: ExpressionNode): readonly Variable[] {
  const nodes = [...opened(study, root)]
  const limits = nodes.flatMap((node) => (node.kind === 'constant' ? [node.value] : []))
  const days = daysAround(nodes, limits)
  const variables = new Map<string, Variable>()
  for (const node of nodes) {
    if (node.kind === 'eventDate') {
      const values = days.filter((day) => day <= askedOn).map(point)
      variables.set(node.event, { key: node.event, place: { event: eventSlot(node.event) }, values, whole: true })
    } else if (node.kind === 'some' || node.kind === 'every' || ('item' in node && node.group === undefined)) {
      const name = 'item' in node ? node.item : node.group
      const slot = scope.slot(node.form, name, node.at)
      const { values, whole } = valuesOf(scope.item(node.form, name), limits, days)
      variables.set(String(slot), { key: String(slot), place: { slot }, values, whole })
    }
  }
  return [...variables.values()]
}

const eventSlot = (event: TrialEvent): number => trialEvents.indexOf(event)

const point = (value: number): Fact => fact({ low: value, high: value })

function valuesOf(
  item: CompiledItem,
  limits: readonly number[],
  days: readonly number[],
): { readonly values: readonly Fact[]; readonly whole: boolean } {
  if (item.codes !== undefined) return { values: Object.keys(item.codes).map((code) => fact({ code })), whole: true }
  switch (item.type) {
    case 'number':
      return { values: numbersAround(item, limits).map(point), whole: true }
    case 'laboratory':
      return { values: numbersAround(item, limits).flatMap(withRanges), whole: true }
    case 'date':
      return { values: days.filter((day) => item.future === true || day <= askedOn).map(point), whole: true }
    case 'repeat':
      return rowsOf(item, limits, days)
    default:
      return { values: [fact({ code: 'text' })], whole: false }
  }
}

function numbersAround({ range, decimals }: CompiledItem, limits: readonly number[]): readonly number[] {
  const [least, most] = range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const sorted = [...new Set([...limits, ...(range ?? [0])])].sort((a, b) => a - b)
  const between = sorted.flatMap((limit, index) => [limit - 1, limit, (limit + (sorted[index + 1] ?? limit + 2)) / 2])
  const written = decimals === 0 ? between.map((value) => Math.round(value)) : between
  return [...new Set(written)].filter((value) => value >= least && value <= most)
}

/** The value inside its laboratory’s limits, below them, above them, and far above them. */
const withRanges = (value: number): readonly Fact[] =>
  [
    [value - 1, value + 1],
    [value + 1, value + 2],
    [value - 2, value - 1],
    [value / 1e6 - 1, value / 1e6],
  ].map(([refLow = 0, refHigh = 0]) => fact({ low: value, high: value, refLow, refHigh }))

function rowsOf(item: CompiledItem, limits: readonly number[], days: readonly number[]) {
  let rows: readonly (readonly Fact[])[] = [[]]
  let whole = true
  for (const column of item.columns ?? []) {
    const cells = valuesOf(column, limits, days)
    const grown = rows.flatMap((row) => cells.values.map((cell) => [...row, cell]))
    const read = (column.type !== 'text' || column.classification !== undefined) && column.type !== 'time'
    if (grown.length > mostRows || (read && !cells.whole)) whole = false
    rows = grown.slice(0, mostRows)
  }
  const values = [fact({ rows: [], complete: true }), ...rows.map((row) => fact({ rows: [row], complete: true }))]
  return { values, whole }
}

/** The day asked about, and the days on both sides of every duration before and after it. */
function daysAround(nodes: readonly ExpressionNode[], limits: readonly number[]): readonly number[] {
  const durations = nodes.flatMap((node) =>
    node.kind === 'within' ? [node.duration] : node.kind === 'shifted' ? [node.by] : [],
  )
  const ages = nodes.some(({ kind }) => kind === 'age') ? limits.flatMap((limit) => [limit, limit + 1]) : []
  const spans = nodes.some(({ kind }) => kind === 'elapsed') ? limits : []
  const steps = [
    ...durations,
    ...ages.map((value) => ({ value: Math.round(value), unit: 'a' as const })),
    ...spans.map((value) => ({ value: Math.round(value), unit: 'd' as const })),
  ]
  const once = steps.flatMap((by) => [shiftDay(askedOn, { ...by, value: -by.value }), shiftDay(askedOn, by)])
  const twice =
    once.length > 8 ? [] : once.flatMap((day) => steps.map((by) => shiftDay(day, { ...by, value: -by.value })))
  const around = [askedOn, ...once, ...twice].flatMap((day) => [day - 1, day, day + 1])
  return [...new Set([...around, askedOn - 50_000])]
}
