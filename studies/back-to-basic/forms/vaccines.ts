import { defineForm } from '@trialwright/protocol'

/** A log: vaccines of the last three months before consent, and all after it. */
export const vaccines = defineForm(
  'vaccines',
  {
    title: { en: 'Vaccines given', nb: 'Vaksiner gitt' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'question',
    help: {
      en: 'From three months before consent to the end of the study.',
      nb: 'Fra tre måneder før samtykket til studien er slutt.',
    },
  },
  {
    list: {
      type: 'repeat',
      question: { en: 'Vaccines', nb: 'Vaksiner' },
      selfCheck: {
        en: 'Have you had any vaccine in the last three months?',
        nb: 'Har du fått noen vaksine de siste tre månedene?',
      },
      of: {
        name: { type: 'text', length: 100, question: { en: 'Vaccine', nb: 'Vaksine' } },
        kind: {
          type: 'coded',
          codes: {
            live: { en: 'Live', nb: 'Levende' },
            notLive: { en: 'Not live', nb: 'Ikke levende' },
          },
          question: { en: 'Kind', nb: 'Type' },
        },
        date: { type: 'date', partial: true, question: { en: 'Date', nb: 'Dato' } },
      },
    },
  },
)
