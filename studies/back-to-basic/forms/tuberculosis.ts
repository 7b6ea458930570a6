import { defineForm } from '@trialwright/protocol'

const igraResults = {
  negative: { en: 'Negative', nb: 'Negativ' },
  positive: { en: 'Positive', nb: 'Positiv' },
} as const

export const tuberculosis = defineForm(
  'tuberculosis',
  { title: { en: 'Tuberculosis', nb: 'Tuberkulose' }, blinding: 'open', filledBy: 'site', burden: 'sample' },
  {
    history: {
      type: 'coded',
      burden: 'question',
      codes: {
        none: { en: 'None', nb: 'Ingen' },
        treated: { en: 'Completely treated earlier', nb: 'Ferdigbehandlet tidligere' },
        latent: { en: 'Latent tuberculosis', nb: 'Latent tuberkulose' },
        active: { en: 'Active tuberculosis', nb: 'Aktiv tuberkulose' },
        suspected: { en: 'Suspected', nb: 'Mistenkt' },
      },
      question: { en: 'Known or suspected tuberculosis', nb: 'Kjent eller mistenkt tuberkulose' },
      selfCheck: { en: 'Do you have, or may you have, tuberculosis?', nb: 'Har du, eller kan du ha, tuberkulose?' },
    },
    igra: {
      type: 'coded',
      codes: { ...igraResults, indeterminate: { en: 'Indeterminate', nb: 'Inkonklusiv' } },
      question: { en: 'IGRA result', nb: 'IGRA-svar' },
    },
    igraDate: { type: 'date', question: { en: 'Date of IGRA', nb: 'Dato for IGRA' } },
    igraRepeated: {
      type: 'coded',
      codes: igraResults,
      optional: true,
      question: { en: 'IGRA result of the repeated test', nb: 'IGRA-svar ved gjentatt prøve' },
      help: {
        en: 'Only after an indeterminate one. Indeterminate again: record as not known.',
        nb: 'Bare etter et inkonklusivt svar. Inkonklusiv igjen: registrer som ikke kjent.',
      },
    },
  },
)

export const chestXray = defineForm(
  'chestXray',
  { title: { en: 'Chest X-ray', nb: 'Røntgen thorax' }, blinding: 'open', filledBy: 'site', burden: 'imaging' },
  {
    date: { type: 'date', question: { en: 'Date of chest X-ray', nb: 'Dato for røntgen thorax' } },
    result: {
      type: 'coded',
      codes: {
        normal: { en: 'Normal', nb: 'Normal' },
        otherFinding: { en: 'Other finding', nb: 'Annet funn' },
        tuberculosis: {
          en: 'Suggests active or earlier tuberculosis',
          nb: 'Tyder på aktiv eller gjennomgått tuberkulose',
        },
      },
      question: { en: 'Chest X-ray', nb: 'Røntgen thorax' },
    },
    finding: { type: 'text', optional: true, question: { en: 'Finding', nb: 'Funn' } },
  },
)
