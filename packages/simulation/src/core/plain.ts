import {
  type Answer,
  type CompiledEncounter,
  type CompiledForm,
  type CompiledRule,
  type CompiledStudy,
  type EvaluationRecord,
  everyNode,
  type ExpressionNode,
  itemsOf,
  loadStudy,
  type Study,
} from '@trialwright/protocol'
import { type Parts, partsOf } from './parts.ts'

/** A study as the pure core runs it: only what some rule, criterion or measure reads. */
export interface PlainStudy {
  readonly study: Study
  readonly parts: Parts
  /** Forms of each encounter that the study's logic reads, those first on whose answers others depend. */
  readonly forms: ReadonlyMap<string, readonly PlainForm[]>
  readonly screening: CompiledEncounter
  readonly first: CompiledEncounter
  /** Encounters after the first infusion at which something that is read may change. */
  readonly later: readonly CompiledEncounter[]
  /** What a rule or criterion says; of somebody it does not concern, no. */
  answer(rule: Asked, record: EvaluationRecord): Answer
  /** The criteria asked again before every later infusion all hold. */
  mayContinue(record: EvaluationRecord): boolean
}

type Asked = Pick<CompiledRule, 'holds' | 'appliesTo'>

export interface PlainForm {
  readonly form: CompiledForm
  /** Concerns the participant if one of these procedures does; empty: always. */
  readonly conditions: readonly NonNullable<CompiledStudy['procedures'][number]['appliesTo']>[]
  readonly deciding: boolean
}

export function plainStudy(compiled: CompiledStudy): PlainStudy {
  const study = loadStudy(compiled)
  const parts = partsOf(compiled)
  const read = new Set(
    [parts.concern, parts.criteria, parts.rules, parts.measure].flatMap(({ slots }) =>
      slots.map(({ form, item }) => `${form}.${item}`),
    ),
  )
  const isRead = (form: CompiledForm) => form.items.some(({ id }) => read.has(`${form.id}.${id}`))
  const deciding = new Set(
    compiled.procedures.flatMap(({ appliesTo }) => (appliesTo ? itemsOf(appliesTo).map(({ form }) => form) : [])),
  )
  const forms = new Map(
    study.compiled.encounters.map((encounter) => {
      // The logs are begun with what is told at the first encounter.
      const begun = encounter.id === study.compiled.encounters[0]?.id ? study.logs.flatMap((log) => log.forms) : []
      const here = [...encounter.forms, ...begun]
        .filter((id) => isRead(study.form(id)))
        .map((id) => plainForm(study, encounter, id, { deciding, read }))
      return [encounter.id, here.toSorted((a, b) => Number(b.deciding) - Number(a.deciding))] as const
    }),
  )
  const { encounters } = study.compiled
  const screening = encounters.find(({ anchor, administers }) => anchor === 'consent' && !administers)
  const first = encounters.find(({ administers }) => administers)
  if (!screening || !first) throw new RangeError('a study without screening or treatment is not simulated')
  const measured = formsRead(compiled, compiled.outcomes.primary.measure)
  const later = encounters.filter(
    ({ id, administers, forms: here }) =>
      id !== first.id && id !== screening.id && (administers || here.some((form) => measured.has(form))),
  )
  const answer = ({ holds, appliesTo }: Asked, record: EvaluationRecord): Answer => {
    const concerned = appliesTo === undefined ? 'yes' : parts.rules.condition(appliesTo, record)
    if (concerned === 'no') return 'no'
    const said = parts.rules.condition(holds, record)
    return concerned === 'yes' || said === 'no' ? said : 'unknown'
  }
  const continuing = compiled.criteria.filter(({ id }) => compiled.continuing.includes(id))
  return {
    study,
    parts,
    forms,
    screening,
    first,
    later,
    answer,
    mayContinue: (record) =>
      continuing.every((each) => answer(each, record) === (each.type === 'inclusion' ? 'yes' : 'no')),
  }
}

/** Forms a number rests on, also by way of what is derived. */
function formsRead(compiled: CompiledStudy, node: ExpressionNode): ReadonlySet<string> {
  return new Set(
    [...everyNode(node)].flatMap((part) =>
      'item' in part
        ? [part.form]
        : compiled.derived
            .filter(({ id }) => part.kind === 'derived' && part.id === id)
            .flatMap(({ from }) => [...formsRead(compiled, from)]),
    ),
  )
}

function plainForm(
  study: Study,
  encounter: CompiledEncounter,
  id: string,
  { deciding, read }: { readonly deciding: ReadonlySet<string>; readonly read: ReadonlySet<string> },
): PlainForm {
  const procedures = study.compiled.procedures.filter(
    (each) => encounter.procedures.includes(each.id) && each.forms.includes(id),
  )
  const always = procedures.some(({ appliesTo }) => appliesTo === undefined)
  const form = study.form(id)
  return {
    // Each item has chance of its own, so those nobody reads need not be answered.
    form: { ...form, items: form.items.filter((item) => read.has(`${id}.${item.id}`)) },
    conditions: always ? [] : procedures.flatMap(({ appliesTo }) => appliesTo ?? []),
    deciding: deciding.has(id),
  }
}
