import type { DeviationClassified } from './events.ts'
import type { Classified } from './types.ts'

/** By key; the latest judgement counts. */
export type DeviationsState = Readonly<Record<string, Classified>>

export const initialDeviations: DeviationsState = {}

export function evolveDeviations(state: DeviationsState, event: DeviationClassified): DeviationsState {
  const { key, rule, day, said, important, effect, note, at, by } = event
  return { ...state, [key]: { key, rule, day, said, important, effect, note, at, by } }
}
