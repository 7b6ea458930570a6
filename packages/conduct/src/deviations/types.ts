import type { Text } from '@trialwright/protocol'
import type { Recorded } from '../context.ts'

/** The rules a deviation is computed by; `ofStudy` are those its definition adds. */
export const deviationRules = {
  visitMissed: { en: 'Visit missed', nb: 'Besøk uteblitt' },
  visitLate: { en: 'Visit not held within its window', nb: 'Besøk ikke gjennomført innenfor vinduet' },
  visitWindow: { en: 'Visit outside its window', nb: 'Besøk utenfor vinduet' },
  visitOrder: { en: 'Visits in the wrong order', nb: 'Besøk i feil rekkefølge' },
  consentVersion: { en: 'Visit or data before renewed consent', nb: 'Besøk eller data før fornyet samtykke' },
  eligibility: { en: 'Randomised, but not eligible', nb: 'Randomisert, men oppfyller ikke kravene' },
  requirement: { en: 'Randomised outside a requirement', nb: 'Randomisert utenfor et krav' },
  requiredForm: { en: 'Required examination not done', nb: 'Påkrevd undersøkelse ikke utført' },
  infusionRule: { en: 'Infusion given against a rule', nb: 'Infusjon gitt i strid med en regel' },
  infusionDose: { en: 'Dose from another weight', nb: 'Dose etter en annen vekt' },
  infusionTime: { en: 'Infusion given too fast', nb: 'Infusjon gitt for fort' },
  infusionVolume: { en: 'Infusion not given in full', nb: 'Infusjon ikke gitt i sin helhet' },
  ofStudy: { en: 'Rule of the study', nb: 'Studiens regel' },
} as const satisfies Readonly<Record<string, Text>>

export type DeviationRule = keyof typeof deviationRules

/** A departure from the protocol, as the data are now. */
export interface Deviation {
  /** The same departure has the same key, however its values change: `visitWindow/day14`. */
  readonly key: string
  readonly rule: DeviationRule
  readonly encounter?: string
  /** First day it counts; what is to come is not there yet. */
  readonly day: string
  /** What happened, with the values and dates. */
  readonly said: Text
}

/** What it means for the analysis sets: nothing, out of the per-protocol set, or for the statistician to say. */
export type Effect = 'none' | 'perProtocol' | 'toDecide'

/** What a person judged of a deviation, by its key; it stays when the data are corrected and the deviation is gone. */
export interface Classified {
  readonly key: string
  readonly rule: DeviationRule
  readonly day: string
  readonly said: Text
  readonly important: boolean
  readonly effect: Effect
  readonly note: string
  readonly at: string
  readonly by: Recorded['by']
}

/** A line of the list: as computed, as classified, or both. */
export interface DeviationRow {
  readonly key: string
  readonly rule: DeviationRule
  readonly encounter?: string
  readonly day: string
  readonly said: Text
  /** The data no longer show it. */
  readonly gone?: true
  readonly classified?: Pick<Classified, 'important' | 'effect' | 'note' | 'at'> & {
    readonly by: { readonly name: string; readonly role: string }
    /** What was classified, where the data say something else now. */
    readonly said?: Text
  }
}
