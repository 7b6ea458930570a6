import {
  type CompiledStudy,
  everyNode,
  type ExpressionNode,
  loadStudy,
  type NumberNode,
  type Study,
} from '@trialwright/protocol'

/**
 * A record holds every item that any logic of its study mentions, for every encounter. Loaded with one part of its logic alone a
 * study reads only what that part needs, so each question of the core goes to the part that can answer it.
 */
export interface Parts {
  /** Whom procedures concern. */
  readonly concern: Study
  readonly criteria: Study
  /** Rules that hold or stop, the criteria asked again, and how many vials a dose takes. */
  readonly rules: Study
  readonly measure: Study
}

export type Part = keyof Parts
export const partNames: readonly Part[] = ['concern', 'criteria', 'rules', 'measure']

export function partsOf(compiled: CompiledStudy): Parts {
  const bare: CompiledStudy = {
    ...compiled,
    forms: compiled.forms.map((form) => ({ ...form, items: form.items.map(always) })),
    criteria: [],
    requirements: [],
    holds: [],
    stops: [],
    checks: [],
    deviations: [],
    procedures: compiled.procedures.map(always),
    encounters: [],
    arms: compiled.arms.map((arm) => ({ ...arm, preparation: undefined })),
    infusion: { ...compiled.infusion, weight: nothing },
    outcomes: { primary: { ...compiled.outcomes.primary, measure: nothing }, secondary: [] },
  }
  const load = (part: CompiledStudy): Study => loadStudy({ ...part, ...namedIn(part, compiled) })
  const { criteria, holds, stops, procedures, arms, continuing, outcomes } = compiled
  const asked = criteria.filter(({ id }) => continuing.includes(id))
  return {
    concern: load({ ...bare, procedures }),
    criteria: load({ ...bare, criteria }),
    rules: load({ ...bare, criteria: asked, holds, stops, arms }),
    measure: load({ ...bare, outcomes: { ...outcomes, secondary: [] } }),
  }
}

/** A number that reads no item, where a study must have one. */
const nothing: NumberNode = { kind: 'constant', value: 0, unit: '1' }

/** What concerns everybody; `undefined` is as good as absent here, for nothing of it is hashed. */
const always = <Part extends { readonly appliesTo?: unknown }>(part: Part): Part => ({ ...part, appliesTo: undefined })

/** The derived numbers and encounters that something left mentions, and no other. */
function namedIn(
  part: CompiledStudy,
  { derived, encounters }: CompiledStudy,
): Pick<CompiledStudy, 'derived' | 'encounters'> {
  const nodes: readonly (ExpressionNode | undefined)[] = [
    part.outcomes.primary.measure,
    ...[...part.criteria, ...part.holds, ...part.stops].flatMap(({ holds, appliesTo }) => [holds, appliesTo]),
    ...part.procedures.map(({ appliesTo }) => appliesTo),
    ...part.arms.flatMap(({ preparation }) => (preparation ? Object.values(preparation) : [])),
  ]
  const numbers = new Set<string>()
  const visits = new Set<string>()
  const read = (node: ExpressionNode | undefined): void => {
    for (const each of node ? everyNode(node) : []) {
      if ('at' in each && typeof each.at === 'object') visits.add(each.at.encounter)
      if (each.kind !== 'derived' || numbers.has(each.id)) continue
      numbers.add(each.id)
      read(derived.find(({ id }) => id === each.id)?.from)
    }
  }
  nodes.forEach(read)
  return {
    derived: derived.filter(({ id }) => numbers.has(id)),
    encounters: encounters.filter(({ id }) => visits.has(id)).map(always),
  }
}
