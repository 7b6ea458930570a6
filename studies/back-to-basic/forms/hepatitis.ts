import { defineForm } from '@trialwright/protocol'

const result = { negative: { en: 'Negative', nb: 'Negativ' }, positive: { en: 'Positive', nb: 'Positiv' } } as const

export const hepatitis = defineForm(
  'hepatitis',
  { title: { en: 'Hepatitis', nb: 'Hepatitt' }, blinding: 'open', filledBy: 'site', burden: 'sample' },
  {
    historyB: {
      type: 'yesNo',
      burden: 'question',
      question: { en: 'Earlier hepatitis B', nb: 'Tidligere hepatitt B' },
      selfCheck: { en: 'Have you ever had hepatitis B?', nb: 'Har du noen gang hatt hepatitt B?' },
    },
    hbsAg: { type: 'coded', codes: result, question: { en: 'HBsAg', nb: 'HBsAg' } },
    antiHbc: { type: 'coded', codes: result, question: { en: 'Anti-HBc', nb: 'Anti-HBc' } },
    antiHbs: { type: 'coded', codes: result, question: { en: 'Anti-HBs', nb: 'Anti-HBs' } },
    antiHcv: {
      type: 'coded',
      codes: result,
      question: { en: 'Anti-HCV', nb: 'Anti-HCV' },
      help: {
        en: 'No criterion excludes; the investigator decides.',
        nb: 'Ingen kriterier utelukker; utprøver avgjør.',
      },
    },
  },
)
