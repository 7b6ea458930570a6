import { defineDerived, defineForm, meanOf } from '@trialwright/protocol'

const scale = { type: 'number', unit: '{score}', range: [0, 10], decimals: 0 } as const
const help = {
  en: '0 is no pain, 10 is the worst pain imaginable.',
  nb: '0 er ingen smerte, 10 er verst tenkelig smerte.',
}

/** Numerical rating of pain, three whole numbers; our own wording. */
export const nrs = defineForm(
  'nrs',
  { title: { en: 'Pain ratings', nb: 'Smerteskår' }, blinding: 'open', filledBy: 'participant', burden: 'question' },
  {
    now: {
      ...scale,
      help,
      question: { en: 'How strong is your low back pain now?', nb: 'Hvor sterke er korsryggsmertene nå?' },
      label: { en: 'Pain now', nb: 'Smerte nå' },
      selfCheck: {
        en: 'How strong is your low back pain now, from 0 to 10?',
        nb: 'Hvor sterke er korsryggsmertene dine nå, fra 0 til 10?',
      },
    },
    worst: {
      ...scale,
      help,
      question: {
        en: 'How strong was it at its worst in the last 2 weeks?',
        nb: 'Hvor sterke var de på det verste de siste 2 ukene?',
      },
      label: { en: 'Worst pain, last 2 weeks', nb: 'Verste smerte, siste 2 uker' },
      selfCheck: {
        en: 'How strong was it at its worst in the last 2 weeks, from 0 to 10?',
        nb: 'Hvor sterke var de på det verste de siste 2 ukene, fra 0 til 10?',
      },
    },
    usual: {
      ...scale,
      help,
      question: {
        en: 'How strong has it usually been in the last 2 weeks?',
        nb: 'Hvor sterke har de vanligvis vært de siste 2 ukene?',
      },
      label: { en: 'Usual pain, last 2 weeks', nb: 'Vanlig smerte, siste 2 uker' },
      selfCheck: {
        en: 'How strong has it usually been in the last 2 weeks, from 0 to 10?',
        nb: 'Hvor sterke har de vanligvis vært de siste 2 ukene, fra 0 til 10?',
      },
    },
  },
)

/** Unrounded: 14/3 is below 5, 15/3 is 5. All three are needed. Source: the registry's second inclusion criterion. */
export const painMean = defineDerived(
  'painMean',
  { en: 'Mean of three pain ratings', nb: 'Gjennomsnitt av tre smerteskår' },
  meanOf(nrs.now, nrs.worst, nrs.usual),
)
