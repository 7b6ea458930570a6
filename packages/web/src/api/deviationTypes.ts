import type { Text } from '@trialwright/protocol'

export const rules = [
  'visitMissed',
  'visitLate',
  'visitWindow',
  'visitOrder',
  'consentVersion',
  'eligibility',
  'requirement',
  'requiredForm',
  'infusionRule',
  'infusionDose',
  'infusionTime',
  'infusionVolume',
  'ofStudy',
] as const
export type DeviationRule = (typeof rules)[number]

export const effects = ['none', 'perProtocol', 'toDecide'] as const
export type Effect = (typeof effects)[number]

export interface Deviation {
  readonly code: string
  readonly site: string
  readonly key: string
  readonly rule: DeviationRule
  readonly encounter?: string
  readonly day: string
  readonly said: Text
  readonly gone?: true
  readonly classified?: {
    readonly important: boolean
    readonly effect: Effect
    readonly note: string
    readonly at: string
    readonly by: { readonly name: string; readonly role: string }
    readonly said?: Text
  }
}

export interface DeviationPage {
  readonly rows: readonly Deviation[]
  readonly next?: string
}
