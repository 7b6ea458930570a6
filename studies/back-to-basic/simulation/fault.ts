import type { Draws } from '@trialwright/protocol/simulation'

/** Why somebody cannot take part, if so; assumed, with the MRI first. Pain below the limits comes by itself, from the scores. */
const weights = {
  none: 62,
  noModicChange: 13,
  otherPain: 2,
  rheumatic: 3,
  surgery: 2.5,
  opioid: 2,
  liver: 3,
  blood: 2,
  creatinine: 1,
  tuberculosis: 2,
  igraUnclear: 0.7,
  hepatitisB: 1,
  diabetes: 1.5,
  psoriasis: 1.5,
  claustrophobia: 1,
  contraception: 1,
  malignancy: 1,
  language: 0.7,
  cannotComplete: 2,
} as const

export type Fault = keyof typeof weights

export const faultOf = (draws: Draws): Fault => draws.weighted(weights)
