import type { StudyCases } from '@trialwright/protocol/compile'
import { filledForm, person, type Answers, type Options } from '../demo/index.ts'

/** What each side of a check looks like; a check that does not concern everybody shows somebody it does not. */
interface Sides {
  readonly yes: Answers
  readonly no: Answers
  readonly unknown: Answers
  readonly notApplicable?: Answers
  /** What is said of values that do not agree but stand at another visit; not known, for a check asks of its own. */
  readonly elsewhere?: 'no' | 'yes' | 'notApplicable' | 'unknown'
}

const given = {
  yes: 'values that agree',
  no: 'values that do not agree',
  unknown: 'a value not known yet',
  notApplicable: 'somebody it does not concern',
} as const

/** At the screening visit, nothing else recorded. */
export function sides(each: Sides, options: Options & { readonly visit?: string } = {}): StudyCases[string] {
  const { visit = 'screening', ...rest } = options
  const facts = (answers: Answers, at: string) => ({ ...person(answers, { alone: true, ...rest }), visit: at })
  const said = (Object.keys(given) as (keyof typeof given)[]).flatMap((answer) => {
    const answers = each[answer]
    return answers === undefined ? [] : [{ given: given[answer], facts: facts(answers, visit), answer }]
  })
  const { elsewhere = 'unknown' } = each
  return [
    ...said,
    { given: 'values that do not agree, at another visit', facts: facts(each.no, 'day98'), answer: elsewhere },
    {
      given: 'values that agree, at another visit',
      facts: facts(each.yes, 'day98'),
      answer: elsewhere === 'no' ? 'yes' : elsewhere,
    },
  ]
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
