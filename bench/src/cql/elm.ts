/** A node of HL7's Expression Logical Model as JSON. Source: cql.hl7.org, ELM schema r1. */
export interface Elm {
  readonly type: string
  readonly [property: string]: unknown
}

const types = 'urn:hl7-org:elm-types:r1'

export const literal = (value: string | number | boolean): Elm => ({
  type: 'Literal',
  valueType: `{${types}}${typeof value === 'string' ? 'String' : typeof value === 'boolean' ? 'Boolean' : 'Decimal'}`,
  value: String(value),
})

export const integer = (value: number): Elm => ({
  type: 'Literal',
  valueType: `{${types}}Integer`,
  value: String(value),
})

export const nothing: Elm = { type: 'Null' }

export const unary = (type: string, operand: Elm): Elm => ({ type, operand })
export const binary = (type: string, left: Elm, right: Elm): Elm => ({ type, operand: [left, right] })

/** `and` and `or` take two, so more are nested, as the translator does. */
export const joined = (type: 'And' | 'Or', parts: readonly Elm[]): Elm =>
  parts.reduce((left, right) => binary(type, left, right))

export const property = (source: Elm | string, path: string): Elm =>
  typeof source === 'string' ? { type: 'Property', scope: source, path } : { type: 'Property', source, path }

export const list = (element: readonly Elm[]): Elm => ({ type: 'List', element })
export const first = (source: Elm): Elm => ({ type: 'First', source })
export const alias = (name: string): Elm => ({ type: 'AliasRef', name })

export interface When {
  readonly when: Elm
  readonly then: Elm
}

// oxlint-disable-next-line unicorn/no-thenable -- ELM's own name; nobody awaits it
export const when = (condition: Elm, answer: Elm): When => ({ when: condition, then: answer })

/** The first that holds; with a comparand, the first it equals. */
export const cases = (caseItem: readonly When[], otherwise: Elm = nothing, comparand?: Elm): Elm => ({
  type: 'Case',
  ...(comparand === undefined ? {} : { comparand }),
  caseItem,
  else: otherwise,
})

interface QueryParts {
  readonly from: Elm
  readonly as: string
  readonly let?: readonly { readonly identifier: string; readonly expression: Elm }[]
  readonly where?: Elm
  readonly give?: Elm
  readonly sortBy?: Elm
}

export const query = ({ from, as, let: named = [], where, give, sortBy }: QueryParts): Elm => ({
  type: 'Query',
  source: [{ alias: as, expression: from }],
  let: named,
  relationship: [],
  ...(where === undefined ? {} : { where }),
  return: { distinct: false, expression: give ?? alias(as) },
  ...(sortBy === undefined ? {} : { sort: { by: [{ type: 'ByExpression', direction: 'asc', expression: sortBy }] } }),
})
