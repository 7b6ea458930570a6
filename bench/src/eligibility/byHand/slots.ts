import type { Study } from '@trialwright/protocol'

export type Slots = ReturnType<typeof slotsOf>

/** Where each value stands in a record, looked up once. */
export function slotsOf(study: Study) {
  const at = (form: string, item: string): number => known(study.slotOf(form, item), form, item)
  const atScreening = (form: string, item: string): number =>
    known(study.slotOf(form, item, { encounter: 'screening' }), form, item)
  const sections = [
    'pain',
    'care',
    'lifting',
    'walking',
    'sitting',
    'standing',
    'sleep',
    'sexLife',
    'socialLife',
    'travel',
  ]
  return {
    birthDate: at('demography', 'birthDate'),
    sex: at('demography', 'sex'),
    spoken: at('demography', 'understandsSpoken'),
    written: at('demography', 'understandsWritten'),
    mainSite: at('painHistory', 'mainSite'),
    daysWithPain: at('painHistory', 'daysWithPain'),
    onset: at('painHistory', 'onset'),
    painNow: atScreening('nrs', 'now'),
    painWorst: atScreening('nrs', 'worst'),
    painUsual: atScreening('nrs', 'usual'),
    odi: sections.map((section) => atScreening('odi', section)),
    endplates: at('mriReading', 'endplates'),
    temperature: at('vitals', 'temperature'),
    infection: at('safetyEvaluation', 'infection'),
    allergic: at('allergies', 'any'),
    substances: at('allergies', 'substances'),
    immunosuppressed: at('immunosuppression', 'ever'),
    treatments: at('immunosuppression', 'treatments'),
    specificDiagnosis: at('investigatorJudgement', 'specificDiagnosis'),
    cancerRisk: at('investigatorJudgement', 'cancerRisk'),
    cannotComplete: at('investigatorJudgement', 'cannotComplete'),
    operations: at('backSurgery', 'operations'),
    rheumatic: at('medicalHistory', 'rheumaticDisease'),
    malignancy: at('medicalHistory', 'malignancy'),
    diabetes: at('medicalHistory', 'diabetes'),
    immunodeficiency: at('medicalHistory', 'immunodeficiency'),
    heartFailure: at('medicalHistory', 'heartFailure'),
    psoriasis: at('medicalHistory', 'psoriasis'),
    bowelDisease: at('medicalHistory', 'bowelDisease'),
    demyelination: at('medicalHistory', 'demyelination'),
    plannedSurgery: at('medicalHistory', 'plannedSurgery'),
    plannedSurgeryDate: at('medicalHistory', 'plannedSurgeryDate'),
    menarche: at('childbearing', 'menarche'),
    lastMenses: at('childbearing', 'lastMenses'),
    absenceOfMenses: at('childbearing', 'absenceOfMenses'),
    sterilisation: at('childbearing', 'sterilisation'),
    sterilisationProof: at('childbearing', 'sterilisationProof'),
    pregnant: at('contraception', 'pregnant'),
    breastfeeding: at('contraception', 'breastfeeding'),
    method: at('contraception', 'method'),
    agrees: at('contraception', 'agrees'),
    hcg: at('pregnancyTest', 'hcg'),
    medicines: at('medications', 'list'),
    tuberculosis: at('tuberculosis', 'history'),
    igra: at('tuberculosis', 'igra'),
    igraRepeated: at('tuberculosis', 'igraRepeated'),
    chestXray: at('chestXray', 'result'),
    hepatitisB: at('hepatitis', 'historyB'),
    hbsAg: at('hepatitis', 'hbsAg'),
    antiHbc: at('hepatitis', 'antiHbc'),
    vaccines: at('vaccines', 'list'),
    livePlanned: at('vaccinations', 'livePlanned'),
    livePlannedDate: at('vaccinations', 'livePlannedDate'),
    asat: at('laboratory', 'asat'),
    alat: at('laboratory', 'alat'),
    haemoglobin: at('laboratory', 'haemoglobin'),
    platelets: at('laboratory', 'platelets'),
    leucocytes: at('laboratory', 'leucocytes'),
    neutrophils: at('laboratory', 'neutrophils'),
    creatinine: at('laboratory', 'creatinine'),
    pacemaker: at('mriSafety', 'pacemaker'),
    metal: at('mriSafety', 'metal'),
    claustrophobia: at('mriSafety', 'claustrophobia'),
  }
}

function known(slot: number, form: string, item: string): number {
  if (slot < 0) throw new Error(`no criterion reads ${form}.${item} any more; the hand-written one must follow`)
  return slot
}
