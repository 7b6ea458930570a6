import { defineForm } from '@trialwright/protocol'

export const biobank = defineForm(
  'biobank',
  { title: { en: 'Biobank blood', nb: 'Blod til biobank' }, blinding: 'open', filledBy: 'site', burden: 'sample' },
  {
    taken: { type: 'yesNo', question: { en: 'Sample taken', nb: 'Prøve tatt' } },
    time: { type: 'time', optional: true, question: { en: 'Time of sample', nb: 'Prøvetidspunkt' } },
    comment: { type: 'text', length: 200, optional: true, question: { en: 'Comment', nb: 'Kommentar' } },
  },
)
