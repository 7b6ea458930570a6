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
    encounters: compiled.encounters.slice(0, 1).map(always),
    arms: compiled.arms.map((arm) => ({ ...arm, preparation: undefined })),
    outcomes: { ...compiled.outcomes, secondary: [] },
  }
  // The derived numbers that something left mentions, and no other.
  const load = (part: CompiledStudy): Study => loadStudy({ ...part, derived: derivedFor(compiled, part) })
  const { criteria, holds, stops, procedures, arms, continuing, infusion } = compiled
  const asked = criteria.filter(({ id }) => continuing.includes(id))
  return {
    concern: load({ ...bare, procedures, outcomes: none(bare, infusion.weight) }),
    criteria: load({ ...bare, criteria, outcomes: none(bare, infusion.weight) }),
    rules: load({ ...bare, criteria: asked, holds, stops, arms, outcomes: none(bare, infusion.weight) }),
    measure: load(bare),
  }
}

/** Outcomes that mention nothing that is not mentioned anyway. */
const none = ({ outcomes }: CompiledStudy, measure: NumberNode): CompiledStudy['outcomes'] => ({
  primary: { ...outcomes.primary, measure },
  secondary: [],
})

/** What concerns everybody; `undefined` is as good as absent here, for nothing of it is hashed. */
const always = <Part extends { readonly appliesTo?: unknown }>(part: Part): Part => ({ ...part, appliesTo: undefined })

function derivedFor(compiled: CompiledStudy, part: CompiledStudy): CompiledStudy['derived'] {
  const nodes: readonly (ExpressionNode | undefined)[] = [
    part.outcomes.primary.measure,
    part.infusion.weight,
    ...[...part.criteria, ...part.holds, ...part.stops].flatMap(({ holds, appliesTo }) => [holds, appliesTo]),
    ...part.procedures.map(({ appliesTo }) => appliesTo),
    ...part.arms.flatMap(({ preparation }) => (preparation ? Object.values(preparation) : [])),
  ]
  const wanted = new Set<string>()
  const want = (node: ExpressionNode | undefined): void => {
    for (const each of node ? everyNode(node) : [])
      if (each.kind === 'derived' && !wanted.has(each.id)) {
        wanted.add(each.id)
        want(compiled.derived.find(({ id }) => id === each.id)?.from)
      }
  }
  nodes.forEach(want)
  return compiled.derived.filter(({ id }) => wanted.has(id))
}
