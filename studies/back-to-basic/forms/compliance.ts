import { defineForm } from '@trialwright/protocol'

export const compliance = defineForm(
  'compliance',
  { title: { en: 'Compliance', nb: 'Etterlevelse' }, blinding: 'open', filledBy: 'site', burden: 'question' },
  {
    infusion: {
      type: 'coded',
      codes: {
        full: { en: 'Given in full', nb: 'Gitt i sin helhet' },
        partly: { en: 'Given in part', nb: 'Gitt delvis' },
        notGiven: { en: 'Not given', nb: 'Ikke gitt' },
      },
      question: { en: 'Infusion', nb: 'Infusjon' },
    },
    volume: {
      type: 'number',
      unit: 'mL',
      range: [0, 1000],
      optional: true,
      question: { en: 'Volume given, if in part', nb: 'Gitt volum, hvis delvis' },
    },
    reason: {
      type: 'text',
      length: 500,
      optional: true,
      question: { en: 'Reason, if not in full', nb: 'Årsak, hvis ikke i sin helhet' },
    },
  },
)
