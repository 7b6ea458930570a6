import { defineForm } from '@trialwright/protocol'

export const coInterventions = defineForm(
  'coInterventions',
  { title: { en: 'Other treatment', nb: 'Annen behandling' }, blinding: 'open', filledBy: 'site', burden: 'question' },
  {
    any: { type: 'yesNo', question: { en: 'Other treatment of the back', nb: 'Annen behandling for ryggen' } },
    list: {
      type: 'repeat',
      optional: true,
      question: { en: 'Treatments', nb: 'Behandlinger' },
      of: {
        kind: {
          type: 'coded',
          codes: {
            physiotherapy: { en: 'Physiotherapy', nb: 'Fysioterapi' },
            chiropractic: { en: 'Chiropractic', nb: 'Kiropraktikk' },
            exercise: { en: 'Exercise programme', nb: 'Treningsopplegg' },
            psychological: { en: 'Psychological treatment', nb: 'Psykologisk behandling' },
            injection: { en: 'Injection', nb: 'Injeksjon' },
            surgery: { en: 'Surgery', nb: 'Operasjon' },
            other: { en: 'Other', nb: 'Annet' },
          },
          question: { en: 'Kind', nb: 'Type' },
        },
        sessions: {
          type: 'number',
          unit: '1',
          range: [0, 200],
          decimals: 0,
          question: { en: 'Number of times', nb: 'Antall ganger' },
        },
      },
    },
  },
)
