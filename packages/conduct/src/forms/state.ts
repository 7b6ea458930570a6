import type { Entry } from '@trialwright/protocol'
import type { Recorded } from '../context.ts'
import type { FormRecorded } from './events.ts'

/** One version of one value; the latest is last. */
export interface ValueVersion {
  readonly entry: Entry
  readonly version: number
  readonly at: string
  readonly by: Recorded['by']
  readonly reason?: string
  readonly confirmedUnusual?: true
}

export interface FormState {
  readonly encounter: string
  readonly form: string
  readonly day: string
  readonly laboratory?: string
  /** How many times it was saved; what two people editing at once compare. */
  readonly version: number
  readonly values: Readonly<Record<string, readonly ValueVersion[]>>
}

/** By `formKey`. */
export type FormsState = Readonly<Record<string, FormState>>

export const formKey = (encounter: string, form: string): string => `${encounter}/${form}`

export const initialForms: FormsState = {}

export function evolveForms(state: FormsState, event: FormRecorded): FormsState {
  const key = formKey(event.encounter, event.form)
  const before = state[key]
  const version = (before?.version ?? 0) + 1
  const values = { ...before?.values }
  for (const { item, entry, reason, confirmedUnusual } of event.changes)
    values[item] = [...(values[item] ?? []), { entry, version, at: event.at, by: event.by, reason, confirmedUnusual }]
  const { encounter, form, day, laboratory } = event
  return { ...state, [key]: { encounter, form, day, laboratory: laboratory ?? before?.laboratory, version, values } }
}

/** The value that counts now. */
export const currentEntry = (form: FormState | undefined, item: string): Entry | undefined =>
  form?.values[item]?.at(-1)?.entry
