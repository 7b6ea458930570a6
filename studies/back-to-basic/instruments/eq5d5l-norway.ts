import { defineDerived, defineForm, quantity, sumOf } from '@trialwright/protocol'
import { levels } from './placeholder.ts'

const answers = levels('1', '2', '3', '4', '5')

const dimension = (number: number) =>
  ({
    type: 'coded',
    codes: answers,
    question: { en: `EQ-5D dimension ${number}`, nb: `EQ-5D dimensjon ${number}` },
  }) as const

export const eq5d = defineForm(
  'eq5d',
  {
    title: { en: 'EQ-5D-5L', nb: 'EQ-5D-5L' },
    blinding: 'open',
    filledBy: 'participant',
    burden: 'question',
    licensed: { holder: 'EuroQol Research Foundation', instrument: 'EQ-5D-5L' },
  },
  {
    mobility: dimension(1),
    selfCare: dimension(2),
    usualActivities: dimension(3),
    painDiscomfort: dimension(4),
    anxietyDepression: dimension(5),
    vas: {
      type: 'number',
      unit: '{score}',
      range: [0, 100],
      decimals: 0,
      question: { en: 'EQ VAS', nb: 'EQ VAS' },
    },
  },
)

/** What each level takes of a dimension's greatest decrement; no intercept. */
const levelFactor = { '1': 0, '2': 0.152, '3': 0.317, '4': 0.775, '5': 1 }

/** Decrements as published to six decimals, below zero so that they add up to the index less one. */
const decrements = (greatest: number) => {
  const at = (level: keyof typeof levelFactor) => -Math.round(greatest * levelFactor[level] * 1e6) / 1e6
  return { '1': 0, '2': at('2'), '3': at('3'), '4': at('4'), '5': at('5') }
}

/**
 * From 1 (11111) down to −0.453 (55555); none while a dimension is open.
 * Source: Garratt et al., Qual Life Res 2024, doi 10.1007/s11136-024-03837-3.
 */
export const eq5dIndex = defineDerived(
  'eq5dIndex',
  { en: 'EQ-5D-5L index, Norwegian values', nb: 'EQ-5D-5L-indeks, norske verdier' },
  sumOf(
    eq5d.mobility.scoredAs(decrements(0.205), '{score}'),
    eq5d.selfCare.scoredAs(decrements(0.206), '{score}'),
    eq5d.usualActivities.scoredAs(decrements(0.179), '{score}'),
    eq5d.painDiscomfort.scoredAs(decrements(0.391), '{score}'),
    eq5d.anxietyDepression.scoredAs(decrements(0.472), '{score}'),
  ).plus(quantity(1, '{score}')),
)
