import type { DateNode, Study } from '@trialwright/protocol'
import { binary, property, unary, type Elm } from './elm.ts'
import { latest, valueOf } from './items.ts'

export function elmOfDate(study: Study, node: DateNode): Elm {
  switch (node.kind) {
    case 'dateItem':
      return valueOf(study, node)
    case 'today':
      return { type: 'Today' }
    case 'eventDate':
      return unary('DateFrom', property(latest(`event.${node.event}`, 'latest'), 'value.value'))
    case 'shifted':
      return binary(node.direction === 'earlier' ? 'Subtract' : 'Add', elmOfDate(study, node.date), quantity(node.by))
  }
}

const units = { d: 'days', wk: 'weeks', mo: 'months', a: 'years' } as const

export const quantity = ({ value, unit }: { readonly value: number; readonly unit: keyof typeof units }): Elm => ({
  type: 'Quantity',
  value,
  unit: units[unit],
})
