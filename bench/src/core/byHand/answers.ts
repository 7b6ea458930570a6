import type { Moment, VirtualAnswers, VirtualPerson } from '@trialwright/protocol/simulation'

/** The latest answers of a virtual person, form by form. */
export type Answered = Map<string, VirtualAnswers>

export type Row = Readonly<Record<string, unknown>>

export const textOf = (all: Answered, form: string, item: string): unknown => all.get(form)?.[item]
export const isYes = (all: Answered, form: string, item: string): boolean => textOf(all, form, item) === 'yes'
export const numberOf = (all: Answered, form: string, item: string): number => textOf(all, form, item) as number
export const rowsOf = (all: Answered, form: string, item: string): readonly Row[] =>
  (textOf(all, form, item) ?? []) as readonly Row[]

export function ask(person: VirtualPerson, into: Answered, forms: readonly string[], at: Moment): void {
  for (const form of forms) into.set(form, person.answers(form, at))
}
