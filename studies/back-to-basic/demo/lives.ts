import type { Hands, Step } from './hands.ts'
import { infuse } from './infusion.ts'
import { addDuration } from '@trialwright/protocol'
import { correctWeight, signVisits, verify } from './review.ts'
import { answersOf, type Deviation, type Person } from './people.ts'
import { fill, fillAll } from './visit.ts'

/** How far a life goes, and what is out of the ordinary in it. */
export interface Life extends Deviation {
  readonly until?: 'registered' | 'consented' | 'asked' | 'screened' | 'failed' | 'confirmed'
  readonly infusions?: number
  /** Grade of a reaction at the last infusion. */
  readonly reaction?: number
  /** Days the second infusion was outside its window. */
  readonly late?: number
  readonly held?: boolean
  readonly withdraws?: 'treatment' | 'everything'
  readonly corrected?: boolean
  /** Visits until the second infusion are signed and compared with the source; `thenChanged`: one value changes later. */
  readonly reviewed?: 'stands' | 'thenChanged'
}

export interface Lived {
  readonly site: string
  readonly story: string
  readonly steps: readonly Step[]
}

/** Days from registration to day 0, and from there to each infusion. */
const toDay0 = 14
const infusionDays = [0, 14, 42, 98] as const
const encounters = ['day0', 'day14', 'day42', 'day98'] as const

/** A participant's life at a site, as steps on the days it takes. */
export function course(site: string, story: string, person: Person, life: Life): Lived {
  const begins = -person.begun
  const day0 = begins + toDay0
  const steps: readonly Step[] = [
    { day: begins, act: (hands, code, today) => screen(hands, site, code, today, person, life) },
    ...(life.until === undefined ? treatment(site, person, life, day0) : []),
    ...(life.reviewed === undefined ? [] : review(site, life.reviewed, day0)),
    ...(life.until === undefined && !life.withdraws ? monthlyTests(site, person, day0) : []),
    ...(life.until === undefined && life.infusions === 4 ? followUp(site, person, day0) : []),
  ]
  // Steps of a day are one, and what would come today or later has not happened yet.
  const days = Map.groupBy(
    steps.filter(({ day }) => day < 0),
    ({ day }) => day,
  )
  return { site, story, steps: [...days].map(([day, parts]) => ({ day, act: inOrder(parts) })) }
}

const inOrder =
  (parts: readonly Step[]): Step['act'] =>
  async (hands, code, today) => {
    for (const { act } of parts) await act(hands, code, today)
  }

async function screen(hands: Hands, site: string, code: string, day: string, person: Person, life: Life) {
  const at = { site, code, encounter: 'screening', day }
  if (life.until === 'registered') return
  await hands.command('coordinator', site, code, 'record-consent', { version: '1.1', day })
  if (life.until === 'consented') return
  await hands.command('coordinator', site, code, 'record-visit', { encounter: 'screening', day })
  const answers = answersOf(person, day, 0, life)
  if (life.until === 'asked') {
    for (const form of ['demography', 'painHistory', 'nrs', 'odi', 'medicalHistory'] as const)
      await fill(hands, at, form, answers)
    await fill(hands, { ...at, encounter: 'log' }, 'medications', answers)
    return
  }
  await fillAll(hands, at, answers)
  if (life.until === 'failed') await hands.command('investigator', site, code, 'record-screen-failure', { note: '' })
  if (life.until === undefined || life.until === 'confirmed')
    await hands.command('investigator', site, code, 'confirm-eligibility', { password: hands.password })
  if (life.corrected)
    await hands.command('nurse', site, code, 'record-form', {
      encounter: 'screening',
      form: 'vitals',
      day,
      expectedVersion: 1,
      entries: { height: { typed: '171', unit: 'cm' } },
      reasons: { height: 'Lest av feil på målebåndet' },
    })
}

function treatment(site: string, person: Person, life: Life, day0: number): readonly Step[] {
  const { infusions = 0 } = life
  const given = infusionDays.slice(0, infusions).map((after, index): Step => {
    const encounter = encounters[index] ?? 'day0'
    const late = index === 1 ? (life.late ?? 0) : 0
    return {
      day: day0 + after + late,
      async act(hands, code, day) {
        if (index === 0) await hands.command('coordinator', site, code, 'randomise')
        const at = { site, code, encounter, day }
        const reason = late > 0 ? { reason: 'Deltakeren var bortreist' } : {}
        await hands.command('coordinator', site, code, 'record-visit', { encounter, day, ...reason })
        const answers = answersOf(person, day, after / 7)
        await fillAll(hands, at, answers, ['reactions', 'compliance'])
        const reaction = index === infusions - 1 ? life.reaction : 0
        await infuse(hands, at, reaction)
        await fillAll(hands, at, answers)
      },
    }
  })
  const next = infusionDays[infusions] ?? 0
  if (life.held)
    given.push({
      day: day0 + next,
      act: (hands, code, day) => fever(hands, { site, code, day }, person, encounters[infusions] ?? 'day14'),
    })
  if ((life.reaction ?? 0) >= 3)
    given.push(
      ...infusionDays
        .slice(infusions)
        .map((after, index) => withoutInfusion(site, person, day0, encounters[infusions + index] ?? 'day98', after)),
    )
  if (life.withdraws)
    given.push({
      day: day0 + (infusionDays[infusions - 1] ?? 0) + 5,
      act: (hands, code, day) =>
        hands.command('coordinator', site, code, 'withdraw-consent', {
          day,
          scope: life.withdraws,
          reason: 'Orker ikke flere besøk',
        }),
    })
  return given
}

/** Investigator and monitor go through what is there, a few days after the second infusion. */
const review = (site: string, how: NonNullable<Life['reviewed']>, day0: number): readonly Step[] => [
  {
    day: day0 + 20,
    async act(hands, code) {
      await signVisits(hands, site, code)
      for (const encounter of ['screening', 'day0', 'day14'])
        for (const form of ['vitals', 'odi', 'nrs']) await verify(hands, site, code, encounter, form)
    },
  },
  ...(how === 'stands'
    ? []
    : [
        {
          day: day0 + 24,
          act: (hands: Hands, code: string, today: string) =>
            correctWeight(hands, site, code, 'day14', addDuration(today, { value: -10, unit: 'd' })),
        },
      ]),
]

/** Treatment is stopped, the visits go on. */
const withoutInfusion = (site: string, person: Person, day0: number, encounter: string, after: number): Step => ({
  day: day0 + after,
  async act(hands, code, day) {
    await hands.command('coordinator', site, code, 'record-visit', { encounter, day })
    const compliance = { infusion: 'notGiven', reason: 'Behandlingen er stoppet' } as const
    await fillAll(hands, { site, code, encounter, day }, { ...answersOf(person, day, after / 7), compliance })
  },
})

/** Comes with a fever: nothing is given, and the investigator holds treatment. */
async function fever(
  hands: Hands,
  { site, code, day }: { site: string; code: string; day: string },
  person: Person,
  encounter: string,
) {
  await hands.command('coordinator', site, code, 'record-visit', { encounter, day })
  await fill(hands, { site, code, encounter, day }, 'vitals', answersOf(person, day, 2, { fever: true }))
  await hands.command('investigator', site, code, 'hold-treatment', { reason: 'Feber 38,6 °C, luftveisinfeksjon' })
}

/** Checks on day 154 and 278, and the MRI after six months. */
const followUp = (site: string, person: Person, day0: number): readonly Step[] => [
  attend(site, person, day0, 'day154', 154),
  attend(site, person, day0, 'mriFollowUp', 190),
  attend(site, person, day0, 'day278', 98 + 180),
]

/** Each month until nine months, women who can become pregnant tell the result of a test. */
const monthlyTests = (site: string, person: Person, day0: number): readonly Step[] =>
  person.sex === 'male'
    ? []
    : [1, 2, 3, 4, 5, 6, 7, 8, 9].map((month) =>
        attend(site, person, day0, `hcgMonth${month}`, Math.round(month * 30.5)),
      )

const attend = (site: string, person: Person, day0: number, encounter: string, after: number): Step => ({
  day: day0 + after,
  async act(hands, code, day) {
    await hands.command('coordinator', site, code, 'record-visit', { encounter, day })
    await fillAll(hands, { site, code, encounter, day }, answersOf(person, day, after / 7))
  },
})
