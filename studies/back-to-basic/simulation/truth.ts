import { addDuration } from '@trialwright/protocol'
import type { Draws, Moment, Scenario } from '@trialwright/protocol/simulation'
import { type Fault, faultOf } from './fault.ts'
import { facts } from './values.ts'

/** What is true of a person, whoever asks: who it is, how the back fares, and what befalls. */
export interface Truth {
  readonly sex: 'female' | 'male'
  readonly born: string
  readonly fault: Fault
  /** kg, cm */
  readonly weight: number
  readonly height: number
  /** Emotional burden, mean 0. */
  readonly burden: number
  /** Women: past the menopause, so that no pregnancy concerns them. */
  readonly menopause: boolean
  /** The score as it is that day, before a questionnaire strays from it. */
  odi(at: Moment): number
  /** Day after the first infusion on which she conceives. */
  readonly conceives?: number
}

const wholeEffect = 154

export function truthOf(
  draws: Draws,
  { scenario, arrives }: { readonly scenario: Scenario; readonly arrives: string },
): Truth {
  const sex = draws.of('sex').chance(facts.shareOfWomen) ? 'female' : 'male'
  const age = between(18.1, 65.9, () => draws.of('age').normal(facts.age.mean, facts.age.sd))
  const height = Math.round(draws.of('height').normal(sex === 'female' ? 167 : 180, 6.5))
  const bmi = between(19, 40, () => draws.of('bmi').normal(26.8, 4))
  const baseline = between(6, 78, () => draws.of('odi').normal(facts.odi.mean, facts.odi.sd))
  const { sdOfChange = facts.sdOfChange } = scenario
  // What questionnaires stray at both ends is part of the published spread of the change.
  const own = Math.sqrt(Math.max(sdOfChange ** 2 - 2 * facts.odiNoise ** 2, 0))
  const change = draws.of('change').normal(facts.change, own)
  const menopause = sex === 'female' && age > 48 + draws.of('menopause').uniform() * 6
  const conceives = sex === 'female' && !menopause && draws.of('conceives').chance(0.006)
  return {
    sex,
    born: addDuration(arrives, { value: -Math.round(age * 365.25), unit: 'd' }),
    fault: faultOf(draws.of('fault')),
    height,
    weight: Number((bmi * (height / 100) ** 2).toFixed(1)),
    burden: draws.of('burden').normal(0, 1),
    menopause,
    odi({ since = 0, infusions, arm }) {
      const part = Math.min(since / wholeEffect, 1) ** 0.7
      const effect = arm === undefined ? 0 : (scenario.effect[arm] ?? 0) * (infusions / 4)
      return baseline + (change + effect) * part
    },
    ...(conceives && { conceives: draws.of('conceives', 'day').whole(10, 200) }),
  }
}

function between(low: number, high: number, draw: () => number): number {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const value = draw()
    if (value >= low && value <= high) return value
  }
  return (low + high) / 2
}
