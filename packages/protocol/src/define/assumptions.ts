import type { Text } from '../text.ts'

/** A value no source fixes, kept apart from what the protocol says until somebody confirms it. */
export interface Assumption<Value = unknown> {
  readonly value: Value
  readonly title: Text
  /** Why this value was taken, with what it rests on. */
  readonly why: string
  /** The open question that would settle it. */
  readonly question: string
  /** Who settled it, and where it is written; an assumption without it is open. */
  readonly confirmed?: { readonly by: string; readonly source: string }
}

export const assume = <const Value>(value: Value, about: Omit<Assumption, 'value'>): Assumption<Value> => ({
  value,
  ...about,
})

export const assumptionsOf = Symbol('assumptions')

export type Assumed<Definitions extends Readonly<Record<string, Assumption>>> = {
  readonly [K in keyof Definitions]: Definitions[K]['value']
} & { readonly [assumptionsOf]: Definitions }

/** The values by name, for use in the study; the list behind them is printed, shown, and blocks production while one is open. */
export function defineAssumptions<const Definitions extends Readonly<Record<string, Assumption>>>(
  definitions: Definitions,
): Assumed<Definitions> {
  const values = Object.fromEntries(Object.entries(definitions).map(([key, { value }]) => [key, value]))
  return Object.freeze({ ...values, [assumptionsOf]: definitions }) as Assumed<Definitions>
}
