import type { CompiledForm, CompiledItem, CompiledStudy } from '../compiled.ts'
import type { ExpressionNode, Occurrence } from '../expression/nodes.ts'
import { findingsOf, type Check, type Finding } from './finding.ts'
import { nodesOf, type At } from './walk.ts'

const { error } = findingsOf('references')

/** Everything an expression names is there, and of the type it is read as. */
export const references: Check = (study) => {
  const forms = new Map(study.forms.map((form) => [form.id, form]))
  return unique([...nodesOf(study).flatMap((at) => ofNode(study, forms, at)), ...ofSchedule(study)])
}

function ofNode(
  study: CompiledStudy,
  forms: ReadonlyMap<string, CompiledForm>,
  { path, node }: At<ExpressionNode>,
): readonly Finding[] {
  if (node.kind === 'derived') {
    const known = study.derived.find(({ id }) => id === node.id)
    return [
      ...(known === undefined ? [missing(path, `the calculation ${node.id}`, `utregningen ${node.id}`)] : []),
      ...occurrence(study, path, node.at),
    ]
  }
  if (node.kind === 'some' || node.kind === 'every') {
    const group = forms.get(node.form)?.items.find(({ id }) => id === node.group)
    if (group === undefined)
      return [missing(path, `the group ${node.form}.${node.group}`, `gruppen ${node.form}.${node.group}`)]
    return group.type === 'repeat' ? occurrence(study, path, node.at) : [wrongType(path, `${node.form}.${node.group}`)]
  }
  if (!('item' in node)) return []
  const top = forms.get(node.form)?.items.find(({ id }) => id === (node.group ?? node.item))
  const item = node.group === undefined ? top : top?.columns?.find(({ id }) => id === node.item)
  const name = [node.form, ...(node.group === undefined ? [] : [node.group]), node.item].join('.')
  if (item === undefined) return [missing(path, `the item ${name}`, `spørsmålet ${name}`)]
  return [
    ...(readAs[node.kind].includes(item.type) || isClassified(node, item) ? [] : [wrongType(path, name)]),
    ...occurrence(study, path, node.at),
  ]
}

/** A text that is a code of a classification is read by its class. */
const isClassified = (node: ExpressionNode, item: CompiledItem): boolean =>
  node.kind === 'codedItem' && item.classification !== undefined

const readAs: Readonly<Record<'numberItem' | 'codedItem' | 'dateItem', readonly CompiledItem['type'][]>> = {
  numberItem: ['number', 'laboratory'],
  codedItem: ['coded', 'yesNo'],
  dateItem: ['date'],
}

const occurrence = (study: CompiledStudy, path: string, at: Occurrence): readonly Finding[] =>
  typeof at !== 'object' || study.encounters.some(({ id }) => id === at.encounter)
    ? []
    : [missing(path, `the encounter ${at.encounter}`, `besøket ${at.encounter}`)]

/** What the schedule, the outcomes and the list of continuing criteria name. */
function ofSchedule(study: CompiledStudy): readonly Finding[] {
  const has = (list: readonly { readonly id: string }[], id: string) => list.some((each) => each.id === id)
  const outcomes = [study.outcomes.primary, ...study.outcomes.secondary]
  return [
    ...study.procedures.flatMap((procedure) =>
      procedure.forms
        .filter((id) => !has(study.forms, id))
        .map((id) => missing(`procedures.${procedure.id}`, `the form ${id}`, `skjemaet ${id}`)),
    ),
    ...study.encounters.flatMap(({ id, epoch, procedures }) => [
      ...(has(study.epochs, epoch) ? [] : [missing(`encounters.${id}`, `the epoch ${epoch}`, `perioden ${epoch}`)]),
      ...procedures
        .filter((procedure) => !has(study.procedures, procedure))
        .map((procedure) => missing(`encounters.${id}`, `the procedure ${procedure}`, `prosedyren ${procedure}`)),
    ]),
    ...outcomes
      .filter(({ encounter }) => !has(study.encounters, encounter))
      .map(({ encounter }) => missing('outcomes', `the encounter ${encounter}`, `besøket ${encounter}`)),
    ...study.continuing
      .filter((id) => !has(study.criteria, id))
      .map((id) => missing('continuing', `the criterion ${id}`, `kriteriet ${id}`)),
  ]
}

const missing = (path: string, en: string, nb: string): Finding =>
  error(path, `Names ${en}, which the study does not have.`, `Viser til ${nb}, som studien ikke har.`)

const wrongType = (path: string, name: string): Finding =>
  error(
    path,
    `Reads ${name} as something it is not: number, code, date and rows are different types.`,
    `Leser ${name} som noe det ikke er: tall, kode, dato og rader er ulike typer.`,
  )

const unique = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [finding.path + finding.text.en, finding])).values(),
]
