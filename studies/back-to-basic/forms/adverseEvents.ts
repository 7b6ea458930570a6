import { defineForm } from '@trialwright/protocol'

/** Asked from day 14 on: whether the log of events says all there is. */
export const adverseEventsAsked = defineForm(
  'adverseEventsAsked',
  {
    title: { en: 'Adverse events since the last visit', nb: 'Uønskede hendelser siden forrige besøk' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'question',
  },
  {
    any: {
      type: 'coded',
      codes: {
        none: { en: 'None', nb: 'Ingen' },
        written: { en: 'Yes, written in the log', nb: 'Ja, skrevet i loggen' },
        notWritten: { en: 'Yes, not written yet', nb: 'Ja, ikke skrevet ennå' },
      },
      question: { en: 'Adverse events since the last visit', nb: 'Uønskede hendelser siden forrige besøk' },
      label: { en: 'Adverse events', nb: 'Uønskede hendelser' },
    },
  },
)

/** A log: every event in its minimal form, from consent to the last call. */
export const adverseEvents = defineForm(
  'adverseEvents',
  { title: { en: 'Adverse events', nb: 'Uønskede hendelser' }, blinding: 'open', filledBy: 'site', burden: 'question' },
  {
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
        action: {
          type: 'coded',
          codes: {
            none: { en: 'None', nb: 'Ingen' },
            held: { en: 'Infusion held', nb: 'Infusjon utsatt' },
            stopped: { en: 'Treatment stopped', nb: 'Behandling stoppet' },
            notApplicable: { en: 'Not applicable', nb: 'Ikke aktuelt' },
          },
          question: { en: 'Action with study medication', nb: 'Tiltak med studiemedisinen' },
          label: { en: 'Action', nb: 'Tiltak' },
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
