import { defineForm } from '@trialwright/protocol'

/** The clinical safety evaluation of each visit, read by the holding and stopping rules. */
export const safetyEvaluation = defineForm(
  'safetyEvaluation',
  {
    title: { en: 'Clinical safety evaluation', nb: 'Klinisk sikkerhetsvurdering' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'examination',
  },
  {
    infection: {
      type: 'yesNo',
      burden: 'question',
      question: { en: 'Ongoing infection', nb: 'Pågående infeksjon' },
      selfCheck: { en: 'Do you have an infection or a fever now?', nb: 'Har du en infeksjon eller feber nå?' },
    },
    antibiotic: { type: 'yesNo', question: { en: 'Uses an antibiotic', nb: 'Bruker antibiotika' } },
    jaundice: { type: 'yesNo', question: { en: 'Jaundice', nb: 'Gulsott' } },
    newConditions: {
      type: 'yesNo',
      question: { en: 'New disease since the last visit', nb: 'Ny sykdom siden forrige besøk' },
    },
    conditions: {
      type: 'repeat',
      optional: true,
      question: { en: 'New diseases', nb: 'Nye sykdommer' },
      of: {
        kind: {
          type: 'coded',
          codes: {
            seriousInfection: { en: 'Serious infection', nb: 'Alvorlig infeksjon' },
            tuberculosis: { en: 'Tuberculosis', nb: 'Tuberkulose' },
            hepatitisB: { en: 'Hepatitis B, reactivated', nb: 'Hepatitt B, reaktivert' },
            malignancy: { en: 'Malignant disease', nb: 'Ondartet sykdom' },
            demyelination: { en: 'Demyelinating disease', nb: 'Demyeliniserende sykdom' },
            lupusLike: { en: 'Lupus-like syndrome', nb: 'Lupuslignende syndrom' },
            heartFailure: { en: 'Heart failure NYHA III or IV', nb: 'Hjertesvikt NYHA III eller IV' },
            other: { en: 'Other', nb: 'Annen' },
          },
          question: { en: 'Disease', nb: 'Sykdom' },
        },
        onset: { type: 'date', partial: true, question: { en: 'Since', nb: 'Siden' } },
        description: { type: 'text', length: 500, optional: true, question: { en: 'Description', nb: 'Beskrivelse' } },
      },
    },
    wishesToStop: {
      type: 'yesNo',
      burden: 'question',
      question: { en: 'Wishes to stop treatment', nb: 'Ønsker å avslutte behandlingen' },
    },
    allocationRevealed: {
      type: 'yesNo',
      question: {
        en: 'The allocation has become known to the participant or the team',
        nb: 'Fordelingen er blitt kjent for deltakeren eller teamet',
      },
      label: { en: 'Allocation has become known', nb: 'Fordelingen er blitt kjent' },
    },
    examination: { type: 'text', optional: true, question: { en: 'Findings', nb: 'Funn' } },
  },
)
