import type { StudyCases } from '@trialwright/protocol/compile'
import { absent, filledForm, person, unfinished } from '../demo/index.ts'

const born = (birthDate: string, consent = '2026-03-16', today = consent) =>
  person({ demography: { birthDate } }, { today, events: { consent } })

/** Mean of three ratings 14/3, just below 5. */
const mildPain = { now: 4, worst: 5, usual: 5 } as const
const sections = [
  'pain',
  'care',
  'lifting',
  'walking',
  'sitting',
  'standing',
  'sleep',
  'sexLife',
  'socialLife',
  'travel',
] as const
type Score = '0' | '1' | '2' | '3' | '4' | '5'

/** Section scores in order; `-` is a section left unanswered. */
const disability = (scores: string) =>
  Object.fromEntries(
    sections.map((section, index) => {
      const score = scores.charAt(index)
      return [section, score === '-' ? absent('refused') : (score as Score)]
    }),
  )
const odi24 = disability('2222211000')

const change = (
  endplate: 'L4inferior' | 'L5superior',
  primaryType: 'none' | 'type1' | 'type2' | 'type3',
  height: number,
) => ({ endplate, primaryType, secondaryType: 'none', height }) as const

export const inclusionCases = {
  IN01: [
    { given: '45 years', facts: person(), answer: 'yes' },
    { given: '18 years today', facts: born('2008-03-16'), answer: 'yes' },
    { given: '18 years tomorrow', facts: born('2008-03-17'), answer: 'no' },
    { given: '65 years and 364 days', facts: born('1960-03-17'), answer: 'yes' },
    { given: '66 years today', facts: born('1960-03-16'), answer: 'no' },
    { given: '66 years on day 0, 65 at consent', facts: born('1960-03-20', '2026-03-16', '2026-03-25'), answer: 'yes' },
    { given: 'born on 29 February, 28 February 18 years later', facts: born('2008-02-29', '2026-02-28'), answer: 'no' },
    { given: 'born on 29 February, 1 March 18 years later', facts: born('2008-02-29', '2026-03-01'), answer: 'yes' },
    { given: 'no birth date', facts: person({ demography: { birthDate: undefined } }), answer: 'unknown' },
    { given: 'no consent yet', facts: person({}, { events: {} }), answer: 'unknown' },
  ],
  IN02: [
    { given: 'pain and disability above both limits', facts: person(), answer: 'yes' },
    { given: 'NRS mean 14/3 and ODI 24', facts: person({ nrs: mildPain, odi: odi24 }), answer: 'no' },
    {
      given: 'NRS mean 15/3 and ODI 24',
      facts: person({ nrs: { now: 5, worst: 5, usual: 5 }, odi: odi24 }),
      answer: 'yes',
    },
    {
      given: 'NRS mean 14/3 and ODI 25, ten points of eight sections',
      facts: person({ nrs: mildPain, odi: disability('22222-00-0') }),
      answer: 'yes',
    },
    {
      given: 'NRS mean 14/3 and ODI prorated to 35.6, 16 points of nine sections',
      facts: person({ nrs: mildPain, odi: disability('2222222-20') }),
      answer: 'yes',
    },
    {
      given: 'NRS mean 14/3 and ODI prorated to 24.4, 11 points of nine sections',
      facts: person({ nrs: mildPain, odi: disability('2222210-00') }),
      answer: 'no',
    },
    {
      given: 'NRS mean 14/3 and ODI of seven sections only',
      facts: person({ nrs: mildPain, odi: disability('55555--00-') }),
      answer: 'unknown',
    },
    { given: 'ODI 25 or more while an NRS is missing', facts: person({ nrs: { usual: undefined } }), answer: 'yes' },
    {
      given: 'ODI 24 while an NRS is missing',
      facts: person({ nrs: { usual: undefined }, odi: odi24 }),
      answer: 'unknown',
    },
    { given: 'pain on half of the days', facts: person({ painHistory: { daysWithPain: 50 } }), answer: 'no' },
    { given: 'pain on 51 % of the days', facts: person({ painHistory: { daysWithPain: 51 } }), answer: 'yes' },
    { given: 'pain since 6 months to the day', facts: person({ painHistory: { onset: '2025-09-16' } }), answer: 'no' },
    { given: 'pain since 6 months and a day', facts: person({ painHistory: { onset: '2025-09-15' } }), answer: 'yes' },
    {
      given: 'pain since some day 6 months ago',
      facts: person({ painHistory: { onset: '2025-09' } }),
      answer: 'unknown',
    },
    { given: 'pain since the month before', facts: person({ painHistory: { onset: '2025-08' } }), answer: 'yes' },
    {
      given: 'pain mainly below the gluteal folds',
      facts: person({ painHistory: { mainSite: 'below' } }),
      answer: 'no',
    },
    {
      given: 'lower scores on day 0',
      facts: person(
        {},
        {
          later: [
            filledForm('nrs', { now: 1, worst: 1, usual: 1 }, { encounter: 'day0', date: '2026-03-25' }),
            filledForm('odi', disability('0000000000'), { encounter: 'day0', date: '2026-03-25' }),
          ],
        },
      ),
      answer: 'yes',
    },
    { given: 'nothing recorded', facts: person({}, { alone: true }), answer: 'unknown' },
  ],
  IN03: [
    { given: 'a type 1 change of 28 %', facts: person(), answer: 'yes' },
    {
      given: 'a type 1 change of 9.9 %',
      facts: person({ mriReading: { endplates: [change('L4inferior', 'type1', 9.9)] } }),
      answer: 'no',
    },
    {
      given: 'a type 1 change of 10 %',
      facts: person({ mriReading: { endplates: [change('L4inferior', 'type1', 10)] } }),
      answer: 'yes',
    },
    {
      given: 'type 1 as the secondary type',
      facts: person({
        mriReading: { endplates: [{ ...change('L5superior', 'type2', 30), secondaryType: 'type1' }] },
      }),
      answer: 'yes',
    },
    {
      given: 'type 3 alone',
      facts: person({ mriReading: { endplates: [change('L5superior', 'type3', 30)] } }),
      answer: 'no',
    },
    {
      given: 'size and type 1 at different endplates',
      facts: person({
        mriReading: { endplates: [change('L4inferior', 'type1', 5), change('L5superior', 'type2', 40)] },
      }),
      answer: 'no',
    },
    {
      given: 'a type 1 change whose size cannot be read',
      facts: person({
        mriReading: { endplates: [{ ...change('L4inferior', 'type1', 0), height: absent('notKnown') }] },
      }),
      answer: 'unknown',
    },
    {
      given: 'a reading that is not finished',
      facts: person({ mriReading: { endplates: unfinished(change('L4inferior', 'type2', 20)) } }),
      answer: 'unknown',
    },
    {
      given: 'an unfinished reading that has already found one',
      facts: person({ mriReading: { endplates: unfinished(change('L4inferior', 'type1', 20)) } }),
      answer: 'yes',
    },
    { given: 'no MRI yet', facts: person({ mriReading: { endplates: undefined } }), answer: 'unknown' },
  ],
} satisfies StudyCases
