import { points } from '../define/quantity.ts'
import { person, pain, smallStudy } from './smallStudy.ts'

const both = (text: string) => ({ en: text, nb: text })

/** The small study, randomised by minimisation: by site, by sex, by pain, and in all. */
export const minimisedStudy = {
  ...smallStudy,
  randomisation: {
    method: 'minimisation',
    ratio: { active: 2, placebo: 1 },
    stratifyBy: [],
    slotsPerStratum: 20,
    factors: {
      site: { title: both('Site'), weight: 1, by: 'site' },
      sex: {
        title: both('Sex'),
        weight: 1,
        levels: {
          female: { title: both('Female'), holds: person.sex.is('female') },
          male: { title: both('Male'), holds: person.sex.is('male') },
        },
      },
      pain: {
        title: both('Usual pain'),
        weight: 2,
        levels: {
          low: { title: both('Below 7'), holds: pain.usual.below(points(7)) },
          high: { title: both('7 or more'), holds: pain.usual.atLeast(points(7)) },
        },
      },
      trial: { title: both('All'), weight: 1, by: 'trial' },
    },
    measure: 'range',
    probability: [4, 5],
  },
} as const
