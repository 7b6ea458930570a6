import type { StudyCases } from '@trialwright/protocol/compile'
import { filledForm, person, type Answers, type Options } from '../demo/index.ts'

/** What each side of a check looks like; a check that does not concern everybody shows somebody it does not. */
interface Sides {
  readonly yes: Answers
  readonly no: Answers
  readonly unknown: Answers
  readonly notApplicable?: Answers
}

const given = {
  yes: 'values that agree',
  no: 'values that do not agree',
  unknown: 'a value not known yet',
  notApplicable: 'somebody it does not concern',
} as const

/** At the screening visit, nothing else recorded. */
export function sides(each: Sides, options: Options & { readonly visit?: string } = {}): StudyCases[string] {
  return (Object.keys(given) as (keyof Sides)[]).flatMap((answer) => {
    const answers = each[answer]
    if (answers === undefined) return []
    const { visit = 'screening', ...rest } = options
    return [{ given: given[answer], facts: { ...person(answers, { alone: true, ...rest }), visit }, answer }]
  })
}

/** At day 14, after these answers of one form at day 0. */
export const after = <Form extends keyof Answers>(
  form: Form,
  before: NonNullable<Answers[Form]>,
  each: Sides,
): StudyCases[string] =>
  sides(each, {
    encounter: 'day14',
    date: '2026-04-13',
    visit: 'day14',
    later: [filledForm(form, before, { encounter: 'day0', date: '2026-03-30' })],
  })

/** Consent on that day, and what else has happened. */
export const happened = (events: NonNullable<Options['events']>): Options => ({
  events: { consent: '2026-03-16', ...events },
})
