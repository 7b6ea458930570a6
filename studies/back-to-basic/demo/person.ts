import { formOf, type AbsenceReason, type Entry, type Facts, type FilledForm } from '@trialwright/protocol'
import { forms } from '../procedures.ts'
import { eligibleAnswers, type Absent, type Answers } from './answers.ts'
import { ranges } from './ranges.ts'

export const absent = (reason: AbsenceReason): Absent => ({ absent: reason })

/** A list that may go on. */
export const unfinished = <Row>(...rows: readonly Row[]) => ({ unfinished: rows })

export interface Options {
  readonly today?: string
  readonly events?: Facts['events']
  readonly laboratory?: 'east' | 'west' | 'withoutLimits'
  /** The encounter of all these answers, screening if unset, and its day. */
  readonly encounter?: string
  readonly date?: string
  /** Further fillings, at other encounters. */
  readonly later?: readonly FilledForm[]
  /** Nothing but these answers. */
  readonly alone?: boolean
}

const consentDay = '2026-03-16'
const definitions = new Map(forms.map((form) => [form[formOf].id as string, form[formOf]]))

/** Everybody's record at screening: an eligible person's, with these answers instead. `undefined` was not recorded. */
export function person(answers: Answers = {}, options: Options = {}): Facts {
  const { today = consentDay, events = { consent: consentDay }, laboratory = 'east', alone = false } = options
  const { encounter = 'screening', date = options.events?.consent ?? consentDay } = options
  const base: Answers = alone ? {} : eligibleAnswers
  const names = new Set([...Object.keys(base), ...Object.keys(answers)]) as Set<keyof Answers>
  const filled = [...names].map((form) =>
    fill(form, { ...base[form], ...answers[form] }, { encounter, date, laboratory }),
  )
  return { today, events, forms: [...filled, ...(options.later ?? [])], ranges }
}

interface At {
  readonly encounter: string
  readonly date: string
  readonly laboratory?: string
}

/** One form by its answers, as it is stored. */
export const filledForm = <Form extends keyof Answers>(
  form: Form,
  answers: NonNullable<Answers[Form]>,
  at: At,
): FilledForm => fill(form, answers, at)

function fill(form: string, answers: object, { encounter, date, laboratory = 'east' }: At): FilledForm {
  const definition = definitions.get(form)
  const recorded = Object.entries(answers).filter(([, answer]) => answer !== undefined)
  return {
    form,
    encounter,
    date,
    ...(definition?.laboratory === true ? { laboratory } : {}),
    entries: Object.fromEntries(recorded.map(([item, answer]) => [item, entryOf(answer, definition?.items[item])])),
  }
}

interface Defined {
  readonly type?: string
  readonly unit?: string
  readonly of?: Readonly<Record<string, Defined>>
}

function entryOf(answer: unknown, defined: Defined = {}): Entry {
  if (defined.type === 'repeat') return rowsOf(answer, defined)
  if (typeof answer !== 'object' || answer === null) {
    const value = answer as number | string
    return { typed: String(value), value, ...(typeof value === 'number' ? { unit: defined.unit } : {}) }
  }
  if ('absent' in answer) return answer as Entry
  if ('unit' in answer) {
    const { value, unit } = answer as { value: number; unit: string }
    return { typed: `${value}`, value, unit }
  }
  return 'below' in answer
    ? { typed: `<${String(answer.below)}`, value: { below: answer.below as number }, unit: defined.unit }
    : {
        typed: `>${String((answer as { above: number }).above)}`,
        value: answer as { above: number },
        unit: defined.unit,
      }
}

function rowsOf(answer: unknown, { of = {} }: Defined): Entry {
  if (typeof answer === 'object' && answer !== null && 'absent' in answer) return answer as Entry
  const complete = Array.isArray(answer)
  const given = (complete ? answer : (answer as { unfinished: unknown }).unfinished) as readonly object[]
  const rows = given.map((cells, index) => ({
    id: `row${index + 1}`,
    cells: Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, entryOf(cell, of[column])])),
  }))
  return { typed: '', value: { rows, complete } }
}
