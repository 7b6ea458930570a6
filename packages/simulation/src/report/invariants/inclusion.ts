import { has, of } from '../events.ts'
import { factsAt } from '../facts.ts'
import { checkEach, type Evidence, type Invariant } from './invariant.ts'

/** Every criterion is asked again of the exported values, as they were when the place was taken. */
export function eligibleWhenRandomised({ study, people, ranges }: Evidence): Invariant {
  const randomised = people.flatMap((told) => of(told.open, 'ParticipantRandomised').map((event) => ({ told, event })))
  return checkEach('eligible', 'Nobody ineligible was randomised', randomised, ({ told, event }) => {
    const verdict = study.verdict(study.record(factsAt(told, ranges, event.version)))
    return verdict === 'eligible' ? undefined : `${told.code} was ${verdict} when randomised`
  })
}

export function confirmedBefore({ people }: Evidence): Invariant {
  const randomised = people.filter(({ open }) => has(open, 'ParticipantRandomised'))
  return checkEach(
    'confirmed',
    'An investigator signed for eligibility before every randomisation',
    randomised,
    (told) => {
      const at = of(told.open, 'ParticipantRandomised')[0]?.version ?? 0
      const signed = of(told.open, 'EligibilityConfirmed').some((event) => event.version < at && event['signature'])
      return signed ? undefined : `${told.code} was randomised without a signature`
    },
  )
}

/** Registering comes first and asks nothing; everything after needs consent. */
export function consentFirst({ people }: Evidence): Invariant {
  return checkEach('consent', 'Nothing was recorded before consent', people, ({ code, open }) => {
    const first = open.find(({ type }) => type !== 'ParticipantRegistered')
    return first === undefined || first.type === 'ConsentGiven' ? undefined : `${code}: ${first.type} before consent`
  })
}

export function allocatedInOrder({ people, events }: Evidence): Invariant {
  const allocations = of(events, 'TreatmentAllocated')
  const strata = [...Map.groupBy(allocations, (event) => String(event['stratum']))]
  const twice = people.filter(({ sealed }) => of(sealed, 'TreatmentAllocated').length > 1).map(({ code }) => code)
  const gaps = checkEach('order', 'The list was used in order, one place each', strata, ([stratum, taken]) => {
    const slots = taken.map((event) => Number(event['slot'])).toSorted((a, b) => a - b)
    const gap = slots.findIndex((slot, index) => slot !== index + 1)
    return gap < 0 ? undefined : `${stratum}: place ${gap + 1} holds slot ${slots[gap]}`
  })
  return {
    ...gaps,
    checked: allocations.length,
    wrong: [...gaps.wrong, ...twice.map((code) => `${code} has two places`)],
  }
}
