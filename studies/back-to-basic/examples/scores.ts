import type { Facts } from '@trialwright/protocol'
import type { StudyExamples } from '@trialwright/protocol/compile'
import { absent, filledForm } from '../demo/index.ts'
import { hscl25 } from '../instruments/hscl25.ts'
import { odi } from '../instruments/odi.ts'
import { rmdq } from '../instruments/rmdq.ts'

/* Scores worked out by hand, to nine digits. A character is the answer to a question in order; `-` was refused, `?` is open. */

type Scored = 'odi' | 'eq5d' | 'rmdq' | 'hscl25'

const dimensions = ['mobility', 'selfCare', 'usualActivities', 'painDiscomfort', 'anxietyDepression']
const questions: Readonly<Record<Scored, readonly string[]>> = {
  odi: Object.keys(odi),
  eq5d: dimensions,
  rmdq: Object.keys(rmdq),
  hscl25: Object.keys(hscl25),
}
const codes: Readonly<Record<string, string>> = { x: 'yes', '.': 'no' }

const of = (form: ReturnType<typeof filledForm>): Facts => ({
  today: '2026-04-01',
  events: {},
  forms: [form],
  ranges: [],
})
const at = { encounter: 'day0', date: '2026-04-01' }

const scored = (form: Scored, given: string, value: number | undefined) => ({
  given,
  value,
  facts: of(
    filledForm(
      form,
      Object.fromEntries(
        questions[form].map((question, index) => {
          const character = given.charAt(index)
          const answer = character === '-' ? absent('refused') : (codes[character] ?? character)
          return [question, character === '?' ? undefined : answer]
        }),
      ),
      at,
    ),
  ),
})

const pain = (now: number, worst: number, usual: number | undefined, value: number | undefined) => ({
  given: [now, worst, usual ?? 'not known'].join(', '),
  value,
  facts: of(filledForm('nrs', { now, worst, usual: usual ?? absent('notKnown') }, at)),
})

/** Sum over five times the sections answered, in per cent; at least eight of ten. Fairbank and Pynsent 2000. */
const odiScore = [
  scored('odi', '0000000000', 0),
  scored('odi', '1111111111', 20),
  scored('odi', '2222222222', 40),
  scored('odi', '3333333333', 60),
  scored('odi', '4444444444', 80),
  scored('odi', '5555555555', 100),
  // 25 of 50, then 13 of 50: no section is answered as the mean, so each counts.
  scored('odi', '0145014550', 50),
  scored('odi', '1000514020', 26),
  // 16 of 45, as published; 10 of 40.
  scored('odi', '2222222-20', 35.5555556),
  scored('odi', '22222-00-0', 25),
  scored('odi', '22222---22', undefined),
  scored('odi', '222222222?', undefined),
]

/** One less what each level takes. Garratt et al. 2024. */
const eq5dIndex = [
  scored('eq5d', '11111', 1),
  scored('eq5d', '22222', 0.779144),
  scored('eq5d', '33333', 0.539399),
  scored('eq5d', '44444', -0.126075),
  scored('eq5d', '55555', -0.453),
  scored('eq5d', '11411', 0.861275),
  scored('eq5d', '1111?', undefined),
  scored('eq5d', '1111-', undefined),
]

/** Statements that apply. Roland and Morris 1983. */
const rmdqScore = [
  scored('rmdq', '.'.repeat(24), 0),
  scored('rmdq', 'x'.repeat(24), 24),
  scored('rmdq', 'x.'.repeat(12), 12),
  scored('rmdq', `xxx${'-'.repeat(20)}.`, 3),
]

/** Mean of the items answered, at least twenty. Derogatis et al. 1974. */
const hsclMean = [
  scored('hscl25', '1'.repeat(25), 1),
  scored('hscl25', '2'.repeat(25), 2),
  scored('hscl25', '3'.repeat(25), 3),
  scored('hscl25', '4'.repeat(25), 4),
  // 61 of 25, and no item is answered as the mean.
  scored('hscl25', '1234123412341234123412341', 2.44),
  scored('hscl25', `${'2'.repeat(19)}1${'-'.repeat(5)}`, 1.95),
  scored('hscl25', `${'1'.repeat(19)}${'-'.repeat(6)}`, undefined),
  scored('hscl25', `${'1'.repeat(24)}?`, undefined),
]

const painMean = [
  pain(4, 5, 5, 4.66666667),
  pain(1, 2, 6, 3),
  pain(0, 0, 0, 0),
  pain(10, 10, 10, 10),
  pain(5, 5, undefined, undefined),
]

export const scores: StudyExamples['numbers'] = { odiScore, eq5dIndex, rmdqScore, hsclMean, painMean }
