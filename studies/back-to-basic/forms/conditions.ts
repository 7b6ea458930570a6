import { defineForm } from '@trialwright/protocol'

/** A log: what else the participant has or has had. What begins after consent is an adverse event. */
export const conditions = defineForm(
  'conditions',
  {
    title: { en: 'Medical history: other conditions', nb: 'Sykehistorie: andre tilstander' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'question',
    help: {
      en: 'What was there before consent. What begins later is an adverse event.',
      nb: 'Det som var der før samtykket. Det som begynner senere, er en uønsket hendelse.',
    },
  },
  {
    list: {
      type: 'repeat',
      question: { en: 'Conditions and operations', nb: 'Tilstander og operasjoner' },
      of: {
        name: { type: 'text', length: 200, question: { en: 'Condition or operation', nb: 'Tilstand eller operasjon' } },
        start: { type: 'date', partial: true, question: { en: 'Since', nb: 'Siden' } },
        ongoing: { type: 'yesNo', question: { en: 'Ongoing', nb: 'Pågår' } },
        stop: { type: 'date', partial: true, optional: true, question: { en: 'Until', nb: 'Til' } },
        comment: { type: 'text', length: 500, optional: true, question: { en: 'Comment', nb: 'Kommentar' } },
      },
    },
  },
)
