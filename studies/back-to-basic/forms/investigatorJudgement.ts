import { defineForm } from '@trialwright/protocol'

/** The three criteria no value can decide: the investigator's own answer, each with its reason. */
export const investigatorJudgement = defineForm(
  'investigatorJudgement',
  {
    title: { en: 'The investigator’s judgement', nb: 'Utprøvers vurdering' },
    blinding: 'open',
    filledBy: 'investigator',
    burden: 'examination',
  },
  {
    specificDiagnosis: {
      type: 'yesNo',
      question: {
        en: 'A specific diagnosis may explain the symptoms',
        nb: 'En spesifikk diagnose kan forklare symptomene',
      },
    },
    specificDiagnosisReason: { type: 'text', length: 1000, question: { en: 'Reason', nb: 'Begrunnelse' } },
    cancerRisk: {
      type: 'yesNo',
      question: { en: 'Known increased risk of malignant disease', nb: 'Kjent økt risiko for ondartet sykdom' },
    },
    cancerRiskReason: { type: 'text', length: 1000, question: { en: 'Reason', nb: 'Begrunnelse' } },
    cannotComplete: {
      type: 'yesNo',
      question: {
        en: 'Not able to complete treatment or follow-up',
        nb: 'Ikke i stand til å fullføre behandling eller oppfølging',
      },
    },
    cannotCompleteReason: { type: 'text', length: 1000, question: { en: 'Reason', nb: 'Begrunnelse' } },
  },
)
