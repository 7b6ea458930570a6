import type { ParticipantState } from './state.ts'

/** What befell a participant and what was recorded, without what others have since said of it: questions, checks against the source, signatures. */
export type ParticipantData = Pick<
  ParticipantState,
  'consent' | 'screening' | 'randomisation' | 'encounters' | 'forms' | 'treatment'
>

/** By the participant's consent, which later states share until it changes. */
const latest = new WeakMap<object, ParticipantData>()

/** The same object for as long as nothing of it changes, so that what follows from it is worked out once. */
export function dataOf(state: ParticipantData): ParticipantData {
  const before = latest.get(state.consent)
  if (before !== undefined && isSame(before, state)) return before
  const { consent, screening, randomisation, encounters, forms, treatment } = state
  const data = { consent, screening, randomisation, encounters, forms, treatment }
  latest.set(consent, data)
  return data
}

const isSame = (a: ParticipantData, b: ParticipantData): boolean =>
  a.forms === b.forms &&
  a.encounters === b.encounters &&
  a.treatment === b.treatment &&
  a.randomisation === b.randomisation &&
  a.screening === b.screening
