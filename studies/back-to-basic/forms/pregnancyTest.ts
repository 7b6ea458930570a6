import { defineForm } from '@trialwright/protocol'

const result = { negative: { en: 'Negative', nb: 'Negativ' }, positive: { en: 'Positive', nb: 'Positiv' } } as const

export const pregnancyTest = defineForm(
  'pregnancyTest',
  {
    title: { en: 'Urine pregnancy test', nb: 'Graviditetstest i urin' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'sample',
  },
  {
    hcg: { type: 'coded', codes: result, question: { en: 'Urine hCG', nb: 'hCG i urin' } },
  },
)

/** Taken at home each month, the result told on the phone. */
export const pregnancyReport = defineForm(
  'pregnancyReport',
  {
    title: { en: 'Monthly pregnancy test', nb: 'Månedlig graviditetstest' },
    blinding: 'open',
    filledBy: 'participant',
    burden: 'sample',
  },
  {
    testDate: { type: 'date', question: { en: 'When did you take the test?', nb: 'Når tok du testen?' } },
    hcg: { type: 'coded', codes: result, question: { en: 'What did the test show?', nb: 'Hva viste testen?' } },
    contraceptionKept: {
      type: 'yesNo',
      question: { en: 'Have you used contraception all the time?', nb: 'Har du brukt prevensjon hele tiden?' },
    },
  },
)
