import { shiftDay } from '../value/calendar.ts'
import type { DateKind } from './meaning.ts'
import type { Shifted } from './nodes.ts'
import { durationWords } from './say.ts'

export const shifted: DateKind<Shifted> = {
  bounds(node, scope) {
    const date = scope.date(node.date)
    const by = { value: node.direction === 'later' ? node.by.value : -node.by.value, unit: node.by.unit }
    const shift = (day: number) => (Number.isFinite(day) ? shiftDay(day, by) : day)
    return { low: (record, row) => shift(date.low(record, row)), high: (record, row) => shift(date.high(record, row)) }
  },
  state(node, scope) {
    const date = scope.state(node.date)
    const by = durationWords(node.by)
    return node.direction === 'later'
      ? { en: `${by.en} after ${date.en}`, nb: `${by.nb} etter ${date.nb}` }
      : { en: `${by.en} before ${date.en}`, nb: `${by.nb} før ${date.nb}` }
  },
  parts: (node) => [node.date],
}
