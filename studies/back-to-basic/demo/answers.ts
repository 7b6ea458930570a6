import type { AbsenceReason, Censored, CodedHandle, formOf, NumberHandle, RepeatHandle } from '@trialwright/protocol'
import type { forms } from '../procedures.ts'

export interface Absent {
  readonly absent: AbsenceReason
}
export interface InUnit {
  readonly value: number
  readonly unit: string
}
type Cells<Row> = { readonly [Column in keyof Row]?: Answer<Row[Column]> | Absent }
/** Rows that may not be all there are. */
export interface Unfinished<Row> {
  readonly unfinished: readonly Cells<Row>[]
}

/** What an item's handle says may be answered: a code of its list, a number, rows of its columns. */
type Answer<Handle> =
  Handle extends RepeatHandle<infer Row>
    ? readonly Cells<Row>[] | Unfinished<Row>
    : Handle extends CodedHandle<infer Code>
      ? Code
      : Handle extends NumberHandle
        ? number | Censored | InUnit
        : string

type StudyForm = (typeof forms)[number]
type ItemsOf<Form> = { readonly [Item in keyof Form & string]?: Answer<Form[Item]> | Absent | undefined }

/** Forms by their answers alone; a name or code the forms do not have does not compile. */
export type Answers = { readonly [Form in StudyForm as Form[typeof formOf]['id']]?: ItemsOf<Form> }

const noChange = {
  primaryType: 'none',
  secondaryType: 'none',
  height: { absent: 'notApplicable' },
} as const

/** An invented woman of 45 years whom every criterion lets in. */
export const eligibleAnswers = {
  demography: { birthDate: '1980-05-04', sex: 'female', understandsSpoken: 'yes', understandsWritten: 'yes' },
  painHistory: { mainSite: 'lowBack', onset: '2023-08', daysWithPain: 90 },
  nrs: { now: 6, worst: 8, usual: 7 },
  odi: {
    pain: '2',
    care: '1',
    lifting: '2',
    walking: '1',
    sitting: '3',
    standing: '2',
    sleep: '2',
    sexLife: '1',
    socialLife: '2',
    travel: '1',
  },
  mriReading: {
    imageDate: '2026-03-10',
    endplates: [
      { endplate: 'Th12inferior', ...noChange },
      { endplate: 'L1superior', ...noChange },
      { endplate: 'L1inferior', ...noChange },
      { endplate: 'L2superior', ...noChange },
      { endplate: 'L2inferior', ...noChange },
      { endplate: 'L3superior', ...noChange },
      { endplate: 'L3inferior', ...noChange },
      { endplate: 'L4superior', ...noChange },
      { endplate: 'L4inferior', ...noChange },
      { endplate: 'L5superior', ...noChange },
      { endplate: 'L5inferior', primaryType: 'type1', secondaryType: 'type2', height: 28 },
      { endplate: 'S1superior', primaryType: 'type2', secondaryType: 'none', height: 15 },
    ],
  },
  mriSafety: { pacemaker: 'no', metal: 'none', claustrophobia: 'none' },
  medicalHistory: {
    rheumaticDisease: 'no',
    malignancy: 'no',
    diabetes: 'no',
    immunodeficiency: 'none',
    heartFailure: 'none',
    psoriasis: 'no',
    bowelDisease: 'none',
    demyelination: 'none',
    plannedSurgery: 'no',
  },
  backSurgery: { operations: [] },
  allergies: { any: 'no' },
  immunosuppression: { ever: 'no' },
  medications: { list: [] },
  conditions: { list: [] },
  vaccines: { list: [] },
  whatIsNew: { medicines: 'nothing', vaccines: 'nothing', conditions: 'nothing' },
  vaccinations: { livePlanned: 'no' },
  childbearing: {
    menarche: 'yes',
    lastMenses: '2026-03-01',
    absenceOfMenses: 'none',
    sterilisation: 'none',
    sterilisationProof: { absent: 'notApplicable' },
  },
  contraception: { pregnant: 'no', breastfeeding: 'no', method: 'intrauterine', agrees: 'yes' },
  pregnancyTest: { hcg: 'negative' },
  vitals: { temperature: 36.8, weight: 75, height: 170, systolic: 124, diastolic: 78, pulse: 66 },
  safetyEvaluation: {
    infection: 'no',
    antibiotic: 'no',
    jaundice: 'no',
    newConditions: 'no',
    wishesToStop: 'no',
    allocationRevealed: 'no',
  },
  laboratory: {
    haemoglobin: 135,
    platelets: 250,
    leucocytes: 6.1,
    neutrophils: 3.4,
    asat: 24,
    alat: 22,
    creatinine: 68,
  },
  tuberculosis: { history: 'none', igra: 'negative', igraDate: '2026-03-12' },
  chestXray: { date: '2026-03-12', result: 'normal' },
  hepatitis: { historyB: 'no', hbsAg: 'negative', antiHbc: 'negative', antiHbs: 'negative', antiHcv: 'negative' },
  investigatorJudgement: {
    specificDiagnosis: 'no',
    specificDiagnosisReason: 'MRI and examination show no other cause.',
    cancerRisk: 'no',
    cancerRiskReason: 'No family history, never smoked.',
    cannotComplete: 'no',
    cannotCompleteReason: 'Lives nearby, understands the schedule.',
  },
} as const satisfies Answers
