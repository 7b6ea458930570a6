import type { Mean, NumberNode, Prorated, Study } from '@trialwright/protocol'
import { elmOfDate } from './dates.ts'
import { binary, cases, joined, list, literal, nothing, property, query, when, type Elm } from './elm.ts'
import { allRecorded, valueOf } from './items.ts'

/** Numbers the criteria use; a kind none of them needs is left out and says so. */
export function elmOfNumber(study: Study, node: NumberNode): Elm {
  switch (node.kind) {
    case 'numberItem':
      return valueOf(study, node)
    case 'constant':
      return literal(node.value)
    case 'age':
      return {
        type: 'DurationBetween',
        precision: 'Year',
        operand: [elmOfDate(study, node.born), elmOfDate(study, node.on)],
      }
    case 'lookup':
      return cases(
        Object.entries(node.table).map(([code, score]) => when(literal(code), literal(score))),
        nothing,
        valueOf(study, node.of),
      )
    case 'derived':
      return elmOfNumber(study, occurring(study, node))
    case 'mean':
      return ofAnswered(study, node, (sum, count) => binary('Divide', sum, count))
    case 'prorated':
      return ofAnswered(study, node, (sum, count) =>
        binary('Divide', binary('Multiply', literal(100), sum), binary('Multiply', literal(node.maximumEach), count)),
      )
    default:
      throw new Error(`no criterion uses ${node.kind}`)
  }
}

/** A score over what was answered: every part recorded, if only as absent, and enough of them with a value. */
function ofAnswered(study: Study, node: Mean | Prorated, score: (sum: Elm, count: Elm) => Elm): Elm {
  const values = list(node.of.map((part) => elmOfNumber(study, part)))
  const items = node.of.map((part) => {
    const of = part.kind === 'lookup' ? part.of : part
    if (of.kind !== 'numberItem' && of.kind !== 'codedItem') throw new Error('scores are of items')
    return of
  })
  const paths = items.map(({ form, item }) => `${form}.${item}`)
  const everything = allRecorded(paths, items[0]?.at ?? 'latest')
  const all = property('T', 'all')
  const count: Elm = { type: 'Count', source: all }
  return query({
    from: { type: 'Tuple', element: [{ name: 'all', value: values }] },
    as: 'T',
    give: cases([
      when(
        joined('And', [binary('GreaterOrEqual', count, literal(node.minimumAnswered)), everything]),
        score({ type: 'Sum', source: all }, count),
      ),
    ]),
  })
}

/** The calculation with its items at the occurrence it is asked for. */
function occurring(study: Study, { id, at }: NumberNode & { kind: 'derived' }): NumberNode {
  const calculation = study.compiled.derived.find((each) => each.id === id)
  if (calculation === undefined) throw new Error(`no calculation ${id}`)
  const text = JSON.stringify(calculation.from, (key, value: unknown) => (key === 'at' ? at : value))
  return JSON.parse(text) as NumberNode
}
