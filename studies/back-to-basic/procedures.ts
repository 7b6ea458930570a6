import type { ProcedureDefinition } from '@trialwright/protocol'
import { adverseEvents, adverseEventsAsked } from './forms/adverseEvents.ts'
import { allergies } from './forms/allergies.ts'
import { background } from './forms/background.ts'
import { backSurgery } from './forms/backSurgery.ts'
import { biobank } from './forms/biobank.ts'
import { childbearing, childbearingPotential, isFemale } from './forms/childbearing.ts'
import { coInterventions } from './forms/coInterventions.ts'
import { compliance } from './forms/compliance.ts'
import { conditions } from './forms/conditions.ts'
import { contraception } from './forms/contraception.ts'
import { crp } from './forms/crp.ts'
import { demography } from './forms/demography.ts'
import { drugLevel, drugLevelSample } from './forms/drugLevel.ts'
import { hepatitis } from './forms/hepatitis.ts'
import { immunosuppression } from './forms/immunosuppression.ts'
import { investigatorJudgement } from './forms/investigatorJudgement.ts'
import { laboratory } from './forms/laboratory.ts'
import { medicalHistory } from './forms/medicalHistory.ts'
import { medications } from './forms/medications.ts'
import { mriFollowUpReading, mriReading } from './forms/mriReading.ts'
import { mriSafety } from './forms/mriSafety.ts'
import { painExamination } from './forms/painExamination.ts'
import { painHistory } from './forms/painHistory.ts'
import { pregnancyReport, pregnancyTest } from './forms/pregnancyTest.ts'
import { reactions } from './forms/reactions.ts'
import { safetyEvaluation } from './forms/safetyEvaluation.ts'
import { samples } from './forms/samples.ts'
import { sickListing } from './forms/sickListing.ts'
import { chestXray, tuberculosis } from './forms/tuberculosis.ts'
import { vaccinations } from './forms/vaccinations.ts'
import { vaccines } from './forms/vaccines.ts'
import { vitals } from './forms/vitals.ts'
import { whatIsNew } from './forms/whatIsNew.ts'
import { eq5d } from './instruments/eq5d5l-norway.ts'
import { hscl25 } from './instruments/hscl25.ts'
import { nrs } from './instruments/nrs.ts'
import { odi } from './instruments/odi.ts'
import { rmdq } from './instruments/rmdq.ts'

/** The rows of the protocol's schedule table, each with the forms it fills. */
export const procedures = {
  history: {
    title: { en: 'Consent and medical history', nb: 'Samtykke og sykehistorie' },
    forms: [demography, medicalHistory, allergies, immunosuppression],
  },
  eligibility: { title: { en: 'Eligibility', nb: 'Egnethet' }, forms: [investigatorJudgement] },
  mri: { title: { en: 'MRI', nb: 'MR' }, forms: [mriSafety, mriReading] },
  mriFollowUp: { title: { en: 'MRI, follow-up', nb: 'MR, oppfølging' }, forms: [mriFollowUpReading] },
  chestXray: { title: { en: 'Chest X-ray', nb: 'Røntgen thorax' }, forms: [chestXray] },
  childbearing: {
    title: { en: 'Childbearing', nb: 'Fruktbarhet' },
    forms: [childbearing],
    appliesTo: isFemale,
  },
  contraception: {
    title: { en: 'Pregnancy and contraception', nb: 'Graviditet og prevensjon' },
    forms: [contraception],
    appliesTo: isFemale,
  },
  pregnancyTest: {
    title: { en: 'Urine pregnancy test', nb: 'Graviditetstest i urin' },
    forms: [pregnancyTest],
    appliesTo: childbearingPotential,
  },
  monthlyPregnancyTest: {
    title: { en: 'Monthly urine pregnancy test', nb: 'Månedlig graviditetstest i urin' },
    forms: [pregnancyReport],
    appliesTo: childbearingPotential,
  },
  blood: {
    title: { en: 'Haematology, chemistry, CRP', nb: 'Hematologi, klinisk kjemi, CRP' },
    forms: [laboratory, crp],
  },
  infections: {
    title: { en: 'Tuberculosis, hepatitis B and C', nb: 'Tuberkulose, hepatitt B og C' },
    forms: [tuberculosis, hepatitis],
  },
  allocation: { title: { en: 'Allocation', nb: 'Fordeling' }, forms: [] },
  infusion: { title: { en: 'Infusion', nb: 'Infusjon' }, forms: [reactions] },
  background: { title: { en: 'Background data', nb: 'Bakgrunnsdata' }, forms: [background] },
  distress: { title: { en: 'Background data: distress', nb: 'Bakgrunnsdata: psykiske plager' }, forms: [hscl25] },
  safety: {
    title: { en: 'Clinical safety evaluation', nb: 'Klinisk sikkerhetsvurdering' },
    forms: [vitals, safetyEvaluation],
  },
  painExamination: {
    title: { en: 'Pain and neurological examination', nb: 'Smerte- og nevrologisk undersøkelse' },
    forms: [painHistory, painExamination],
  },
  drugLevel: {
    title: { en: 'Drug level and anti-drug antibodies', nb: 'Legemiddelnivå og antistoffer' },
    forms: [drugLevelSample, drugLevel],
  },
  biobank: { title: { en: 'Biobank blood', nb: 'Blod til biobank' }, forms: [biobank] },
  adverseEvents: { title: { en: 'Adverse events', nb: 'Uønskede hendelser' }, forms: [adverseEventsAsked] },
  disability: { title: { en: 'Primary outcome: ODI', nb: 'Hovedutfall: ODI' }, forms: [odi] },
  pain: { title: { en: 'Pain monitoring', nb: 'Smerteregistrering' }, forms: [nrs] },
  concomitant: {
    title: { en: 'Concomitant medication and co-interventions', nb: 'Annen medisinbruk og behandling' },
    forms: [whatIsNew, vaccinations, coInterventions],
  },
  sickListing: { title: { en: 'Sick listing', nb: 'Sykmelding' }, forms: [sickListing] },
  questionnaires: { title: { en: 'Questionnaires', nb: 'Spørreskjemaer' }, forms: [eq5d, rmdq] },
  compliance: { title: { en: 'Compliance', nb: 'Etterlevelse' }, forms: [compliance] },
} as const satisfies Readonly<Record<string, ProcedureDefinition<string>>>

export const forms = [
  demography,
  medicalHistory,
  backSurgery,
  allergies,
  immunosuppression,
  investigatorJudgement,
  painHistory,
  painExamination,
  nrs,
  odi,
  mriSafety,
  mriReading,
  mriFollowUpReading,
  chestXray,
  childbearing,
  contraception,
  pregnancyTest,
  pregnancyReport,
  laboratory,
  crp,
  tuberculosis,
  hepatitis,
  vitals,
  safetyEvaluation,
  medications,
  conditions,
  vaccines,
  whatIsNew,
  vaccinations,
  coInterventions,
  background,
  hscl25,
  eq5d,
  rmdq,
  sickListing,
  drugLevelSample,
  drugLevel,
  biobank,
  reactions,
  compliance,
  adverseEvents,
  adverseEventsAsked,
  samples,
] as const

/** What runs from consent to the end instead of being asked anew at every visit. */
export const logs = {
  log: {
    title: { en: 'Log', nb: 'Logg' },
    short: { en: 'Log', nb: 'Logg' },
    forms: [medications, conditions, backSurgery, vaccines, adverseEvents, samples],
  },
} as const

/** A visit beside the plan may fill in what its reason calls for. */
export const unscheduled = {
  title: { en: 'Unscheduled visit', nb: 'Ekstra besøk' },
  short: { en: 'X', nb: 'E' },
  forms: [
    vitals,
    safetyEvaluation,
    laboratory,
    crp,
    pregnancyTest,
    contraception,
    reactions,
    tuberculosis,
    chestXray,
    drugLevelSample,
    nrs,
  ],
} as const
