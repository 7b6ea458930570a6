import type { Entry } from '@trialwright/protocol'
import type { Recorded } from '../context.ts'
import type { FileOrigin } from './origin.ts'
import { isRowsChange, type FormRecorded, type RowsChange } from './events.ts'
import { withRows } from './rows.ts'

/** One version of one value; the latest is last. Of a repeating item it holds all rows, and `history.ts` tells its cells apart. */
export interface ValueVersion {
  readonly entry: Entry
  readonly version: number
  /** Local day of the form when this was saved. */
  readonly day: string
  readonly at: string
  /** Entry, by the device's clock, with its offset. */
  readonly clientTime?: string
  /** Storage, by the database's clock, UTC; absent before it is stored. */
  readonly recordedAt?: string
  readonly by: Recorded['by']
  readonly reason?: string
  readonly confirmedUnusual?: true
  /** The file it came in; absent when it was typed. */
  readonly origin?: FileOrigin
  /** Repeats: the rows and cells this version changed. */
  readonly changed?: RowsChange
}

export interface FormState {
  readonly encounter: string
  readonly form: string
  readonly day: string
  readonly laboratory?: string
  readonly log?: true
  /** How many times it was saved; what two people editing at once compare. */
  readonly version: number
  readonly values: Readonly<Record<string, readonly ValueVersion[]>>
}

/** By `formKey`. */
export type FormsState = Readonly<Record<string, FormState>>

export function formKey(encounter: string, form: string): string {
  let there = keys.get(encounter)
  let key = there?.get(form)
  if (key !== undefined) return key
  // Names that somebody only asks for are without end.
  if (made >= most) {
    keys.clear()
    there = undefined
    made = 0
  }
  if (there === undefined) keys.set(encounter, (there = new Map()))
  key = `${encounter}/${form}`
  there.set(form, key)
  made += 1
  return key
}

/** A text made anew is read letter by letter wherever it is looked up; the same few are asked for thousands of times. */
const keys = new Map<string, Map<string, string>>()
const most = 10_000
let made = 0

export const initialForms: FormsState = {}

export function evolveForms(state: FormsState, event: FormRecorded & { readonly recordedAt?: string }): FormsState {
  const key = formKey(event.encounter, event.form)
  const before = state[key]
  const version = (before?.version ?? 0) + 1
  const values = { ...before?.values }
  const { encounter, form, day, laboratory, at, by, clientTime, recordedAt } = event
  const saved = {
    version,
    day,
    at,
    ...(clientTime === undefined ? {} : { clientTime }),
    ...(recordedAt === undefined ? {} : { recordedAt }),
    by,
  }
  for (const change of event.changes) {
    const versions = values[change.item] ?? []
    const next: ValueVersion = isRowsChange(change)
      ? {
          entry: withRows(versions.at(-1)?.entry, change),
          ...saved,
          reason: change.reason,
          changed: change,
        }
      : {
          entry: change.entry,
          ...saved,
          reason: change.reason,
          confirmedUnusual: change.confirmedUnusual,
          ...(event.origin ? { origin: event.origin } : {}),
        }
    values[change.item] = [...versions, next]
  }
  const log = event.log ? { log: true as const } : {}
  return {
    ...state,
    [key]: { encounter, form, day, laboratory: laboratory ?? before?.laboratory, ...log, version, values },
  }
}

const keptOf = (state: FormsState, log: true | undefined): FormsState =>
  Object.fromEntries(Object.entries(state).filter(([, form]) => form.log === log))

/** The forms of logs, which go on through every screening. */
export const logForms = (state: FormsState): FormsState => keptOf(state, true)
export const visitForms = (state: FormsState): FormsState => keptOf(state, undefined)

/** The version of the value that counts now; nothing of the language itself is taken for an item. */
export const currentVersion = ({ values }: Pick<FormState, 'values'>, item: string): number | undefined =>
  Object.hasOwn(values, item) ? values[item]?.at(-1)?.version : undefined

/** The value that counts now. */
export const currentEntry = (form: FormState | undefined, item: string): Entry | undefined =>
  form?.values[item]?.at(-1)?.entry
