import fc from 'fast-check'

interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly minimum?: number
  readonly minLength?: number
}

/** The least that a schema takes: a request of it passes the form and comes to what is decided after it. */
export function least(schema: unknown): unknown {
  const { type, anyOf, pattern, properties = {}, required = [], items, ...limits } = schema as Schema
  if (limits.const !== undefined) return limits.const
  if (limits.enum !== undefined) return limits.enum[0]
  if (anyOf !== undefined) return least(anyOf[0])
  if (type === 'integer' || type === 'number') return limits.minimum ?? 0
  if (type === 'boolean') return true
  if (type === 'array') return Array.from({ length: limits.minItems ?? 0 }, () => least(items))
  if (type === 'string')
    return pattern === undefined
      ? 'x'.repeat(limits.minLength ?? 1)
      : fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 1, seed: 7 })[0]
  return Object.fromEntries(required.map((name) => [name, least(properties[name])]))
}
