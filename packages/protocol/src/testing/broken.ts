import { compileStudy } from '../compile.ts'
import type { CompiledStudy } from '../compiled.ts'
import type { ConditionNode, NumberItem, NumberNode, OneOf } from '../expression/nodes.ts'
import { smallStudy } from './smallStudy.ts'

/* The small study with one thing broken, for each thing a check looks for. */

/** Per check: what was broken, and where it is found. */
export type Broken = Readonly<Record<string, readonly (readonly [what: string, study: CompiledStudy, path: string])[]>>

export const small: CompiledStudy = compileStudy(smallStudy)

/** A study that can be changed anywhere. */
export type Loose = ReturnType<typeof JSON.parse>
export const changed = (change: (study: Loose) => void): CompiledStudy => {
  const copy: Loose = structuredClone(small)
  change(copy)
  return copy
}
export const form = (study: Loose, id: string): Loose => study.forms.find((each: Loose) => each.id === id)
export const item = (study: Loose, of: string, id: string): Loose =>
  form(study, of).items.find((each: Loose) => each.id === id)
export const criterion = (study: Loose, id: string): Loose => study.criteria.find((each: Loose) => each.id === id)
export const holds = (id: string, node: ConditionNode) =>
  changed((study) => Object.assign(criterion(study, id), { holds: node }))

export const usual: NumberItem = { kind: 'numberItem', form: 'pain', item: 'usual', at: 'latest', unit: '{score}' }
export const points = (value: number) => ({ kind: 'constant', value, unit: '{score}' }) as const
export const above = (value: number, left: NumberNode = usual): ConditionNode => ({
  kind: 'compare',
  operator: 'above',
  left,
  right: points(value),
})
export const below = (value: number): ConditionNode => ({
  kind: 'compare',
  operator: 'below',
  left: usual,
  right: points(value),
})
export const male: OneOf = {
  kind: 'oneOf',
  of: { kind: 'codedItem', form: 'person', item: 'sex', at: 'latest' },
  codes: ['male'],
}
export const surgeryWithin = (value: number, unit: 'd' | 'mo'): ConditionNode => ({
  kind: 'within',
  date: { kind: 'dateItem', form: 'body', item: 'surgery', at: 'latest' },
  duration: { value, unit },
  before: { kind: 'today' },
})
