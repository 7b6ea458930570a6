import type {
  Compare,
  CompareDates,
  ConditionNode,
  DateNode,
  NumberNode,
  ReferenceRange,
  Some,
  Study,
} from '@trialwright/protocol'
import { elmOfDate, quantity } from './dates.ts'
import {
  alias,
  binary,
  cases,
  first,
  integer,
  joined,
  list,
  literal,
  nothing,
  property,
  query,
  unary,
  when,
  type Elm,
} from './elm.ts'
import { latest, retrieve, rowAlias, valueOf } from './items.ts'
import { elmOfNumber } from './numbers.ts'

/* Our criteria as CQL would say them, in its own three-valued logic: null is unknown. */

const comparisons: Record<Compare['operator'], string> = {
  atLeast: 'GreaterOrEqual',
  above: 'Greater',
  atMost: 'LessOrEqual',
  below: 'Less',
  equals: 'Equal',
}

const dateComparisons: Record<CompareDates['operator'], string> = {
  before: 'Before',
  onOrBefore: 'SameOrBefore',
  after: 'After',
  onOrAfter: 'SameOrAfter',
}

export function elmOfCondition(study: Study, node: ConditionNode): Elm {
  const condition = (part: ConditionNode) => elmOfCondition(study, part)
  const number = (part: NumberNode) => elmOfNumber(study, part)
  const date = (part: DateNode) => elmOfDate(study, part)
  switch (node.kind) {
    case 'all':
      return joined('And', node.of.map(condition))
    case 'any':
      return joined('Or', node.of.map(condition))
    case 'not':
      return unary('Not', condition(node.of))
    case 'compare':
      return binary(comparisons[node.operator], number(node.left), number(node.right))
    case 'between':
      return binary('In', number(node.of), interval(literal(node.low.value), literal(node.high.value)))
    case 'oneOf': {
      const value = valueOf(study, node.of)
      const [only = '', ...others] = node.codes
      return others.length === 0
        ? binary('Equal', value, literal(only))
        : query({ from: value, as: 'V', give: binary('In', alias('V'), list(node.codes.map(literal))) })
    }
    case 'inClass': {
      const code = alias('V')
      const within = node.classes.map((each) => when(binary('StartsWith', code, literal(each)), literal(true)))
      const perhaps = node.classes.map((each) => when(binary('StartsWith', literal(each), code), nothing))
      return query({ from: valueOf(study, node.of), as: 'V', give: cases([...within, ...perhaps], literal(false)) })
    }
    case 'compareDates':
      return binary(dateComparisons[node.operator], date(node.left), date(node.right))
    case 'within': {
      const last = date(node.before)
      return binary('In', date(node.date), interval(binary('Subtract', last, quantity(node.duration)), last))
    }
    case 'referenceRange':
      return elmOfRange(node)
    case 'some':
      return elmOfSome(study, node)
    case 'every':
      throw new Error('no criterion asks for every row')
  }
}

/** 2 for yes, 0 for no, 1 for unknown, and the highest wins: `AnyTrue` would pass over what is unknown. */
function elmOfSome(study: Study, { form, group, where }: Some): Elm {
  const path = `${form}.${group}`
  const rank = cases(
    [when(literal(true), integer(2)), when(literal(false), integer(0))],
    integer(1),
    elmOfCondition(study, where),
  )
  const rows = query({ from: retrieve(path), as: rowAlias, give: rank })
  const complete = property(latest(`${path}.complete`, 'latest'), 'value.value')
  const none = cases([when(literal(true), integer(0))], integer(1), complete)
  return cases([when(integer(2), literal(true)), when(integer(0), literal(false))], nothing, {
    type: 'Max',
    source: list([none, { type: 'Max', source: rows }]),
  })
}

/** A limit the laboratory leaves out does not exist; a value without limits is unknown. */
function elmOfRange({ of, side, times }: ReferenceRange): Elm {
  const value = property('X', 'value.value.value')
  const limit = (end: 'low' | 'high') => property({ type: 'QueryLetRef', name: 'range' }, `${end}.value.value`)
  const beyond = (end: 'low' | 'high', type: string, factor: number) =>
    cases(
      [when(unary('IsNull', limit(end)), literal(false))],
      binary(type, value, factor === 1 ? limit(end) : binary('Multiply', limit(end), literal(factor))),
    )
  const above = beyond('high', 'Greater', side === 'above' ? times : 1)
  const below = beyond('low', 'Less', 1)
  const answer = side === 'above' ? above : side === 'below' ? below : joined('Or', [above, below])
  return query({
    from: latest(`${of.form}.${of.item}`, of.at),
    as: 'X',
    let: [{ identifier: 'range', expression: first(property('X', 'referenceRange')) }],
    give: cases([when(unary('IsNull', { type: 'QueryLetRef', name: 'range' }), nothing)], answer),
  })
}

const interval = (low: Elm, high: Elm): Elm => ({ type: 'Interval', low, high, lowClosed: true, highClosed: true })
