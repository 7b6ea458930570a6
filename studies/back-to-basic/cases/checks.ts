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
  /** Items told once, and gone by at every visit. */
  readonly lasting?: readonly string[]
}

type CheckCase = StudyCases[string][number]

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
    ...(elsewhere === 'unknown' ? apart(each, rest) : []),
  ]
}

/** Values that do not agree, one of them told at screening only: across visits nothing is compared but what lasts. */
function apart({ no, lasting = [] }: Sides, options: Options): readonly CheckCase[] {
  const values = Object.entries(no).flatMap(([form, items]) => Object.keys(items).map((item) => ({ form, item })))
  if (values.length < 2) return []
  return values.map(({ form, item }) => {
    const part = (is: boolean) => partOf(no, (f, i) => (f === form && i === item) === is)
    const given = `values that do not agree, ${item} told at screening only`
    return across(given, part(true), part(false), lasting.includes(item) ? 'no' : 'unknown', options)
  })
}

/** Asked at day 98: what was told there, after what was told at screening. */
export function across(
  given: string,
  atScreening: Answers,
  now: Answers,
  answer: CheckCase['answer'],
  options: Options = {},
): CheckCase {
  const later = Object.entries(now).map(([form, items]) =>
    filledForm(form as keyof Answers, items, { encounter: 'day98', date: '2026-07-06' }),
  )
  return { given, facts: { ...person(atScreening, { alone: true, ...options, later }), visit: 'day98' }, answer }
}

/** The answers of which this is so; forms none of whose items are left are left out. */
const partOf = (answers: Answers, keeps: (form: string, item: string) => boolean): Answers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([form, items]) => {
      const kept = Object.entries(items).filter(([item]) => keeps(form, item))
      return kept.length === 0 ? [] : [[form, Object.fromEntries(kept)]]
    }),
  )

/** Somebody at the screening visit of whom nothing but this is recorded. */
export const asked = (
  given: string,
  answers: Answers,
  answer: CheckCase['answer'],
  options: Options = {},
): CheckCase => ({ given, facts: { ...person(answers, { alone: true, ...options }), visit: 'screening' }, answer })

/** Asked a month after consent, so that the day asked about is told from the day of consent. */
export const monthLater = { today: '2026-04-16' } as const

/** At day 14, after these answers of one form at day 0, and before those of a later visit. */
export const between = <Form extends keyof Answers>(
  form: Form,
  before: NonNullable<Answers[Form]>,
  given: string,
  answers: Answers,
  answer: CheckCase['answer'],
  later?: NonNullable<Answers[Form]>,
): CheckCase => ({
  given,
  facts: {
    ...person(answers, {
      alone: true,
      encounter: 'day14',
      date: '2026-04-13',
      later: [
        filledForm(form, before, { encounter: 'day0', date: '2026-03-30' }),
        ...(later === undefined ? [] : [filledForm(form, later, { encounter: 'day42', date: '2026-05-11' })]),
      ],
    }),
    visit: 'day14',
  },
  answer,
})

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
