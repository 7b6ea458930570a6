import { anyOf, type Criteria } from '@trialwright/protocol'
import { demography } from '../forms/demography.ts'
import { investigatorJudgement } from '../forms/investigatorJudgement.ts'
import { laboratory } from '../forms/laboratory.ts'
import { medicalHistory } from '../forms/medicalHistory.ts'
import { mriSafety } from '../forms/mriSafety.ts'

/** EX19 to EX31: other diseases, blood tests, and whether the trial can be carried through. */
export const exclusionOfDisease = {
  EX19: {
    text: {
      en: 'Ongoing or previous malignant disease at any time (i.e. skin cancer, cervical cancer etc.)',
      nb: 'Pågående eller tidligere ondartet sykdom uansett tidspunkt (dvs. hudkreft, livmorhalskreft osv.)',
    },
    holds: medicalHistory.malignancy.isYes(),
    reading: { en: 'Ever, however long ago.', nb: 'Noen gang, uansett hvor lenge siden.' },
  },
  EX20: {
    text: { en: 'Known increased risk of malignant disease', nb: 'Kjent økt risiko for ondartet sykdom' },
    holds: investigatorJudgement.cancerRisk.isYes(),
    judgement: true,
    reading: { en: 'The investigator’s judgement, with its reason.', nb: 'Utprøvers vurdering, med begrunnelse.' },
  },
  EX21: {
    text: { en: 'Diabetes', nb: 'Diabetes' },
    holds: medicalHistory.diabetes.isYes(),
    reading: { en: 'Any type.', nb: 'Enhver type.' },
  },
  EX22: {
    text: {
      en: 'Immunodeficiency (I.e primary immunodeficiency diseases, human immunodeficiency virus/acquired immunodeficiency syndrome, splenectomy)',
      nb: 'Immunsvikt (dvs. primære immunsviktsykdommer, humant immunsviktvirus/ervervet immunsviktsyndrom, fjernet milt)',
    },
    holds: medicalHistory.immunodeficiency.is('primary', 'hiv', 'splenectomy', 'other'),
    reading: {
      en: 'From the history; no HIV test is in the schedule.',
      nb: 'Fra sykehistorien; hivtest er ikke i planen.',
    },
  },
  EX23: {
    text: { en: 'Heart failure (NYHA class III - IV)', nb: 'Hjertesvikt (NYHA-klasse III–IV)' },
    holds: medicalHistory.heartFailure.is('III', 'IV'),
  },
  EX24: {
    text: { en: 'Previous or ongoing psoriasis', nb: 'Tidligere eller pågående psoriasis' },
    holds: medicalHistory.psoriasis.isYes(),
  },
  EX25: {
    text: { en: 'Ulcerative colitis or Crohns disease', nb: 'Ulcerøs kolitt eller Crohns sykdom' },
    holds: medicalHistory.bowelDisease.is('ulcerativeColitis', 'crohn'),
  },
  EX26: {
    text: {
      en: 'Existing or recent demyelination diseases (I.e. MS or Guillain-Barres)',
      nb: 'Pågående eller nylig demyeliniserende sykdom (dvs. MS eller Guillain-Barrés)',
    },
    holds: medicalHistory.demyelination.is('multipleSclerosis', 'guillainBarre', 'other'),
    reading: {
      en: 'Now or ever, since "recent" has no length.',
      nb: 'Nå eller noen gang, siden «nylig» ikke er tallfestet.',
    },
    assumes: ['demyelinationEver'],
  },
  EX27: {
    text: {
      en: 'Abnormal hemoglobin or abnormal platelet, leucocyte or neutrophil count',
      nb: 'Unormalt hemoglobin eller unormalt antall trombocytter, leukocytter eller nøytrofile',
    },
    holds: anyOf(
      laboratory.haemoglobin.isOutsideReferenceRange(),
      laboratory.platelets.isOutsideReferenceRange(),
      laboratory.leucocytes.isOutsideReferenceRange(),
      laboratory.neutrophils.isOutsideReferenceRange(),
    ),
    reading: {
      en: 'Abnormal is below or above the range its laboratory has for sex and age on the day of the sample.',
      nb: 'Unormalt er under eller over laboratoriets referanseområde for kjønn og alder på prøvedagen.',
    },
    assumes: ['bloodCountSide'],
  },
  EX28: {
    text: {
      en: 'Not able to understand written and spoken Norwegian',
      nb: 'Ikke i stand til å forstå skriftlig og muntlig norsk',
    },
    holds: anyOf(demography.understandsSpoken.isNo(), demography.understandsWritten.isNo()),
    reading: { en: 'Both are needed.', nb: 'Begge deler kreves.' },
  },
  EX29: {
    text: {
      en: 'Not able to complete treatment or follow-ups in the study (i.e. severe psychiatric disease, drug abuse or plans of moving address)',
      nb: 'Ikke i stand til å fullføre behandling eller oppfølging i studien (dvs. alvorlig psykisk sykdom, rusmisbruk eller planer om å flytte)',
    },
    holds: investigatorJudgement.cannotComplete.isYes(),
    judgement: true,
    reading: { en: 'The investigator’s judgement, with its reason.', nb: 'Utprøvers vurdering, med begrunnelse.' },
  },
  EX30: {
    text: {
      en: 'Contraindications for MRI (ie. pacemaker, metal implants, claustrophobia)',
      nb: 'Kontraindikasjoner mot MR (dvs. pacemaker, metallimplantater, klaustrofobi)',
    },
    holds: anyOf(
      mriSafety.pacemaker.isYes(),
      mriSafety.metal.is('notCleared'),
      mriSafety.claustrophobia.is('prevents'),
    ),
    reading: {
      en: 'Metal that the MRI unit has cleared, and fear that can be managed, do not exclude.',
      nb: 'Metall som MR-enheten har godkjent, og redsel som kan håndteres, utelukker ikke.',
    },
    assumes: ['clearedMetal'],
  },
  EX31: {
    text: { en: 'Abnormal creatinine level', nb: 'Unormalt kreatininnivå' },
    holds: laboratory.creatinine.isAboveReferenceRange(),
    reading: {
      en: 'Above the upper limit its laboratory has for sex and age; a low value does not exclude.',
      nb: 'Over laboratoriets øvre grense for kjønn og alder; en lav verdi utelukker ikke.',
    },
    assumes: ['creatinineSide'],
  },
} satisfies Criteria
