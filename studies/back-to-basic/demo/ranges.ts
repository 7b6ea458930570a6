import type { LaboratoryRange, Text } from '@trialwright/protocol'

/** Two invented laboratories with plausible limits, for demonstrations and tests. */
export const laboratories: Readonly<Record<'east' | 'west', { readonly title: Text }>> = {
  east: { title: { en: 'Laboratory East (invented)', nb: 'Laboratorium Øst (oppdiktet)' } },
  west: { title: { en: 'Laboratory West (invented)', nb: 'Laboratorium Vest (oppdiktet)' } },
}

type Limits = readonly [low: number | undefined, high: number]

const range = (
  laboratory: keyof typeof laboratories,
  item: string,
  unit: string,
  sex: LaboratoryRange['sex'],
  [low, high]: Limits,
  period: { readonly from: string; readonly to?: string } = { from: '2015-01-01' },
): LaboratoryRange => ({
  laboratory,
  form: item === 'crp' ? 'crp' : 'laboratory',
  item,
  unit,
  sex,
  fromAge: 18,
  toAge: 150,
  ...(low === undefined ? {} : { low }),
  high,
  ...period,
})

/** Laboratory West reports in other units; Laboratory East changed its limit of ALAT for women. */
export const ranges: readonly LaboratoryRange[] = [
  range('east', 'haemoglobin', 'g/L', 'female', [117, 153]),
  range('east', 'haemoglobin', 'g/L', 'male', [134, 170]),
  range('east', 'platelets', '10*9/L', 'female', [165, 387]),
  range('east', 'platelets', '10*9/L', 'male', [145, 348]),
  range('east', 'leucocytes', '10*9/L', 'any', [3.5, 11]),
  range('east', 'neutrophils', '10*9/L', 'any', [1.5, 7.5]),
  range('east', 'asat', 'U/L', 'female', [undefined, 35]),
  range('east', 'asat', 'U/L', 'male', [undefined, 45]),
  range('east', 'alat', 'U/L', 'female', [undefined, 40], { from: '2015-01-01', to: '2026-01-01' }),
  range('east', 'alat', 'U/L', 'female', [undefined, 45], { from: '2026-01-01' }),
  range('east', 'alat', 'U/L', 'male', [undefined, 70]),
  range('east', 'creatinine', 'umol/L', 'female', [45, 90]),
  range('east', 'creatinine', 'umol/L', 'male', [60, 105]),
  range('east', 'crp', 'mg/L', 'any', [undefined, 5]),
  range('west', 'haemoglobin', 'g/dL', 'female', [11.7, 15.3]),
  range('west', 'haemoglobin', 'g/dL', 'male', [13.4, 17]),
  range('west', 'platelets', '10*9/L', 'any', [145, 390]),
  range('west', 'leucocytes', '10*9/L', 'any', [4, 10]),
  range('west', 'neutrophils', '10*9/L', 'any', [1.7, 7.3]),
  range('west', 'asat', 'ukat/L', 'any', [undefined, 0.7]),
  range('west', 'alat', 'ukat/L', 'any', [undefined, 0.9]),
  range('west', 'creatinine', 'mg/dL', 'female', [0.5, 1]),
  range('west', 'creatinine', 'mg/dL', 'male', [0.7, 1.2]),
  range('west', 'crp', 'mg/L', 'any', [undefined, 4]),
]
