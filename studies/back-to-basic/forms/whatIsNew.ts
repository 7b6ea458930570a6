import { defineForm } from '@trialwright/protocol'

const answers = {
  nothing: { en: 'Nothing new', nb: 'Ikke noe nytt' },
  written: { en: 'New or changed, written in the log', nb: 'Nytt eller endret, skrevet i loggen' },
  notWritten: { en: 'New or changed, not written yet', nb: 'Nytt eller endret, ikke skrevet ennå' },
} as const

/** Asked at every visit: whether the logs still say all there is. */
export const whatIsNew = defineForm(
  'whatIsNew',
  {
    title: { en: 'What is new since last time', nb: 'Hva er nytt siden sist' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'question',
    help: {
      en: 'Go through the lists of the log with the participant; what is new is written there.',
      nb: 'Gå gjennom listene i loggen med deltakeren; det som er nytt, skrives der.',
    },
  },
  {
    medicines: {
      type: 'coded',
      codes: answers,
      question: { en: 'Medicines', nb: 'Legemidler' },
    },
    vaccines: { type: 'coded', codes: answers, question: { en: 'Vaccines', nb: 'Vaksiner' } },
    conditions: {
      type: 'coded',
      codes: answers,
      question: { en: 'Earlier diseases and operations', nb: 'Tidligere sykdommer og operasjoner' },
    },
  },
)
