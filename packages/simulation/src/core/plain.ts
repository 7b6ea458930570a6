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
import { type Part, partNames, type Parts, partsOf } from './parts.ts'

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
  /** The parts that read what is answered to it here. */
  readonly readBy: readonly Part[]
}

export function plainStudy(compiled: CompiledStudy): PlainStudy {
  const study = loadStudy(compiled)
  const parts = partsOf(compiled)
  const deciding = new Set(
    compiled.procedures.flatMap(({ appliesTo }) => (appliesTo ? itemsOf(appliesTo).map(({ form }) => form) : [])),
  )
  const { encounters } = study.compiled
  const screening = encounters.find(({ anchor, administers }) => anchor === 'consent' && !administers)
  const first = encounters.find(({ administers }) => administers)
  if (!screening || !first) throw new RangeError('a study without screening or treatment is not simulated')
  const forms = new Map(
    encounters.map((encounter) => {
      const reads = readsAt(parts, encounter, screening)
      // The logs are begun with what is told at the first encounter.
      const begun = encounter.id === encounters[0]?.id ? study.logs.flatMap((log) => log.forms) : []
      const here = [...encounter.forms, ...begun]
        .map((id) => plainForm(study, encounter, id, { isDeciding: deciding.has(id), reads }))
        .filter(({ readBy }) => readBy.length > 0)
      return [encounter.id, here.toSorted((a, b) => Number(b.deciding) - Number(a.deciding))] as const
    }),
  )
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

/** Whether a part reads the item of a form where it is answered at an encounter. */
type Reads = (part: Part, form: string, item: string) => boolean

function readsAt(parts: Parts, encounter: CompiledEncounter, screening: CompiledEncounter): Reads {
  const { birthDate, sex } = parts.rules.compiled.person
  const items = new Map(
    partNames.map((part) => {
      // Criteria are asked once, at the end of screening, and rules at the visits that treat.
      const isAsked = part !== 'criteria' || encounter === screening
      const isRead = ({ at }: Study['slots'][number]) => at !== 'thisVisit' || part !== 'rules' || encounter.administers
      const slots = isAsked ? [birthDate, sex, ...parts[part].slots.filter(isRead)] : []
      return [part, new Set(slots.map(({ form, item }) => `${form}.${item}`))]
    }),
  )
  return (part, form, item) => items.get(part)?.has(`${form}.${item}`) === true
}

function plainForm(
  study: Study,
  encounter: CompiledEncounter,
  id: string,
  { isDeciding, reads }: { readonly isDeciding: boolean; readonly reads: Reads },
): PlainForm {
  const procedures = study.compiled.procedures.filter(
    (each) => encounter.procedures.includes(each.id) && each.forms.includes(id),
  )
  const always = procedures.some(({ appliesTo }) => appliesTo === undefined)
  const form = study.form(id)
  const readBy = partNames.filter((part) => form.items.some((item) => reads(part, id, item.id)))
  return {
    // Each item has chance of its own, so those nobody reads need not be answered.
    form: { ...form, items: form.items.filter((item) => readBy.some((part) => reads(part, id, item.id))) },
    conditions: always ? [] : procedures.flatMap(({ appliesTo }) => appliesTo ?? []),
    deciding: isDeciding,
    readBy,
  }
}
