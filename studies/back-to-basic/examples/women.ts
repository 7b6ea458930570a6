import type { Facts } from '@trialwright/protocol'
import type { StudyCases } from '@trialwright/protocol/compile'
import { absent, person } from '../demo/index.ts'

/* Who can become pregnant, and who is a woman at all: asked of encounters, procedures, items and rules alike. */

type Cases = StudyCases[string]
type Answers = NonNullable<Parameters<typeof person>[0]>
type Childbearing = Answers['childbearing']

const base = person().forms.find(({ form }) => form === 'childbearing')?.entries ?? {}
const usual = Object.fromEntries(
  Object.entries(base).map(([item, entry]) => [item, 'value' in entry ? entry.value : entry]),
)

interface Somebody {
  readonly given: string
  readonly can: 'yes' | 'no' | 'unknown'
  readonly childbearing: Childbearing
  readonly sex?: 'female' | 'male' | ReturnType<typeof absent>
  readonly today?: string
}

const menopause = (lastMenses: string) => ({ absenceOfMenses: 'menopause', lastMenses }) as const
const longAgo = '2010-05-01'

/** Today is 16 March 2026 unless told. */
const somebody: readonly Somebody[] = [
  { given: 'a fertile woman', can: 'yes', childbearing: {} },
  { given: 'a man', can: 'no', childbearing: {}, sex: 'male' },
  { given: 'sex not known', can: 'unknown', childbearing: {}, sex: absent('notKnown') },
  { given: 'before menarche', can: 'no', childbearing: { menarche: 'no' } },
  { given: 'menarche not known', can: 'unknown', childbearing: { menarche: absent('notKnown') } },
  { given: 'menopause, last menses 12 months ago to the day', can: 'yes', childbearing: menopause('2025-03-16') },
  { given: 'menopause, last menses 12 months and a day ago', can: 'no', childbearing: menopause('2025-03-15') },
  { given: 'menopause, last menses 11 months ago', can: 'yes', childbearing: menopause('2025-04-10') },
  {
    given: 'menopause, last menses not known',
    can: 'unknown',
    childbearing: { ...menopause(longAgo), lastMenses: absent('notKnown') },
  },
  {
    given: 'menopause, 12 months since the last menses passed after consent',
    can: 'no',
    childbearing: menopause('2025-04-10'),
    today: '2026-04-20',
  },
  ...(['contraception', 'other', 'none'] as const).map((reason) => ({
    given: `no menses since ${longAgo}, for the reason ${reason}`,
    can: 'yes' as const,
    childbearing: { absenceOfMenses: reason, lastMenses: longAgo },
  })),
  ...(['hysterectomy', 'salpingectomy', 'oophorectomy'] as const).flatMap((sterilisation) =>
    (['operationReport', 'examination', 'none'] as const).map((sterilisationProof) => ({
      given: `${sterilisation}, proof: ${sterilisationProof}`,
      can: sterilisationProof === 'none' ? ('yes' as const) : ('no' as const),
      childbearing: { sterilisation, sterilisationProof },
    })),
  ),
  {
    given: 'no sterilisation, an operation report of something else',
    can: 'yes',
    childbearing: { sterilisation: 'none', sterilisationProof: 'operationReport' },
  },
  {
    given: 'a sterilisation whose proof is not known',
    can: 'unknown',
    childbearing: { sterilisation: 'hysterectomy', sterilisationProof: absent('notKnown') },
  },
]

const factsOf = ({ childbearing, sex, today = '2026-03-16' }: Somebody, more: Answers): Facts =>
  person(
    { ...more, childbearing: { ...usual, ...childbearing } as Childbearing, ...(sex && { demography: { sex } }) },
    { today },
  )

/** Those who can become pregnant, for what concerns them alone. */
export const whoCanBecomePregnant: Cases = somebody.map((each) => ({
  given: each.given,
  facts: factsOf(each, {}),
  answer: each.can,
}))

/** The same people, of a rule that concerns them alone and holds for what they answered. */
export const ruleForThem = (answers: Answers): Cases =>
  somebody.map((each) => ({
    given: each.given,
    facts: factsOf(each, answers),
    answer: each.can === 'no' ? 'notApplicable' : each.can,
  }))

/** The same, of a rule that concerns every woman and holds for those who can become pregnant. */
export const ruleForWomen = (answers: Answers): Cases =>
  somebody.map((each) => ({
    given: each.given,
    facts: factsOf(each, answers),
    answer: each.sex === 'male' ? 'notApplicable' : each.can,
  }))

/** For what concerns women, whether or not they can become pregnant. */
export const women: Cases = [
  { given: 'a woman', facts: person(), answer: 'yes' },
  { given: 'a man', facts: person({ demography: { sex: 'male' } }), answer: 'no' },
  { given: 'sex not recorded', facts: person({ demography: { sex: undefined } }), answer: 'unknown' },
]
