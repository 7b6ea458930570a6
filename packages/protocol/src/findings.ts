import type { CompiledItem } from './compiled.ts'
import { UNRECORDED, type Fact } from './expression/fact.ts'
import type { Slot } from './expression/scope.ts'
import { factOf } from './factOf.ts'
import { dayNumber, yearsBetween } from './value/calendar.ts'
import type { FilledForm, LaboratoryRange } from './value/entry.ts'

/** A slot with what is known of it beforehand. */
export interface Place {
  readonly slot: Slot
  readonly index: number
  readonly item: CompiledItem
  /** One number for all occurrences of the item, among those of its form. */
  readonly itemNumber: number
}

/** The fillings of one form, as they were read. */
interface Known {
  readonly fillings: readonly FilledForm[]
  readonly by: Reading
  /** Of each filling, by the item's number, the facts that were asked for. */
  readonly read: readonly (Fact | undefined)[][]
  /** For each of the places that do not depend on the visit, in their order. */
  readonly found: readonly Fact[]
}

/** How many readings are kept of each form; the oldest go first. */
const kept = 16

/**
 * What the fillings of one form say in all its places. From one record of a participant to the next few forms change, so what
 * does not depend on the visit is kept for a while, and of a form that was filled in once more what the others say.
 */
export function findings() {
  const known = new WeakMap<Places, Known[]>()
  const knownOf = (places: Places, fillings: readonly FilledForm[], by: Reading): Known => {
    let before = known.get(places)
    if (before === undefined) known.set(places, (before = []))
    let near: Known | undefined
    for (let last = before.length - 1; last >= 0; last -= 1) {
      const each = before[last]!
      // Another person’s, or of before its first filling was changed: nothing to go by.
      if (each.fillings[0] !== fillings[0] || !(isSame(each.by, by) || !hasLimits(fillings))) continue
      if (isAlike(each.fillings, fillings)) return each
      near ??= each
    }
    const read = fillings.map((one) => near?.read[near.fillings.indexOf(one)] ?? places.unread.slice())
    const found = places.always.map((each) => findIn(each, fillings, undefined, by, read))
    const now = { fillings, by, read, found }
    if (before.length >= kept) before.shift()
    before.push(now)
    return now
  }
  return (
    into: Fact[],
    places: Places,
    fillings: readonly FilledForm[],
    visit: string | undefined,
    by: Reading,
  ): void => {
    const { read, found } = knownOf(places, fillings, by)
    for (let at = 0; at < found.length; at += 1) into[places.always[at]!.index] = found[at]!
    if (places.atVisit.length > 0 && fillings.some(({ encounter }) => encounter === visit))
      for (const each of places.atVisit) into[each.index] = findIn(each, fillings, visit, by, read)
    for (const each of places.before) into[each.index] = findIn(each, fillings, visit, by, read)
  }
}

/** What the fillings say in a place; an entry is read once. */
function findIn(
  { slot, item, itemNumber }: Place,
  fillings: readonly FilledForm[],
  visit: string | undefined,
  by: Reading,
  read: Known['read'],
): Fact {
  const at = findFilling(slot, fillings, visit)
  if (at === -1) return UNRECORDED
  const source = fillings[at]!
  return (read[at]![itemNumber] ??= factOf(
    item,
    source.entries[slot.item],
    source,
    rangesFor(slot, source, by.ranges, by),
  ))
}

const isAlike = (a: readonly FilledForm[], b: readonly FilledForm[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index])

/** Only what a laboratory reports is read by limits, which depend on the person. */
const hasLimits = (fillings: readonly FilledForm[]): boolean =>
  fillings.some(({ laboratory }) => laboratory !== undefined)

/** The places of a form, by what they depend on. */
export interface Places {
  /** A number among the forms that are read. */
  readonly form: number
  readonly always: readonly Place[]
  readonly atVisit: readonly Place[]
  readonly before: readonly Place[]
  /** As long as the form has items that are read. */
  readonly unread: readonly undefined[]
}

/** What a filled form is read with beside itself: it decides which limits hold. */
export interface Reading extends Person {
  readonly ranges: readonly LaboratoryRange[]
}

const isSame = (a: Reading, b: Reading): boolean => a.ranges === b.ranges && a.sex === b.sex && a.born === b.born

/** Where among the form's fillings the latest stands that holds a value, else the latest that says why there is none; or -1. */
function findFilling({ item, at }: Slot, filled: readonly FilledForm[], visit: string | undefined): number {
  let without = -1
  for (let last = before(at, filled, visit) - 1; last >= 0; last -= 1) {
    const each = filled[last]!
    if (!isAsked(at, each, visit)) continue
    const entry = each.entries[item]
    if (entry === undefined) continue
    if ('value' in entry) return last
    if (without === -1) without = last
  }
  return without
}

/** Of what came before a visit, only that counts; none while the form is not filled in there, for it may still be. */
const before = (at: Slot['at'], filled: readonly FilledForm[], visit: string | undefined): number =>
  at === 'previousVisit'
    ? Math.max(
        0,
        filled.findIndex(({ encounter }) => encounter === visit),
      )
    : filled.length

const isAsked = (at: Slot['at'], { encounter }: FilledForm, visit: string | undefined): boolean =>
  at === 'latest' || at === 'previousVisit' || encounter === (at === 'thisVisit' ? visit : at.encounter)

export interface Person {
  readonly sex: string | undefined
  readonly born: number | undefined
}

/** The limits in force: same laboratory and item, the person's sex and age, the day of the sample. Exactly one, or none. */
function rangesFor(
  { form, item }: Slot,
  { date, laboratory }: FilledForm,
  ranges: readonly LaboratoryRange[],
  person: Person,
): LaboratoryRange | undefined {
  if (laboratory === undefined) return undefined
  const age = person.born === undefined ? undefined : yearsBetween(person.born, dayNumber(date))
  const fitting = ranges.filter(
    (range) =>
      range.item === item &&
      range.form === form &&
      range.laboratory === laboratory &&
      (range.sex === 'any' || range.sex === person.sex) &&
      (age === undefined ? range.fromAge <= 0 && range.toAge >= 150 : range.fromAge <= age && age < range.toAge) &&
      range.from <= date &&
      (range.to === undefined || date < range.to),
  )
  return fitting.length === 1 ? fitting[0] : undefined
}
