import type { CompiledItem } from './compiled.ts'
import type { Fact } from './expression/fact.ts'
import type { Slot } from './expression/scope.ts'
import { factOf } from './factOf.ts'
import { dayNumber, yearsBetween } from './value/calendar.ts'
import type { FilledForm, LaboratoryRange } from './value/entry.ts'

/** A slot with what is known of it beforehand. */
export interface Place {
  readonly slot: Slot
  readonly index: number
  readonly item: CompiledItem
  /** One number for all occurrences of the item. */
  readonly itemNumber: number
}

/** Places of a record, and what is found for each. */
interface Found {
  readonly places: number[]
  readonly facts: Fact[]
}

/** Findings kept of each form; the oldest go first. */
const kept = 16

/**
 * What the fillings of one form say in all its places. From one record of a participant to the next few forms change, so what
 * does not depend on the visit is kept for a while.
 */
export function findings() {
  const facts = readings()
  const known = new WeakMap<
    Places,
    { readonly fillings: readonly FilledForm[]; readonly by: Reading; readonly found: Found }[]
  >()
  const read = (
    into: Fact[],
    places: readonly Place[],
    fillings: readonly FilledForm[],
    visit: string | undefined,
    by: Reading,
    also?: Found,
  ): void => {
    for (const each of places) {
      const source = findFilling(each.slot, fillings, visit)
      if (source === undefined) continue
      const fact = facts(each, source, by)
      into[each.index] = fact
      also?.places.push(each.index)
      also?.facts.push(fact)
    }
  }
  const always = (into: Fact[], places: Places, fillings: readonly FilledForm[], by: Reading): void => {
    const before = known.get(places) ?? []
    for (let last = before.length - 1; last >= 0; last -= 1) {
      const each = before[last]!
      if (!isAlike(each.fillings, fillings) || !(isSame(each.by, by) || !hasLimits(fillings))) continue
      for (let at = 0; at < each.found.places.length; at += 1) into[each.found.places[at]!] = each.found.facts[at]!
      return
    }
    const found: Found = { places: [], facts: [] }
    read(into, places.always, fillings, undefined, by, found)
    if (before.length >= kept) before.shift()
    before.push({ fillings, by, found })
    known.set(places, before)
  }
  return (
    into: Fact[],
    places: Places,
    fillings: readonly FilledForm[],
    visit: string | undefined,
    by: Reading,
  ): void => {
    if (places.always.length > 0) always(into, places, fillings, by)
    const here = places.atVisit.length === 0 ? [] : fillings.filter(({ encounter }) => encounter === visit)
    if (here.length > 0) read(into, places.atVisit, here, visit, by)
    if (places.before.length > 0) read(into, places.before, fillings, visit, by)
  }
}

const isAlike = (a: readonly FilledForm[], b: readonly FilledForm[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index])

/** Only what a laboratory reports is read by limits, which depend on the person. */
const hasLimits = (fillings: readonly FilledForm[]): boolean =>
  fillings.some(({ laboratory }) => laboratory !== undefined)

/** The places of a form, by what they depend on. */
export interface Places {
  readonly always: readonly Place[]
  readonly atVisit: readonly Place[]
  readonly before: readonly Place[]
}

/** What a filled form is read with beside itself: it decides which limits hold. */
export interface Reading extends Person {
  readonly ranges: readonly LaboratoryRange[]
}

/** Reads an entry once for as long as somebody keeps the filled form it stands in, and it is read with the same things. */
function readings() {
  const known = new WeakMap<FilledForm, Read>()
  // A form's items are read one after the other.
  let last: FilledForm | undefined
  let before: Read | undefined
  return ({ slot, item, itemNumber }: Place, source: FilledForm, by: Reading): Fact => {
    if (source !== last) before = known.get(source)
    last = source
    if (before === undefined || (source.laboratory !== undefined && !isSame(before.by, by))) {
      before = { by, facts: [] }
      known.set(source, before)
    }
    return (before.facts[itemNumber] ??= factOf(
      item,
      source.entries[slot.item],
      source,
      rangesFor(slot, source, by.ranges, by),
    ))
  }
}

/** What was read of a filled form, by the item's number. */
interface Read {
  readonly by: Reading
  readonly facts: (Fact | undefined)[]
}

const isSame = (a: Reading, b: Reading): boolean => a.ranges === b.ranges && a.sex === b.sex && a.born === b.born

/** Of the form's fillings the latest that holds a value, else the latest that says why there is none. */
function findFilling(
  { item, at }: Slot,
  filled: readonly FilledForm[] = [],
  visit: string | undefined,
): FilledForm | undefined {
  let without: FilledForm | undefined
  for (let last = before(at, filled, visit) - 1; last >= 0; last -= 1) {
    const each = filled[last]!
    const entry = each.entries[item]
    if (entry === undefined || !isAsked(at, each, visit)) continue
    if ('value' in entry) return each
    without ??= each
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
      range.laboratory === laboratory &&
      range.form === form &&
      range.item === item &&
      (range.sex === 'any' || range.sex === person.sex) &&
      (age === undefined ? range.fromAge <= 0 && range.toAge >= 150 : range.fromAge <= age && age < range.toAge) &&
      range.from <= date &&
      (range.to === undefined || date < range.to),
  )
  return fitting.length === 1 ? fitting[0] : undefined
}
