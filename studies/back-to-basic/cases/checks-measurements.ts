import type { StudyCases } from '@trialwright/protocol/compile'
import { after, sides } from './checks.ts'

const endplate = (primaryType: 'none' | 'type1', secondaryType: 'none' | 'type2' | undefined, height?: number) => ({
  mriReading: { endplates: [{ endplate: 'L4inferior', primaryType, secondaryType, height }] } as const,
})

export const measurementCheckCases: StudyCases = {
  weightChange: after(
    'vitals',
    { weight: 80 },
    { yes: { vitals: { weight: 88 } }, no: { vitals: { weight: 88.1 } }, unknown: { vitals: { temperature: 37 } } },
  ),
  pressureOrder: sides({
    yes: { vitals: { systolic: 81, diastolic: 80 } },
    no: { vitals: { systolic: 80, diastolic: 80 } },
    unknown: { vitals: { systolic: 80 } },
  }),
  feverIsInfection: sides({
    yes: { vitals: { temperature: 38 }, safetyEvaluation: { infection: 'yes' } },
    no: { vitals: { temperature: 38 }, safetyEvaluation: { infection: 'no' } },
    unknown: { vitals: { temperature: 38 } },
    notApplicable: { vitals: { temperature: 37.9 }, safetyEvaluation: { infection: 'no' } },
  }),
  antibioticForInfection: sides({
    yes: { safetyEvaluation: { antibiotic: 'yes', infection: 'yes' } },
    no: { safetyEvaluation: { antibiotic: 'yes', infection: 'no' } },
    unknown: { safetyEvaluation: { antibiotic: 'yes' } },
    notApplicable: { safetyEvaluation: { antibiotic: 'no' } },
  }),
  worstPain: sides({
    yes: { nrs: { worst: 6, usual: 6 } },
    no: { nrs: { worst: 5, usual: 6 } },
    unknown: { nrs: { worst: 5 } },
  }),
  readerBlind: sides({
    yes: { mriReading: { readerBlind: 'yes' } },
    no: { mriReading: { readerBlind: 'no' } },
    unknown: {},
  }),
  endplateWithoutChange: sides({
    elsewhere: 'yes',
    yes: endplate('none', 'none', 0),
    no: endplate('none', 'none', 4),
    unknown: endplate('none', 'none'),
    notApplicable: endplate('type1', 'none', 20),
  }),
  endplateTypes: sides({
    elsewhere: 'yes',
    yes: endplate('none', 'none'),
    no: endplate('none', 'type2'),
    unknown: endplate('none', undefined),
    notApplicable: endplate('type1', 'type2'),
  }),
  sickListedFully: sides({
    yes: { sickListing: { now: 'full', degree: 100 } },
    no: { sickListing: { now: 'full', degree: 50 } },
    unknown: { sickListing: { now: 'full' } },
    notApplicable: { sickListing: { now: 'partial', degree: 50 } },
  }),
  sickListedPartly: sides({
    yes: { sickListing: { now: 'partial', degree: 50 } },
    no: { sickListing: { now: 'partial', degree: 100 } },
    unknown: { sickListing: { now: 'partial' } },
    notApplicable: { sickListing: { now: 'none' } },
  }),
  givenInFull: sides({
    yes: { compliance: { infusion: 'full', volume: 250 } },
    no: { compliance: { infusion: 'full', volume: 100 } },
    unknown: { compliance: { infusion: 'full' } },
    notApplicable: { compliance: { infusion: 'partly', volume: 100 } },
  }),
  givenInPart: sides({
    yes: { compliance: { infusion: 'partly', volume: 100 } },
    no: { compliance: { infusion: 'partly', volume: 250 } },
    unknown: { compliance: { infusion: 'partly' } },
    notApplicable: { compliance: { infusion: 'full' } },
  }),
  notGiven: sides({
    yes: { compliance: { infusion: 'notGiven', volume: 0 } },
    no: { compliance: { infusion: 'notGiven', volume: 1 } },
    unknown: { compliance: { infusion: 'notGiven' } },
    notApplicable: { compliance: { infusion: 'full' } },
  }),
  haemoglobinChange: after(
    'laboratory',
    { haemoglobin: 140 },
    {
      yes: { laboratory: { haemoglobin: { value: 10.5, unit: 'g/dL' } } },
      no: { laboratory: { haemoglobin: 104 } },
      unknown: { laboratory: { platelets: 250 } },
    },
  ),
  plateletsChange: after(
    'laboratory',
    { platelets: 200 },
    {
      yes: { laboratory: { platelets: 400 } },
      no: { laboratory: { platelets: 401 } },
      unknown: { laboratory: { platelets: { above: 300 } } },
    },
  ),
  creatinineChange: after(
    'laboratory',
    { creatinine: 80 },
    {
      yes: { laboratory: { creatinine: 40 } },
      no: { laboratory: { creatinine: 39 } },
      unknown: { laboratory: { platelets: 250 } },
    },
  ),
  alatChange: after(
    'laboratory',
    { alat: 20 },
    {
      yes: { laboratory: { alat: 100 } },
      no: { laboratory: { alat: 101 } },
      unknown: { laboratory: { platelets: 250 } },
    },
  ),
  neutrophilsWithinLeucocytes: sides({
    yes: { laboratory: { neutrophils: 4, leucocytes: 6 } },
    no: { laboratory: { neutrophils: 6.1, leucocytes: 6 } },
    unknown: { laboratory: { neutrophils: 6.1 } },
  }),
  hepatitisHistory: sides({
    yes: { hepatitis: { antiHbc: 'positive', historyB: 'yes' } },
    no: { hepatitis: { antiHbc: 'positive', historyB: 'no' } },
    unknown: { hepatitis: { antiHbc: 'positive' } },
    notApplicable: { hepatitis: { antiHbc: 'negative' } },
  }),
}
