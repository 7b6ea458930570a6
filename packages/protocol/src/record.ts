import type { CompiledStudy } from './compiled.ts'
import { fact, trialEvents, UNRECORDED, type EvaluationRecord, type Fact } from './expression/fact.ts'
import type { TrialEvent } from './expression/nodes.ts'
import type { StudyScope } from './expression/scope.ts'
import { findings, type Person, type Places, type Reading } from './findings.ts'
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
    const read: { readonly here: Places; readonly fillings: FilledForm[] }[] = []
    const byForm: (FilledForm[] | undefined)[] = []
    for (const form of filled) {
      const here = places.get(form.form)
      if (here === undefined) continue
      const others = byForm[here.form]
      if (others) others.push(form)
      else read.push({ here, fillings: (byForm[here.form] = [form]) })
    }
    // Only limits depend on who it is.
    const isLimited = filled.some(({ laboratory }) => laboratory !== undefined)
    return { forms, read, person: isLimited ? personOf(compiled, filled) : nobody }
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
  const slots = scope.slots.map((slot, index) => ({ slot, index, item: scope.item(slot.form, slot.item) }))
  return new Map(
    [...Map.groupBy(slots, ({ slot }) => slot.form)].map(([id, here], form) => {
      const items = [...new Set(here.map(({ item }) => item))]
      const all = here.map((each) => ({ ...each, itemNumber: items.indexOf(each.item) }))
      return [
        id,
        {
          form,
          always: all.filter(({ slot: { at } }) => at !== 'thisVisit' && at !== 'previousVisit'),
          atVisit: all.filter(({ slot: { at } }) => at === 'thisVisit'),
          before: all.filter(({ slot: { at } }) => at === 'previousVisit'),
          unread: items.map(() => undefined),
        },
      ]
    }),
  )
}

function day(iso: string): Fact {
  const number = dayNumber(iso)
  return fact({ low: number, high: number })
}

const nobody: Person = { sex: undefined, born: undefined }

function personOf({ person }: CompiledStudy, filled: readonly FilledForm[]): Person {
  const valueOf = ({ form, item }: { form: string; item: string }) => {
    const entry = filled.findLast((each) => each.form === form && each.entries[item] !== undefined)?.entries[item]
    return entry !== undefined && 'value' in entry && typeof entry.value === 'string' ? entry.value : undefined
  }
  const birth = dateInterval(valueOf(person.birthDate) ?? '')
  return { sex: valueOf(person.sex), born: birth !== undefined && birth.low === birth.high ? birth.low : undefined }
}
