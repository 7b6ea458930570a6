import type { NumberKind } from './meaning.ts'
import type { Derived } from './nodes.ts'
import { occurringAt } from './occurrence.ts'

/** A named calculation, taken at the occurrence it is asked for. */
export const derived: NumberKind<Derived> = {
  bounds(node, scope) {
    const { from } = scope.derived(node.id)
    return scope.number(node.at === 'latest' ? from : occurringAt(from, node.at))
  },
  sql(node, scope) {
    const { from } = scope.derived(node.id)
    return scope.number(node.at === 'latest' ? from : occurringAt(from, node.at))
  },
  state(node, scope) {
    const { title } = scope.derived(node.id)
    if (typeof node.at !== 'object') return title
    const encounter = scope.encounterTitle(node.at.encounter)
    return { en: `${title.en} (${encounter.en})`, nb: `${title.nb} (${encounter.nb})` }
  },
  parts: () => [],
}
