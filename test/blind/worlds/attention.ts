import { nightly } from '../effort.ts'
import type { Attention } from '../replay.ts'

/** Nightly, every blinded role reads every page after every step; otherwise they take turns, and more of them where an arm was used. */
export const closely: Attention = nightly
  ? { roles: 99, atArms: 99, thorough: true, surveys: true, knocks: true, acts: 'whole' }
  : { roles: 1, atArms: 5, thorough: false, surveys: false, knocks: true, acts: 'whole' }

/** Changes of the secret table in each of the two chains. */
export const transitions = nightly ? 300 : 15
