import { defineDerived, defineForm, proratedScore } from '@trialwright/protocol'
import { assumed } from '../assumptions.ts'
import { levels } from './placeholder.ts'

const answers = levels('0', '1', '2', '3', '4', '5')
const points = { '0': 0, '1': 1, '2': 2, '3': 3, '4': 4, '5': 5 }

const section = (number: number) =>
  ({ type: 'coded', codes: answers, question: { en: `ODI section ${number}`, nb: `ODI del ${number}` } }) as const

/** Oswestry Disability Index 2.1a: ten sections of six statements. */
export const odi = defineForm(
  'odi',
  {
    title: { en: 'Oswestry Disability Index', nb: 'Oswestry funksjonsskår' },
    blinding: 'open',
    filledBy: 'participant',
    burden: 'question',
    licensed: { holder: 'Mapi Research Trust', instrument: 'Oswestry Disability Index 2.1a' },
  },
  {
    pain: section(1),
    care: section(2),
    lifting: section(3),
    walking: section(4),
    sitting: section(5),
    standing: section(6),
    sleep: section(7),
    // May be passed over; the score then rests on nine sections.
    sexLife: { ...section(8), optional: true },
    socialLife: section(9),
    travel: section(10),
  },
)

/** 100 × sum ÷ (5 × answered sections): 16 points of nine sections are 35.6. Source: Fairbank and Pynsent 2000, scoring rules. */
export const odiScore = defineDerived(
  'odiScore',
  { en: 'Oswestry Disability Index', nb: 'Oswestry funksjonsskår' },
  proratedScore({
    of: [
      odi.pain.scoredAs(points, '{score}'),
      odi.care.scoredAs(points, '{score}'),
      odi.lifting.scoredAs(points, '{score}'),
      odi.walking.scoredAs(points, '{score}'),
      odi.sitting.scoredAs(points, '{score}'),
      odi.standing.scoredAs(points, '{score}'),
      odi.sleep.scoredAs(points, '{score}'),
      odi.sexLife.scoredAs(points, '{score}'),
      odi.socialLife.scoredAs(points, '{score}'),
      odi.travel.scoredAs(points, '{score}'),
    ],
    maximumEach: 5,
    minimumAnswered: assumed.odiMinimumAnswered,
  }),
)
