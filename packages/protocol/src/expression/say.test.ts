import { describe, expect, test } from 'vitest'
import { born, haemoglobin, now, points, sleeps, surgery, walks, worst } from '../testing/person.ts'
import { scope } from '../testing/randomExpressions.ts'
import type { ConditionNode, DateNode, NumberNode } from './nodes.ts'

/* Every kind in words. Labels of the small study are English in both languages. */

const today = { kind: 'today' } as const
const months = (value: number) => ({ value, unit: 'mo' }) as const
const earlier: DateNode = { kind: 'shifted', date: today, by: months(6), direction: 'earlier' }
const later: DateNode = { ...earlier, direction: 'later' }
const moreThan5: ConditionNode = { kind: 'compare', operator: 'above', left: now, right: points(5) }
const yes: ConditionNode = { kind: 'oneOf', of: walks, codes: ['yes'] }
const either: ConditionNode = { kind: 'oneOf', of: walks, codes: ['yes', 'no'] }
const dates = (operator: 'before' | 'onOrBefore' | 'after' | 'onOrAfter', right: DateNode): ConditionNode => ({
  kind: 'compareDates',
  operator,
  left: surgery,
  right,
})

const said: readonly (readonly [ConditionNode | NumberNode | DateNode, en: string, nb: string])[] = [
  [moreThan5, 'Pain now is above 5', 'Pain now er over 5'],
  [{ ...moreThan5, operator: 'atLeast' } as ConditionNode, 'Pain now is at least 5', 'Pain now er minst 5'],
  [{ ...moreThan5, operator: 'atMost' } as ConditionNode, 'Pain now is at most 5', 'Pain now er høyst 5'],
  [{ ...moreThan5, operator: 'below' } as ConditionNode, 'Pain now is below 5', 'Pain now er under 5'],
  [{ ...moreThan5, operator: 'equals' } as ConditionNode, 'Pain now is 5', 'Pain now er 5'],
  [
    { kind: 'between', of: haemoglobin, low: { ...points(117), unit: 'g/L' }, high: { ...points(153.5), unit: 'g/L' } },
    'Haemoglobin is from 117 to 153.5 g/L',
    'Haemoglobin er fra 117 til 153,5 g/L',
  ],
  [yes, 'Walks less: Yes', 'Walks less: Ja'],
  [either, 'Walks less: Yes or No', 'Walks less: Ja eller Nei'],
  [{ kind: 'not', of: yes }, 'not (Walks less: Yes)', 'ikke (Walks less: Ja)'],
  [
    { kind: 'all', of: [yes, moreThan5] },
    'Walks less: Yes and Pain now is above 5',
    'Walks less: Ja og Pain now er over 5',
  ],
  [
    { kind: 'any', of: [{ kind: 'all', of: [yes, moreThan5] }, either] },
    '(Walks less: Yes and Pain now is above 5) or (Walks less: Yes or No)',
    '(Walks less: Ja og Pain now er over 5) eller (Walks less: Ja eller Nei)',
  ],
  [dates('before', today), 'Last surgery is before today', 'Last surgery er før i dag'],
  [dates('onOrBefore', born), 'Last surgery is on or before Date of birth', 'Last surgery er senest Date of birth'],
  [
    dates('before', earlier),
    'Last surgery is more than 6 months before today',
    'Last surgery er mer enn 6 måneder før i dag',
  ],
  [
    dates('onOrBefore', earlier),
    'Last surgery is at least 6 months before today',
    'Last surgery er minst 6 måneder før i dag',
  ],
  [
    dates('after', earlier),
    'Last surgery is less than 6 months before today',
    'Last surgery er mindre enn 6 måneder før i dag',
  ],
  [
    dates('onOrAfter', earlier),
    'Last surgery is at most 6 months before today',
    'Last surgery er høyst 6 måneder før i dag',
  ],
  [
    dates('before', later),
    'Last surgery is less than 6 months after today',
    'Last surgery er mindre enn 6 måneder etter i dag',
  ],
  [
    dates('onOrBefore', later),
    'Last surgery is at most 6 months after today',
    'Last surgery er høyst 6 måneder etter i dag',
  ],
  [
    dates('after', later),
    'Last surgery is more than 6 months after today',
    'Last surgery er mer enn 6 måneder etter i dag',
  ],
  [
    dates('onOrAfter', later),
    'Last surgery is at least 6 months after today',
    'Last surgery er minst 6 måneder etter i dag',
  ],
  [
    {
      kind: 'within',
      date: surgery,
      duration: { value: 1, unit: 'a' },
      before: { kind: 'eventDate', event: 'firstInfusion' },
    },
    'Last surgery is within 1 year before the day of the first infusion',
    'Last surgery er inntil 1 år før dagen for første infusjon',
  ],
  [
    { kind: 'referenceRange', of: haemoglobin, side: 'above', times: 3 },
    'Haemoglobin is above 3 times the laboratory’s upper limit',
    'Haemoglobin er over 3 ganger laboratoriets øvre grense',
  ],
  [
    { kind: 'some', form: 'scan', group: 'endplates', at: 'latest', where: { kind: 'all', of: [yes, moreThan5] } },
    'Endplates: at least one where (Walks less: Yes and Pain now is above 5)',
    'Endplates: minst én der (Walks less: Ja og Pain now er over 5)',
  ],
  [
    { kind: 'every', form: 'scan', group: 'endplates', at: { encounter: 'day14' }, where: yes },
    'Endplates (D14): for every one, Walks less: Yes',
    'Endplates (D14): for hver av dem, Walks less: Ja',
  ],
  [
    { kind: 'mean', of: [now, worst], minimumAnswered: 2, unit: '{score}' },
    'mean of Pain now and Worst pain',
    'gjennomsnitt av Pain now og Worst pain',
  ],
  [{ kind: 'sum', of: [now, worst, now, worst, now, worst], unit: '{score}' }, 'sum of 6 answers', 'sum av 6 svar'],
  [
    { kind: 'prorated', of: [now, worst], maximumEach: 10, minimumAnswered: 2 },
    'percentage of the highest possible score over 2 sections',
    'prosent av høyeste mulige skår over 2 deler',
  ],
  [{ kind: 'tally', of: [yes, moreThan5] }, 'how many of 2 statements apply', 'hvor mange av 2 utsagn som stemmer'],
  [
    {
      kind: 'arithmetic',
      operator: 'times',
      left: { kind: 'sum', of: [now, worst], unit: '{score}' },
      right: points(2.5),
      unit: '{score}',
    },
    '(sum of Pain now and Worst pain) × 2.5',
    '(sum av Pain now og Worst pain) × 2,5',
  ],
  [{ kind: 'roundedUp', of: now, unit: '{score}' }, 'Pain now, rounded up', 'Pain now, rundet opp'],
  [
    { kind: 'age', born, on: { kind: 'eventDate', event: 'consent' } },
    'age on the day of consent',
    'alder på dagen for samtykket',
  ],
  [{ kind: 'age', born, on: today }, 'age today', 'alder i dag'],
  [
    { kind: 'elapsed', from: surgery, to: today, unit: 'd' },
    'days from Last surgery to today',
    'dager fra Last surgery til i dag',
  ],
  [{ kind: 'derived', id: 'index', at: { encounter: 'day14' }, unit: '{score}' }, 'Index (D14)', 'Index (D14)'],
  [
    { kind: 'lookup', of: { ...sleeps, at: 'thisVisit' }, table: { yes: 1, no: 0 }, unit: '{score}' },
    'Sleeps less (at this visit)',
    'Sleeps less (ved dette besøket)',
  ],
  [{ kind: 'constant', value: 38, unit: 'Cel' }, '38 °C', '38 °C'],
  [{ kind: 'constant', value: 4, unit: 'd/wk' }, '4 days a week', '4 dager i uken'],
]

describe('in words', () => {
  test.each(said)('%j', (node, en, nb) => expect(scope.state(node)).toEqual({ en, nb }))
})
