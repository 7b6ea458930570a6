import type {
  CodedItem,
  ConditionNode,
  DateItem,
  DateNode,
  Duration,
  ExpressionNode,
  NumberItem,
  NumberNode,
  Occurrence,
} from '../expression/nodes.ts'
import { isDate, isNumber, isCondition } from '../expression/kinds.ts'

/*
 * The slips a protocol's author makes, per kind of expression: another comparison, a limit one step off, another unit, "or" for
 * "and". Each is one small change of one node; what stands below it is changed in its own turn.
 */

/** What sort of slip it is; the report counts by these. */
export type Slip = 'comparison' | 'bound' | 'unit' | 'window' | 'connective' | 'code' | 'score' | 'occurrence'

export interface Change<Node> {
  readonly slip: Slip
  readonly to: Node
}

/** What a change must know of the study: the codes of a list, and how finely a number is written. */
export interface Surroundings {
  codesOf(item: CodedItem): readonly string[]
  /** The least difference between two values as they are reported. */
  stepOf(item: NumberItem): number | undefined
}

type ByKind<Union extends { readonly kind: string }> = {
  readonly [Kind in Union['kind']]: (
    node: Extract<Union, { kind: Kind }>,
    around: Surroundings,
  ) => readonly Change<Union>[]
}

const nothing = () => []
const change = <Node>(slip: Slip, to: Node): Change<Node> => ({ slip, to })

/** The list without each of its members in turn; a list of one stays. */
const withoutEach = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  list.length < 2 ? [] : list.map((_, index) => list.toSpliced(index, 1))

const opposites = {
  atLeast: ['above', 'below'],
  above: ['atLeast', 'atMost'],
  atMost: ['below', 'above'],
  below: ['atMost', 'atLeast'],
  equals: ['atLeast', 'atMost'],
} as const

const dateOpposites = {
  before: ['onOrBefore', 'onOrAfter'],
  onOrBefore: ['before', 'after'],
  after: ['onOrAfter', 'onOrBefore'],
  onOrAfter: ['after', 'before'],
} as const

const durationUnits = ['d', 'wk', 'mo', 'a'] as const

function durations(duration: Duration): readonly Change<Duration>[] {
  const at = durationUnits.indexOf(duration.unit)
  const neighbours = [durationUnits[at - 1], durationUnits[at + 1]].flatMap((unit) => unit ?? [])
  return [
    ...[-1, 1].map((by) => change('window', { ...duration, value: duration.value + by })),
    ...neighbours.map((unit) => change('unit', { ...duration, unit })),
  ]
}

/** How finely a limit is written: by the item it is compared with, or as it stands. */
function stepFor(value: number, other: NumberNode, around: Surroundings): number {
  const known = other.kind === 'numberItem' ? around.stepOf(other) : undefined
  return known ?? 10 ** -(String(value).split('.')[1]?.length ?? 0)
}

const moved = (value: number, step: number): readonly number[] =>
  [value - step, value + step].map((each) => Number(each.toPrecision(12)))

const conditions: ByKind<ConditionNode> = {
  all: ({ of }) => [
    ...(of.length > 1 ? [change('connective', { kind: 'any', of } as const)] : []),
    ...withoutEach(of).map((rest) => change('connective', { kind: 'all', of: rest } as const)),
  ],
  any: ({ of }) => [
    ...(of.length > 1 ? [change('connective', { kind: 'all', of } as const)] : []),
    ...withoutEach(of).map((rest) => change('connective', { kind: 'any', of: rest } as const)),
  ],
  not: ({ of }) => [change('connective', of)],
  compare(node, around) {
    const { operator, left, right } = node
    const limits = (side: 'left' | 'right', other: NumberNode) => {
      const limit = node[side]
      if (limit.kind !== 'constant') return []
      return moved(limit.value, stepFor(limit.value, other, around)).map((value) =>
        change('bound', { ...node, [side]: { ...limit, value } }),
      )
    }
    return [
      ...opposites[operator].map((other) => change('comparison', { ...node, operator: other })),
      ...limits('right', left),
      ...limits('left', right),
    ]
  },
  between(node, around) {
    return (['low', 'high'] as const).flatMap((end) =>
      moved(node[end].value, stepFor(node[end].value, node.of, around)).map((value) =>
        change('bound', { ...node, [end]: { ...node[end], value } }),
      ),
    )
  },
  oneOf(node, around) {
    const others = around.codesOf(node.of).filter((code) => !node.codes.includes(code))
    return [
      ...withoutEach(node.codes).map((codes) => change('code', { ...node, codes })),
      ...others.map((code) => change('code', { ...node, codes: [...node.codes, code] })),
      change('comparison', { kind: 'not', of: node } as const),
    ]
  },
  inClass: (node) => [
    ...withoutEach(node.classes).map((classes) => change('code', { ...node, classes })),
    // One level too high, for each class in turn.
    ...node.classes.flatMap((each, index) =>
      each.length > 1 ? [change('code', { ...node, classes: node.classes.with(index, each.slice(0, -1)) })] : [],
    ),
    change('comparison', { kind: 'not', of: node } as const),
  ],
  compareDates: (node) => dateOpposites[node.operator].map((operator) => change('comparison', { ...node, operator })),
  within: (node) => durations(node.duration).map(({ slip, to: duration }) => ({ slip, to: { ...node, duration } })),
  referenceRange: (node) => [
    ...(['above', 'below', 'outside'] as const)
      .filter((side) => side !== node.side)
      .map((side) => change('comparison', { ...node, side })),
    ...(node.side === 'above' ? moved(node.times, node.times > 1 ? 1 : 0.5) : []).map((times) =>
      change('bound', { ...node, times }),
    ),
  ],
  some: (node) => [change('connective', { ...node, kind: 'every' } as const), ...elsewhere(node)],
  every: (node) => [change('connective', { ...node, kind: 'some' } as const), ...elsewhere(node)],
}

const numbers: ByKind<NumberNode> = {
  numberItem: (node) => elsewhere(node),
  // A limit is moved where it is compared, so that it moves by a step of what it is compared with.
  constant: nothing,
  mean: (node) => [...fewer(node), ...leastAnswered(node)],
  sum: (node) => fewer(node),
  prorated: (node) => [
    ...fewer(node),
    ...leastAnswered(node),
    change('score', { ...node, maximumEach: node.maximumEach + 1 }),
  ],
  tally: (node) => withoutEach(node.of).map((of) => change('score', { ...node, of })),
  lookup: (node) =>
    Object.entries(node.table).map(([code, value]) =>
      change('score', { ...node, table: { ...node.table, [code]: value + 1 } }),
    ),
  arithmetic(node) {
    const other = { plus: 'minus', minus: 'plus', times: 'dividedBy', dividedBy: 'times' } as const
    const factor = (side: 'left' | 'right') => {
      const operand = node[side]
      if (operand.kind !== 'constant') return []
      return moved(operand.value, 1).map((value) => change('bound', { ...node, [side]: { ...operand, value } }))
    }
    return [change('score', { ...node, operator: other[node.operator] }), ...factor('left'), ...factor('right')]
  },
  roundedUp: ({ of }) => [change('score', of)],
  age: (node) => (node.on.kind === 'today' ? [] : [change('window', { ...node, on: { kind: 'today' } as const })]),
  elapsed: (node) => [change('window', { ...node, from: node.to, to: node.from })],
  derived: (node) => elsewhere(node),
}

const dates: ByKind<DateNode> = {
  dateItem: (node) => elsewhere(node),
  today: () => [change('window', { kind: 'eventDate', event: 'consent' } as const)],
  eventDate: (node) => [change('window', { kind: 'today' } as const), ...otherEvent(node.event)],
  shifted: (node) => [
    change('window', { ...node, direction: node.direction === 'earlier' ? 'later' : 'earlier' } as const),
    ...durations(node.by).map(({ slip, to: by }) => ({ slip, to: { ...node, by } })),
  ],
}

const otherEvent = (event: string): readonly Change<DateNode>[] =>
  event === 'firstInfusion' ? [change('window', { kind: 'eventDate', event: 'lastInfusion' } as const)] : []

/** Read at this visit for the latest, or the latest for a named one. */
function elsewhere<Node extends { readonly at: Occurrence; readonly group?: string; readonly kind: string }>(
  node: Node,
): readonly Change<Node>[] {
  // A column is read from the row at hand, wherever that row is from.
  if ('item' in node && node.group !== undefined) return []
  const at: Occurrence = node.at === 'latest' ? 'thisVisit' : 'latest'
  return [change('occurrence', { ...node, at })]
}

const fewer = <Node extends NumberNode & { readonly of: readonly NumberNode[] }>(node: Node) =>
  withoutEach(node.of).map((of) => change('score', { ...node, of } as NumberNode))

function leastAnswered<Node extends NumberNode & { readonly of: readonly NumberNode[]; minimumAnswered: number }>(
  node: Node,
): readonly Change<NumberNode>[] {
  return [node.minimumAnswered - 1, node.minimumAnswered + 1]
    .filter((least) => least >= 1 && least <= node.of.length)
    .map((minimumAnswered) => change('score', { ...node, minimumAnswered } as NumberNode))
}

/** Every change of the node itself. */
export function changesOf(node: ExpressionNode, around: Surroundings): readonly Change<ExpressionNode>[] {
  type Changes = (node: ExpressionNode, around: Surroundings) => readonly Change<ExpressionNode>[]
  const table: Readonly<Record<string, unknown>> = isCondition(node)
    ? conditions
    : isNumber(node)
      ? numbers
      : isDate(node)
        ? dates
        : { codedItem: (item: CodedItem) => elsewhere<CodedItem | DateItem>(item) }
  return (table[node.kind] as Changes)(node, around)
}
