import { yearsBetween } from '../value/calendar.ts'
import { neverSkipped, type NumberKind } from './meaning.ts'
import type { Age } from './nodes.ts'

/** Completed years on a day. A partial birth date leaves both possible ages open. */
export const age: NumberKind<Age> = {
  bounds(node, scope) {
    const born = scope.date(node.born)
    const on = scope.date(node.on)
    const between = (birth: number, day: number) =>
      Number.isFinite(birth) && Number.isFinite(day) ? yearsBetween(birth, day) : Number.NaN
    return {
      low: (record, row) => between(born.high(record, row), on.low(record, row)),
      high: (record, row) => between(born.low(record, row), on.high(record, row)),
      skipped: neverSkipped,
    }
  },
  state(node, scope) {
    const on = scope.state(node.on)
    return { en: `age on ${on.en}`, nb: `alder ${on.nb}` }
  },
  parts: (node) => [node.born, node.on],
}
