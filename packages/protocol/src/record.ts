import type { CompiledItem, CompiledStudy } from './compiled.ts'
import { fact, trialEvents, UNRECORDED, type EvaluationRecord, type Fact } from './expression/fact.ts'
import type { TrialEvent } from './expression/nodes.ts'
import type { StudyScope } from './expression/scope.ts'
import { findings, type Person, type Place, type Places, type Reading } from './findings.ts'
import { dateInterval, dayNumber } from './value/calendar.ts'
import type { FilledForm, LaboratoryRange } from './value/entry.ts'

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
  const inOrder = (a: FilledForm, b: FilledForm): number =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.encounter === b.encounter ? 0 : place(a) - place(b)
  const find = findings()
  let places: ReadonlyMap<string, Places> = new Map()
  let nothing: readonly Fact[] = []
  let last: Arranged | undefined
  const arranged = (forms: readonly FilledForm[]): Arranged => {
    // Most often they were filled in in this order.
    const filled = forms.every((form, at) => at === 0 || inOrder(forms[at - 1]!, form) <= 0)
      ? forms
      : [...forms].sort(inOrder)
    const fillings = new Map<Places, FilledForm[]>()
    for (const form of filled) {
      const here = places.get(form.form)
      const others = here && fillings.get(here)
      if (others) others.push(form)
      else if (here) fillings.set(here, [form])
    }
    const read = [...fillings].map(([here, all]) => ({ here, fillings: all }))
    return { forms, read, person: personOf(compiled, filled) }
  }
  return ({ today, events, forms, ranges, visit }) => {
    // Slots are given out as logic is loaded; a node asked about later may add some.
    if (nothing.length !== scope.slots.length) {
      places = placesOf(scope)
      nothing = scope.slots.map(() => UNRECORDED)
      last = undefined
    }
    // The same participant is asked about at visit after visit, and arranged once.
    if (last?.forms !== forms) last = arranged(forms)
    const reading: Reading = { ranges, ...last.person }
    const facts = nothing.slice()
    for (const { here, fillings } of last.read) find(facts, here, fillings, visit, reading)
    return {
      today: day(today),
      events: trialEvents.map((event) => (events[event] === undefined ? UNRECORDED : day(events[event]))),
      facts,
    }
  }
}

/** The forms of one participant in the order of their days, those that are read by form. */
interface Arranged {
  readonly forms: readonly FilledForm[]
  readonly read: readonly { readonly here: Places; readonly fillings: readonly FilledForm[] }[]
  readonly person: Person
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

const day = (iso: string): Fact => fact({ low: dayNumber(iso), high: dayNumber(iso) })

function personOf({ person }: CompiledStudy, filled: readonly FilledForm[]): Person {
  const valueOf = ({ form, item }: { form: string; item: string }) => {
    const entry = filled.findLast((each) => each.form === form && each.entries[item] !== undefined)?.entries[item]
    return entry !== undefined && 'value' in entry && typeof entry.value === 'string' ? entry.value : undefined
  }
  const birth = dateInterval(valueOf(person.birthDate) ?? '')
  return { sex: valueOf(person.sex), born: birth !== undefined && birth.low === birth.high ? birth.low : undefined }
}
