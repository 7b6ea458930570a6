import type { CompiledItem, CompiledStudy } from '../compiled.ts'
import type { CodedItem, ConditionNode, DateItem, ExpressionNode, NumberItem, NumberNode } from '../expression/nodes.ts'
import { occurringAt } from '../expression/occurrence.ts'
import { everyNode } from '../expression/references.ts'

/* Where a study holds conditions, numbers and items, so that each check says only what it looks for. */

export interface At<Node> {
  readonly path: string
  readonly node: Node
}

/** Every condition of the study: what criteria and rules hold, and whom things apply to. */
export function conditionsOf(study: CompiledStudy): readonly At<ConditionNode>[] {
  return [...decisionsOf(study), ...expectationsOf(study), ...applicabilityOf(study)]
}

/** What edit checks expect, and of whom; asked of rows, that all of them are so. */
export const expectationsOf = (study: CompiledStudy): readonly At<ConditionNode>[] =>
  study.checks.flatMap(({ id, expects, rows, appliesTo }) => {
    const ofAll = (where: ConditionNode): ConditionNode =>
      rows === undefined ? where : { kind: 'every', ...rows, where }
    return [
      { path: `checks.${id}.expects`, node: ofAll(expects) },
      ...optional(`checks.${id}.appliesTo`, appliesTo && ofAll(appliesTo)),
    ]
  })

/** Conditions that decide about a participant: criteria, requirements, holds and stops, and levels of minimisation. */
export function decisionsOf(study: CompiledStudy): readonly At<ConditionNode>[] {
  return [
    ...(['criteria', 'requirements', 'holds', 'stops', 'deviations'] as const).flatMap((list) =>
      study[list].flatMap(({ id, holds, appliesTo }) => [
        { path: `${list}.${id}.holds`, node: holds },
        ...optional(`${list}.${id}.appliesTo`, appliesTo),
      ]),
    ),
    ...(study.randomisation.factors ?? []).flatMap((factor) =>
      factor.levels.flatMap(({ id, holds }) => optional(`randomisation.factors.${factor.id}.${id}`, holds)),
    ),
  ]
}

/** Conditions that say who is asked or seen: items, procedures, encounters. */
export function applicabilityOf(study: CompiledStudy): readonly At<ConditionNode>[] {
  return [
    ...itemsOf(study).flatMap(({ path, node }) => optional(`${path}.appliesTo`, node.appliesTo)),
    ...study.procedures.flatMap(({ id, appliesTo }) => optional(`procedures.${id}.appliesTo`, appliesTo)),
    ...study.encounters.flatMap(({ id, appliesTo }) => optional(`encounters.${id}.appliesTo`, appliesTo)),
  ]
}

/** Every number the study works out: scores, doses, measures of outcomes. */
export function numbersOf(study: CompiledStudy): readonly At<NumberNode>[] {
  return [
    ...study.derived.map(({ id, from }) => ({ path: `derived.${id}`, node: from })),
    { path: 'infusion.weight', node: study.infusion.weight },
    ...study.arms.flatMap(({ id, preparation }) =>
      Object.entries(preparation ?? {}).map(([part, node]) => ({
        path: `arms.${id}.preparation.${part}`,
        node: node as NumberNode,
      })),
    ),
    { path: 'outcomes.primary', node: study.outcomes.primary.measure },
    ...study.outcomes.secondary.map(({ measure }, index) => ({
      path: `outcomes.secondary.${index + 1}`,
      node: measure,
    })),
  ]
}

/** Every node of every expression, with the path of the expression it stands in. */
export const nodesOf = (study: CompiledStudy): readonly At<ExpressionNode>[] => [
  ...[...conditionsOf(study), ...numbersOf(study)].flatMap(({ path, node }) =>
    [...everyNode(node)].map((part) => ({ path, node: part })),
  ),
  { path: 'person.birthDate', node: study.person.birthDate },
  { path: 'person.sex', node: study.person.sex },
]

/** Items of all forms, and the columns of repeating groups under `forms.scan.endplates.height`. */
export const itemsOf = (study: CompiledStudy): readonly At<CompiledItem>[] =>
  study.forms.flatMap((form) =>
    form.items.flatMap((item) => [
      { path: `forms.${form.id}.${item.id}`, node: item },
      ...(item.columns ?? []).map((column) => ({ path: `forms.${form.id}.${item.id}.${column.id}`, node: column })),
    ]),
  )

type ItemNode = NumberItem | CodedItem | DateItem

/** Every node an expression comes to when named calculations are opened at the occurrence they are asked for. */
export function* opened(study: CompiledStudy, node: ExpressionNode): Generator<ExpressionNode> {
  for (const part of everyNode(node)) {
    yield part
    if (part.kind !== 'derived') continue
    const from = study.derived.find(({ id }) => id === part.id)?.from
    if (from !== undefined) yield* opened(study, part.at === 'latest' ? from : occurringAt(from, part.at))
  }
}

/** Items read, each once, the groups of rows among them. */
export function readsOf(study: CompiledStudy, node: ExpressionNode): readonly (ItemNode | GroupNode)[] {
  const reads = [...opened(study, node)].filter(
    (part): part is ItemNode | GroupNode => 'item' in part || part.kind === 'some' || part.kind === 'every',
  )
  return [
    ...new Map(reads.map((read) => [JSON.stringify([read.form, nameOf(read), read.group, read.at]), read])).values(),
  ]
}

type GroupNode = Extract<ConditionNode, { group: string }>

/** The item of the form that holds what is read: a row's column belongs to its group. */
export const topItem = (read: { readonly group?: string; readonly item?: string }): string =>
  read.group ?? read.item ?? ''

const nameOf = (read: ItemNode | GroupNode): string => ('item' in read ? read.item : read.group)

const optional = (path: string, node: ConditionNode | undefined): readonly At<ConditionNode>[] =>
  node === undefined ? [] : [{ path, node }]
