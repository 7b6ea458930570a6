import type { CompiledForm, CompiledItem, CompiledStudy } from '../compiled.ts'
import { encounterOf } from '../encounters.ts'
import { UNRECORDED } from './fact.ts'
import { conditionKind, dateKind, isCondition, isNumber, numberKind } from './kinds.ts'
import type { NumberMeaning, Scope, Test } from './meaning.ts'
import type { ConditionNode, NumberNode, Occurrence } from './nodes.ts'
import { itemsOf } from './references.ts'

/** One place of the record: an item (or a whole repeating group) of a form, at an occurrence. */
export interface Slot {
  readonly form: string
  readonly item: string
  readonly at: Occurrence
}

/** Names of a study turned into slots of a record, given out as its expressions mention them. */
export interface StudyScope extends Scope {
  readonly slots: readonly Slot[]
  slot(form: string, item: string, at: Occurrence): number
}

export function scopeOf(compiled: CompiledStudy): StudyScope {
  const slots: Slot[] = []
  const numbers = new Map<string, number>()
  const forms = new Map(compiled.forms.map((form) => [form.id, form]))
  const items = new Map<string, CompiledItem>()
  for (const form of compiled.forms) for (const [path, item] of itemsByPath(form)) items.set(path, item)
  const derived = new Map(compiled.derived.map((each) => [each.id, each]))
  const tests = new Map<ConditionNode, Test>()
  const meanings = new Map<NumberNode, NumberMeaning>()

  const slot = (form: string, item: string, at: Occurrence): number => {
    const key = JSON.stringify([form, item, at])
    const known = numbers.get(key)
    if (known !== undefined) return known
    found(forms.get(form), `form ${form}`)
    numbers.set(key, slots.length)
    return slots.push({ form, item, at }) - 1
  }

  const scope: StudyScope = {
    slots,
    slot,
    place(reference) {
      if (reference.group === undefined)
        return { inRow: false, index: slot(reference.form, reference.item, reference.at) }
      const group = scope.item(reference.form, reference.group)
      return { inRow: true, index: (group.columns ?? []).findIndex(({ id }) => id === reference.item) }
    },
    read(reference) {
      const { inRow, index } = scope.place(reference)
      return inRow ? (_, row) => row[index] ?? UNRECORDED : (record) => record.facts[index] ?? UNRECORDED
    },
    rows(form, group, at) {
      const number = slot(form, group, at)
      return (record) => record.facts[number] ?? UNRECORDED
    },
    item: (form, item, group) => found(items.get(pathOf(form, item, group)), `item ${pathOf(form, item, group)}`),
    derived: (id) => found(derived.get(id), `calculation ${id}`),
    encounterTitle: (id) => found(encounterOf(compiled, id)?.short, `encounter ${id}`),
    condition: (node) => remembered(tests, node, () => conditionKind(node).test(node, scope)),
    number: (node) => remembered(meanings, node, () => numberKind(node).bounds(node, scope)),
    date: (node) => dateKind(node).bounds(node, scope),
    state: (node) =>
      isCondition(node)
        ? conditionKind(node).state(node, scope)
        : isNumber(node)
          ? numberKind(node).state(node, scope)
          : dateKind(node).state(node, scope),
    items: itemsOf,
  }
  return scope
}

const pathOf = (form: string, item: string, group?: string): string =>
  group === undefined ? `${form}.${item}` : `${form}.${group}.${item}`

function* itemsByPath(form: CompiledForm): Generator<[string, CompiledItem]> {
  for (const item of form.items) {
    yield [pathOf(form.id, item.id), item]
    for (const column of item.columns ?? []) yield [pathOf(form.id, column.id, item.id), column]
  }
}

/** A compiled study names only what it has; checks see to that, so a missing name here is a bug. */
function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the study has no ${name}`)
  return value
}

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const before = known.get(key)
  if (before !== undefined) return before
  const made = make()
  known.set(key, made)
  return made
}
