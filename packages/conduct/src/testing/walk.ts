import { isoOf, dayNumber } from '@trialwright/protocol'
import fc from 'fast-check'
import type { ParticipantCommand } from '../participant/commands.ts'
import type { Role } from '../roles.ts'
import { eligibleAnswers, fill, newTrial, type Trial } from './trial.ts'

/** A step somebody may try, sensible or not. */
export type Step = (trial: Trial) => void

const encounters = ['screening', 'day0', 'day14', 'day42', 'month1', 'call', 'nowhere'] as const
const infusions = ['day0', 'day14', 'day42'] as const

const ask =
  (command: (trial: Trial) => ParticipantCommand, role?: Role): Step =>
  (trial) => {
    trial.ask(command(trial), role)
  }

const values: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  person: { born: ['1980-05-04', '1950-01-01'], sex: ['female', 'male'], pregnant: ['no', 'no', 'yes'] },
  pain: { score: ['6', '6', '3'], sleeps: ['no'] },
  judgement: { unfit: ['no', 'no', 'yes'] },
  blood: { haemoglobin: ['140', '90'] },
  body: { weight: ['75', '80.5'], temperature: ['36.8', '36.9', '38.5'] },
  scan: { day: ['2026-09-01', '2026-06-01'] },
  safety: { cancer: ['no', 'no', 'yes'] },
}

const fills = fc
  .tuple(fc.constantFrom(...Object.keys(values)), fc.constantFrom(...encounters), fc.integer({ min: 0, max: 7 }))
  .map(([form, encounter, pick]): Step => {
    const entries = Object.fromEntries(
      Object.entries(values[form]!).map(([item, texts]) => [item, texts[pick % texts.length]!]),
    )
    return ask((trial) => fill(trial, encounter, form, entries), form === 'scan' ? 'mriReader' : 'investigator')
  })

/** The whole of screening, done well: without it few walks would get far. */
const screens: Step = (trial) => {
  trial.ask({ type: 'recordVisit', encounter: 'screening', day: trial.today })
  for (const [form, answers] of Object.entries(eligibleAnswers)) {
    const fresh = form === 'scan' ? { day: trial.today } : answers
    trial.ask(fill(trial, 'screening', form, fresh), form === 'scan' ? 'mriReader' : 'investigator')
  }
}

const infuses = fc.constantFrom(...infusions).chain((encounter) =>
  fc.constantFrom<Step>(
    ask(() => ({ type: 'requestPreparation', encounter })),
    (trial) => {
      const vialsOpened = trial.arm === 'qzvactive' ? 5 : 0
      trial.prepare({
        type: 'recordPreparation',
        encounter,
        batch: 'B',
        vialsOpened,
        secondPerson: 'Ola',
        reason: 'spare',
      })
    },
    (trial) => {
      trial.prepare({ type: 'handOver', encounter })
    },
    ask((trial) => ({
      type: 'startInfusion',
      encounter,
      label: trial.state.treatment.infusions[encounter]?.label ?? 'AAAAAAAA-0',
      time: '11:00',
    })),
    ask(() => ({ type: 'endInfusion', encounter, time: '13:00', volumeGiven: '250' })),
    ask(() => ({ type: 'interruptInfusion', encounter, time: '11:30', reason: 'rash' })),
    ask(() => ({ type: 'resumeInfusion', encounter, time: '11:40', reason: 'gone' })),
    ask(() => ({ type: 'recordReaction', encounter, time: '12:00', grade: 1, signs: 'itching', action: 'none' })),
  ),
)

/** One infusion visit from door to door, where everything allows it. */
const visits = fc.constantFrom(...infusions).map(
  (encounter): Step =>
    (trial) => {
      trial.ask({ type: 'recordVisit', encounter, day: trial.today, reason: 'agreed' })
      trial.ask(fill(trial, encounter, 'body', { weight: '75', temperature: '36.8' }))
      trial.ask({ type: 'requestPreparation', encounter })
      const vialsOpened = trial.arm === 'qzvactive' ? 4 : 0
      trial.prepare({ type: 'recordPreparation', encounter, batch: 'B', vialsOpened, secondPerson: 'Ola' })
      trial.prepare({ type: 'handOver', encounter })
      const label = trial.state.treatment.infusions[encounter]?.label ?? ''
      trial.ask({ type: 'startInfusion', encounter, label, time: '11:00' })
      trial.ask({ type: 'endInfusion', encounter, time: '13:00', volumeGiven: '250' })
    },
)

const plain = fc.constantFrom<ParticipantCommand>(
  { type: 'registerParticipant', site: 'north', code: 'NOR-001' },
  { type: 'confirmEligibility' },
  { type: 'recordScreenFailure', note: '' },
  { type: 'startRescreening', reason: 'again' },
  { type: 'randomise' },
  { type: 'holdTreatment', reason: 'cough' },
  { type: 'releaseHold', reason: 'better' },
  { type: 'stopTreatment', reason: 'wish' },
)

const rare = fc
  .constantFrom<'treatment' | 'everything'>('treatment', 'everything')
  .map((scope): Step => ask((trial) => ({ type: 'withdrawConsent', scope, reason: '', day: trial.today })))

const day = fc.tuple(fc.constantFrom(...encounters), fc.integer({ min: -3, max: 3 }), fc.boolean())

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: plain.map((command) => ask(() => command)) },
  { weight: 2, arbitrary: fc.constant(ask((trial) => ({ type: 'recordConsent', version: 'v1', day: trial.today }))) },
  { weight: 3, arbitrary: fc.constant(screens) },
  { weight: 3, arbitrary: fills },
  { weight: 4, arbitrary: infuses },
  { weight: 8, arbitrary: visits },
  {
    weight: 3,
    arbitrary: day.map(([encounter, off, why]) =>
      ask((trial) => ({
        type: 'recordVisit',
        encounter,
        day: isoOf(dayNumber(trial.today) + off),
        ...(why ? { reason: 'agreed' } : {}),
      })),
    ),
  },
  {
    weight: 1,
    arbitrary: day.map(([encounter, off]) =>
      ask((trial) => ({ type: 'bookEncounter', encounter, day: isoOf(dayNumber(trial.today) + off) })),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...encounters)
      .map((encounter) => ask(() => ({ type: 'recordMissedVisit', encounter, reason: 'did not come' }))),
  },
  { weight: 1, arbitrary: rare },
  {
    weight: 4,
    arbitrary: fc.constantFrom(1, 5, 11, 14, 14, 28).map(
      (days): Step =>
        (trial) => {
          trial.today = isoOf(dayNumber(trial.today) + days)
        },
    ),
  },
)

/** Steps in any order, the first ones helping the walk off the ground as often as not. */
export const walk: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.constantFrom(0, 1, 3, 4, 5, 5, 5, 5), fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }))
  .map(([helped, steps]) => [...beginning.slice(0, helped), ...steps])

const beginning: readonly Step[] = [
  ask(() => ({ type: 'registerParticipant', site: 'north', code: 'NOR-001' })),
  ask((trial) => ({ type: 'recordConsent', version: 'v1', day: trial.today })),
  screens,
  ask(() => ({ type: 'confirmEligibility' })),
  ask(() => ({ type: 'randomise' })),
]

export function taken(steps: readonly Step[], arm = 'qzvactive'): Trial {
  const trial = newTrial()
  trial.arm = arm
  for (const take of steps) take(trial)
  return trial
}
