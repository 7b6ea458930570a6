import type { StudyCases } from '@trialwright/protocol/compile'
import { across, after, asked, between, sides } from './checks.ts'

type Modic = 'none' | 'type1' | 'type2' | 'type3'

const endplate = (primaryType: Modic, secondaryType: Modic | undefined, height?: number) => ({
  mriReading: { endplates: [{ endplate: 'L4inferior', primaryType, secondaryType, height }] } as const,
})

/** At day 14, of 80 kg at day 0. */
const weighed = (given: string, weight: number | undefined, answer: 'yes' | 'no' | 'unknown', later?: number) =>
  between(
    'vitals',
    { weight: 80 },
    given,
    { vitals: { weight } },
    answer,
    later === undefined ? undefined : { weight: later },
  )

/** At day 14, after a result at day 0: the most and the least that is not asked about, a step beyond each, and none yet. */
function bloodChange(
  test: 'haemoglobin' | 'platelets' | 'creatinine',
  before: number,
  { most, least }: { readonly most: number; readonly least: number },
): StudyCases[string] {
  const measured = (given: string, now: number | undefined, answer: 'yes' | 'no' | 'unknown', later?: number) =>
    between(
      'laboratory',
      { [test]: before },
      given,
      { laboratory: { [test]: now } },
      answer,
      later === undefined ? undefined : { [test]: later },
    )
  return [
    measured('as high as is not asked about', most, 'yes'),
    measured('a step higher', most + 1, 'no'),
    measured('as low as is not asked about', least, 'yes'),
    measured('a step lower', least - 1, 'no'),
    measured('not measured now, a step too high later', undefined, 'unknown', most + 1),
    measured('not measured now, a step too low later', undefined, 'unknown', least - 1),
  ]
}

export const measurementCheckCases: StudyCases = {
  weightChange: [
    ...after(
      'vitals',
      { weight: 80 },
      { yes: { vitals: { weight: 88 } }, no: { vitals: { weight: 88.1 } }, unknown: { vitals: { temperature: 37 } } },
    ),
    weighed('10% down', 72, 'yes'),
    weighed('more than 10% down', 71.9, 'no'),
    weighed('not weighed now, far heavier later', undefined, 'unknown', 100),
    weighed('not weighed now, far lighter later', undefined, 'unknown', 50),
  ],
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
  endplateWithoutChange: [
    ...sides({
      elsewhere: 'yes',
      yes: endplate('none', 'none', 0),
      no: endplate('none', 'none', 4),
      unknown: endplate('none', 'none'),
      notApplicable: endplate('type1', 'none', 20),
    }),
    asked('no change, of the least size', endplate('none', 'none', 1), 'no'),
    asked('type 2 with a size', endplate('type2', 'none', 20), 'notApplicable'),
    asked('type 3 with a size', endplate('type3', 'none', 20), 'notApplicable'),
  ],
  endplateTypes: [
    ...sides({
      elsewhere: 'yes',
      yes: endplate('none', 'none'),
      no: endplate('none', 'type2'),
      unknown: endplate('none', undefined),
      notApplicable: endplate('type1', 'type2'),
    }),
    asked('type 1 beside none', endplate('none', 'type1'), 'no'),
    asked('type 3 beside none', endplate('none', 'type3'), 'no'),
    asked('type 1 beside type 2', endplate('type2', 'type1'), 'notApplicable'),
    asked('type 1 beside type 3', endplate('type3', 'type1'), 'notApplicable'),
  ],
  sickListedFully: [
    ...sides({
      yes: { sickListing: { now: 'full', degree: 100 } },
      no: { sickListing: { now: 'full', degree: 50 } },
      unknown: { sickListing: { now: 'full' } },
      notApplicable: { sickListing: { now: 'partial', degree: 50 } },
    }),
    asked('fully, 99%', { sickListing: { now: 'full', degree: 99 } }, 'no'),
    asked('not at all, 0%', { sickListing: { now: 'none', degree: 0 } }, 'notApplicable'),
  ],
  sickListedPartly: [
    ...sides({
      yes: { sickListing: { now: 'partial', degree: 50 } },
      no: { sickListing: { now: 'partial', degree: 100 } },
      unknown: { sickListing: { now: 'partial' } },
      notApplicable: { sickListing: { now: 'none' } },
    }),
    asked('partly, 1%', { sickListing: { now: 'partial', degree: 1 } }, 'yes'),
    asked('partly, 99%', { sickListing: { now: 'partial', degree: 99 } }, 'yes'),
    asked('partly, 0%', { sickListing: { now: 'partial', degree: 0 } }, 'no'),
    across(
      'partly now, 0% at screening',
      { sickListing: { degree: 0 } },
      { sickListing: { now: 'partial' } },
      'unknown',
    ),
    asked('fully, 100%', { sickListing: { now: 'full', degree: 100 } }, 'notApplicable'),
  ],
  givenInFull: [
    ...sides({
      yes: { compliance: { infusion: 'full', volume: 250 } },
      no: { compliance: { infusion: 'full', volume: 100 } },
      unknown: { compliance: { infusion: 'full' } },
      notApplicable: { compliance: { infusion: 'partly', volume: 100 } },
    }),
    asked('in full, 1 mL short', { compliance: { infusion: 'full', volume: 249 } }, 'no'),
    asked('not given, 0 mL', { compliance: { infusion: 'notGiven', volume: 0 } }, 'notApplicable'),
  ],
  givenInPart: [
    ...sides({
      yes: { compliance: { infusion: 'partly', volume: 100 } },
      no: { compliance: { infusion: 'partly', volume: 250 } },
      unknown: { compliance: { infusion: 'partly' } },
      notApplicable: { compliance: { infusion: 'full' } },
    }),
    asked('in part, 1 mL', { compliance: { infusion: 'partly', volume: 1 } }, 'yes'),
    asked('in part, 1 mL short', { compliance: { infusion: 'partly', volume: 249 } }, 'yes'),
    asked('in part, nothing', { compliance: { infusion: 'partly', volume: 0 } }, 'no'),
    across(
      'in part now, nothing at screening',
      { compliance: { volume: 0 } },
      { compliance: { infusion: 'partly' } },
      'unknown',
    ),
    asked('not given, 0 mL', { compliance: { infusion: 'notGiven', volume: 0 } }, 'notApplicable'),
  ],
  notGiven: [
    ...sides({
      yes: { compliance: { infusion: 'notGiven', volume: 0 } },
      no: { compliance: { infusion: 'notGiven', volume: 1 } },
      unknown: { compliance: { infusion: 'notGiven' } },
      notApplicable: { compliance: { infusion: 'full' } },
    }),
    asked('in part, 100 mL', { compliance: { infusion: 'partly', volume: 100 } }, 'notApplicable'),
  ],
  haemoglobinChange: [
    ...after(
      'laboratory',
      { haemoglobin: 140 },
      {
        yes: { laboratory: { haemoglobin: { value: 10.5, unit: 'g/dL' } } },
        no: { laboratory: { haemoglobin: 104 } },
        unknown: { laboratory: { platelets: 250 } },
      },
    ),
    ...bloodChange('haemoglobin', 140, { most: 175, least: 105 }),
  ],
  plateletsChange: [
    ...after(
      'laboratory',
      { platelets: 200 },
      {
        yes: { laboratory: { platelets: 400 } },
        no: { laboratory: { platelets: 401 } },
        unknown: { laboratory: { platelets: { above: 300 } } },
      },
    ),
    ...bloodChange('platelets', 200, { most: 400, least: 100 }),
  ],
  creatinineChange: [
    ...after(
      'laboratory',
      { creatinine: 80 },
      {
        yes: { laboratory: { creatinine: 40 } },
        no: { laboratory: { creatinine: 39 } },
        unknown: { laboratory: { platelets: 250 } },
      },
    ),
    ...bloodChange('creatinine', 80, { most: 160, least: 40 }),
  ],
  alatChange: after(
    'laboratory',
    { alat: 20 },
    {
      yes: { laboratory: { alat: 100 } },
      no: { laboratory: { alat: 101 } },
      unknown: { laboratory: { platelets: 250 } },
    },
  ),
  neutrophilsWithinLeucocytes: [
    ...sides({
      yes: { laboratory: { neutrophils: 4, leucocytes: 6 } },
      no: { laboratory: { neutrophils: 6.1, leucocytes: 6 } },
      unknown: { laboratory: { neutrophils: 6.1 } },
    }),
    asked('all leucocytes are neutrophils', { laboratory: { neutrophils: 6, leucocytes: 6 } }, 'yes'),
  ],
  hepatitisHistory: sides({
    yes: { hepatitis: { antiHbc: 'positive', historyB: 'yes' } },
    no: { hepatitis: { antiHbc: 'positive', historyB: 'no' } },
    unknown: { hepatitis: { antiHbc: 'positive' } },
    notApplicable: { hepatitis: { antiHbc: 'negative' } },
  }),
}
