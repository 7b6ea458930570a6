import { defineForm } from '@trialwright/protocol'

/** A log: each tube, from the arm to the freezer and onwards. */
export const samples = defineForm(
  'samples',
  {
    title: { en: 'Samples stored and sent', nb: 'Prøver lagret og sendt' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'sample',
  },
  {
    list: {
      type: 'repeat',
      optional: true,
      question: { en: 'Tubes', nb: 'Rør' },
      of: {
        tube: { type: 'text', length: 40, question: { en: 'Label of the tube', nb: 'Rørets merking' } },
        kind: {
          type: 'coded',
          codes: {
            drugLevel: { en: 'Drug level and antibodies', nb: 'Legemiddelnivå og antistoffer' },
            serum: { en: 'Biobank: serum', nb: 'Biobank: serum' },
            plasma: { en: 'Biobank: plasma', nb: 'Biobank: plasma' },
            wholeBlood: { en: 'Biobank: whole blood', nb: 'Biobank: fullblod' },
            rna: { en: 'Biobank: RNA', nb: 'Biobank: RNA' },
          },
          question: { en: 'Kind', nb: 'Type' },
        },
        taken: { type: 'date', question: { en: 'Taken', nb: 'Tatt' } },
        time: { type: 'time', optional: true, question: { en: 'At', nb: 'Kl.' } },
        stored: { type: 'text', length: 60, optional: true, question: { en: 'Stored in', nb: 'Lagret i' } },
        sent: { type: 'date', optional: true, question: { en: 'Sent', nb: 'Sendt' } },
        comment: { type: 'text', length: 200, optional: true, question: { en: 'Comment', nb: 'Kommentar' } },
      },
    },
  },
)
