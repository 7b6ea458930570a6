import { defineForm } from '@trialwright/protocol'

export const adverseEvents = defineForm(
  'adverseEvents',
  { title: { en: 'Adverse events', nb: 'Uønskede hendelser' }, blinding: 'open', filledBy: 'site', burden: 'question' },
  {
    any: {
      type: 'yesNo',
      question: { en: 'Adverse events since the last visit', nb: 'Uønskede hendelser siden forrige besøk' },
    },
    list: {
      type: 'repeat',
      optional: true,
      question: { en: 'Events', nb: 'Hendelser' },
      of: {
        description: { type: 'text', length: 500, question: { en: 'What happened', nb: 'Hva som skjedde' } },
        start: { type: 'date', partial: true, question: { en: 'Start', nb: 'Start' } },
        stop: { type: 'date', partial: true, optional: true, question: { en: 'End', nb: 'Slutt' } },
        severity: {
          type: 'coded',
          codes: {
            mild: { en: 'Mild', nb: 'Mild' },
            moderate: { en: 'Moderate', nb: 'Moderat' },
            severe: { en: 'Severe', nb: 'Kraftig' },
          },
          question: { en: 'Severity', nb: 'Intensitet' },
        },
        serious: { type: 'yesNo', question: { en: 'Serious', nb: 'Alvorlig' } },
        causality: {
          type: 'coded',
          codes: {
            unrelated: { en: 'Not related', nb: 'Ingen sammenheng' },
            possible: { en: 'Possibly related', nb: 'Mulig sammenheng' },
            probable: { en: 'Probably related', nb: 'Sannsynlig sammenheng' },
          },
          question: { en: 'Relation to study medication', nb: 'Sammenheng med studiemedisinen' },
        },
        outcome: {
          type: 'coded',
          codes: {
            recovered: { en: 'Recovered', nb: 'Frisk' },
            recovering: { en: 'Recovering', nb: 'I bedring' },
            notRecovered: { en: 'Not recovered', nb: 'Ikke frisk' },
            sequelae: { en: 'Recovered with sequelae', nb: 'Frisk med følgetilstander' },
            fatal: { en: 'Fatal', nb: 'Død' },
          },
          question: { en: 'Outcome', nb: 'Utfall' },
        },
      },
    },
  },
)
