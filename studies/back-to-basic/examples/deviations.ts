import { addDuration } from '@trialwright/protocol'
import type { StudyCases } from '@trialwright/protocol/compile'

/* What excluded before treatment is forbidden under it: the people of the criterion or the hold, from the first infusion on. */

type Cases = StudyCases[string]

/** The people of another rule, of whom that rule says the same once treatment has begun, and no before. */
export function underTreatment(others: Cases): Cases {
  const begun = (firstInfusion?: string): Cases =>
    others.map(({ given, facts, answer }) => ({
      given: `${given}, first infusion ${firstInfusion ?? facts.today}`,
      facts: { ...facts, events: { ...facts.events, firstInfusion: firstInfusion ?? facts.today } },
      answer: answer === 'notApplicable' ? 'no' : answer,
    }))
  const someone = others.find(({ answer }) => answer === 'yes')
  if (someone === undefined) throw new Error('the rule holds for nobody among its examples')
  return [
    ...begun('2026-01-10'),
    ...begun().slice(0, 3),
    {
      given: `${someone.given}, first infusion today, consent four weeks ago`,
      facts: {
        ...someone.facts,
        events: {
          consent: addDuration(someone.facts.today, { value: -28, unit: 'd' }),
          firstInfusion: someone.facts.today,
        },
      },
      answer: 'yes',
    },
    {
      given: `${someone.given}, first infusion tomorrow`,
      facts: { ...someone.facts, events: { ...someone.facts.events, firstInfusion: '2027-01-01' } },
      answer: 'no',
    },
    { given: `${someone.given}, no infusion yet`, facts: someone.facts, answer: 'unknown' },
  ]
}
