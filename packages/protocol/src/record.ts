import type { CompiledItem, CompiledStudy } from './compiled.ts'
import { fact, trialEvents, UNRECORDED, type EvaluationRecord, type Fact } from './expression/fact.ts'
import type { TrialEvent } from './expression/nodes.ts'
import type { Slot, StudyScope } from './expression/scope.ts'
import { dateInterval, dayNumber, yearsBetween } from './value/calendar.ts'
import { convert } from './value/convert.ts'
import { standing, type Entry, type FilledForm, type LaboratoryRange } from './value/entry.ts'
import { nextAbove, nextBelow } from './value/interval.ts'

/** Everything an evaluation may read about one participant. */
export interface Facts {
  /** The local calendar day asked about, `2026-11-22`. */
  readonly today: string
  /** Local days of what has happened. */
  readonly events: Readonly<Partial<Record<TrialEvent, string>>>
  readonly forms: readonly FilledForm[]
  readonly ranges: readonly LaboratoryRange[]
  /** The encounter meant by "this visit". */
  readonly visit?: string
}

/** Fills records: every slot the study's logic mentions, read once from what was recorded. */
export function recordsOf(compiled: CompiledStudy, scope: StudyScope): (facts: Facts) => EvaluationRecord {
  const order = new Map(compiled.encounters.map(({ id }, index) => [id, index]))
  const place = (form: FilledForm) => order.get(form.encounter) ?? order.size
  const find = findings()
  let places: ReadonlyMap<string, Places> = new Map()
  let nothing: readonly Fact[] = []
  return ({ today, events, forms, ranges, visit }) => {
    // Slots are given out as logic is loaded; a node asked about later may add some.
    if (nothing.length !== scope.slots.length) {
      places = placesOf(scope)
      nothing = scope.slots.map(() => UNRECORDED)
    }
    const filled = [...forms].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : place(a) - place(b)))
    const reading: Reading = { ranges, ...personOf(compiled, filled) }
    const facts = nothing.slice()
    for (const [form, fillings] of Map.groupBy(filled, ({ form: id }) => id)) {
      const here = places.get(form)
      if (here !== undefined) find(facts, here, fillings, visit, reading)
    }
    return {
      today: day(today),
      events: trialEvents.map((event) => (events[event] === undefined ? UNRECORDED : day(events[event]))),
      facts,
    }
  }
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
function findings() {
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
interface Places {
  readonly always: readonly Place[]
  readonly atVisit: readonly Place[]
  readonly before: readonly Place[]
}

/** A slot with what is known of it beforehand. */
interface Place {
  readonly slot: Slot
  readonly index: number
  readonly item: CompiledItem
  /** One number for all occurrences of the item. */
  readonly itemNumber: number
}

/** By form, so that forms nobody has filled in cost nothing. */
function placesOf(scope: StudyScope): ReadonlyMap<string, Places> {
  const numbers = new Map<CompiledItem, number>()
  const places = scope.slots.map((slot, index): Place => {
    const item = scope.item(slot.form, slot.item)
    const itemNumber = numbers.get(item) ?? numbers.size
    numbers.set(item, itemNumber)
    return { slot, index, item, itemNumber }
  })
  return new Map(
    [...Map.groupBy(places, ({ slot }) => slot.form)].map(([form, all]) => [
      form,
      {
        always: all.filter(({ slot: { at } }) => at !== 'thisVisit' && at !== 'previousVisit'),
        atVisit: all.filter(({ slot: { at } }) => at === 'thisVisit'),
        before: all.filter(({ slot: { at } }) => at === 'previousVisit'),
      },
    ]),
  )
}

/** What a filled form is read with beside itself: it decides which limits hold. */
interface Reading extends Person {
  readonly ranges: readonly LaboratoryRange[]
}

/** Reads an entry once for as long as somebody keeps the filled form it stands in, and it is read with the same things. */
function readings() {
  const known = new WeakMap<FilledForm, { readonly by: Reading; readonly facts: (Fact | undefined)[] }>()
  return ({ slot, item, itemNumber }: Place, source: FilledForm, by: Reading): Fact => {
    let before = known.get(source)
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

const isSame = (a: Reading, b: Reading): boolean => a.ranges === b.ranges && a.sex === b.sex && a.born === b.born

const day = (iso: string): Fact => fact({ low: dayNumber(iso), high: dayNumber(iso) })

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

interface Person {
  readonly sex: string | undefined
  readonly born: number | undefined
}

function personOf({ person }: CompiledStudy, filled: readonly FilledForm[]): Person {
  const valueOf = ({ form, item }: { form: string; item: string }) => {
    const entry = filled.findLast((each) => each.form === form && each.entries[item] !== undefined)?.entries[item]
    return entry !== undefined && 'value' in entry && typeof entry.value === 'string' ? entry.value : undefined
  }
  const birth = dateInterval(valueOf(person.birthDate) ?? '')
  return { sex: valueOf(person.sex), born: birth !== undefined && birth.low === birth.high ? birth.low : undefined }
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

/** One entry as an evaluation sees it. */
export function factOf(
  item: CompiledItem,
  entry: Entry | undefined,
  filled?: FilledForm,
  range?: LaboratoryRange,
): Fact {
  if (entry === undefined) return UNRECORDED
  if ('absent' in entry) return absentFact(item, entry, filled)
  const { value } = entry
  switch (item.type) {
    case 'number':
    case 'laboratory': {
      const conversion = item.units?.[entry.unit ?? item.unit ?? ''] ?? same
      return fact({
        ...numberEnds(value, item.range?.[0] ?? Number.NEGATIVE_INFINITY, (x) => convert(x, conversion)),
        ...limits(item, range),
        entry,
        filled,
      })
    }
    case 'date': {
      const interval = typeof value === 'string' ? dateInterval(value) : undefined
      return fact({ low: interval?.low ?? Number.NaN, high: interval?.high ?? Number.NaN, entry, filled })
    }
    case 'repeat':
      if (typeof value !== 'object' || !('rows' in value)) return UNRECORDED
      return fact({
        rows: standing(value).map((row) =>
          (item.columns ?? []).map((column) => factOf(column, row.cells[column.id], filled)),
        ),
        complete: value.complete,
        entry,
        filled,
      })
    default:
      return fact({ code: typeof value === 'string' ? value : undefined, entry, filled })
  }
}

const same = { factor: 1, offset: 0 }

/** Not applicable: the thing does not exist, so an empty interval, no code, no rows. Otherwise not known, and not to come. */
function absentFact(item: CompiledItem, entry: Entry & { absent: string }, filled: FilledForm | undefined): Fact {
  if (entry.absent !== 'notApplicable') return fact({ skipped: true, entry, filled })
  if (item.type === 'repeat') return fact({ rows: [], complete: true, skipped: true, entry, filled })
  return fact({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY, code: '', skipped: true, entry, filled })
}

function numberEnds(value: unknown, least: number, toUnit: (x: number) => number): { low: number; high: number } {
  if (typeof value === 'number') return { low: toUnit(value), high: toUnit(value) }
  if (typeof value === 'object' && value !== null) {
    if ('below' in value) return { low: least, high: nextBelow(toUnit(value.below as number)) }
    if ('above' in value) return { low: nextAbove(toUnit(value.above as number)), high: Number.POSITIVE_INFINITY }
  }
  return { low: Number.NaN, high: Number.NaN }
}

/** A limit that a range leaves out does not exist on that side; a laboratory without a range settles nothing. */
function limits(item: CompiledItem, range: LaboratoryRange | undefined): { refLow: number; refHigh: number } {
  if (range === undefined) return { refLow: Number.NaN, refHigh: Number.NaN }
  const conversion = item.units?.[range.unit] ?? same
  return {
    refLow: range.low === undefined ? Number.NEGATIVE_INFINITY : convert(range.low, conversion),
    refHigh: range.high === undefined ? Number.POSITIVE_INFINITY : convert(range.high, conversion),
  }
}
