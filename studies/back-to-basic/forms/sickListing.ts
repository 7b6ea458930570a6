import { defineForm } from '@trialwright/protocol'

export const sickListing = defineForm(
  'sickListing',
  { title: { en: 'Sick listing', nb: 'Sykmelding' }, blinding: 'open', filledBy: 'participant', burden: 'question' },
  {
    now: {
      type: 'coded',
      codes: {
        none: { en: 'No', nb: 'Nei' },
        partial: { en: 'Yes, partly', nb: 'Ja, gradert' },
        full: { en: 'Yes, fully', nb: 'Ja, helt' },
      },
      question: { en: 'Are you on sick leave now?', nb: 'Er du sykmeldt nå?' },
    },
    degree: {
      type: 'number',
      unit: '%',
      range: [0, 100],
      decimals: 0,
      optional: true,
      question: { en: 'Degree', nb: 'Grad' },
    },
    days: {
      type: 'number',
      unit: 'd',
      range: [0, 366],
      decimals: 0,
      question: {
        en: 'Days on sick leave since the last time you were asked',
        nb: 'Dager sykmeldt siden du sist ble spurt',
      },
      label: { en: 'Days on sick leave', nb: 'Dager sykmeldt' },
    },
    becauseOfBack: {
      type: 'yesNo',
      optional: true,
      question: { en: 'Because of the back', nb: 'På grunn av ryggen' },
    },
  },
)
