import { describe, expect, test } from 'vitest'
import type { ParticipantCommand, ParticipantCommandType } from '../participant/commands.ts'
import { participantCommandTypes } from '../locks/touches.ts'
import { permissions } from '../permissions.ts'
import { recordHash } from '../signatures/record.ts'
import {
  confirmed,
  consented,
  fill,
  infused,
  newTrial,
  randomised,
  ready,
  registered,
  requested,
  running,
  screened,
  visiting,
  type Trial,
} from './trial.ts'

/*
 * Every state a participant can be in, against every command, each filled in as well as the state allows. Only the moves
 * listed are possible; everything else is refused in words (P11-10: steps out of order fail).
 */

const withdraws = { type: 'withdrawConsent', scope: 'everything', reason: 'wants no more', day: '2026-09-01' } as const

const states: Readonly<
  Record<string, { readonly trial: () => Trial; readonly may: readonly ParticipantCommandType[] }>
> = {
  unregistered: { trial: () => newTrial(), may: ['registerParticipant'] },
  registered: { trial: () => registered(), may: ['recordConsent', 'recordDeclined'] },
  consented: {
    trial: () => consented(),
    may: ['withdrawConsent', 'recordForm', 'recordScreenFailure', 'bookEncounter', 'recordVisit'],
  },
  undecided: {
    trial: () => screened(newTrial(), { pain: null }),
    may: ['withdrawConsent', 'recordForm', 'recordScreenFailure', 'bookEncounter', 'recordVisit'],
  },
  notEligible: {
    trial: () => screened(newTrial(), { pain: { score: '4', sleeps: 'no' } }),
    may: ['withdrawConsent', 'recordForm', 'recordScreenFailure', 'bookEncounter', 'recordVisit'],
  },
  eligible: {
    trial: () => screened(),
    may: ['withdrawConsent', 'recordForm', 'recordScreenFailure', 'bookEncounter', 'recordVisit', 'confirmEligibility'],
  },
  confirmed: {
    trial: () => confirmed(),
    may: ['withdrawConsent', 'recordForm', 'recordScreenFailure', 'bookEncounter', 'recordVisit', 'randomise'],
  },
  screenFailed: {
    trial: () =>
      after(screened(newTrial(), { pain: { score: '4', sleeps: 'no' } }), { type: 'recordScreenFailure', note: '' }),
    may: ['withdrawConsent', 'startRescreening'],
  },
  rescreened: {
    trial: () =>
      after(
        screened(newTrial(), { pain: { score: '4', sleeps: 'no' } }),
        { type: 'recordScreenFailure', note: '' },
        { type: 'startRescreening', reason: 'worse pain' },
      ),
    may: ['withdrawConsent', 'recordConsent', 'recordForm', 'recordScreenFailure', 'bookEncounter', 'recordVisit'],
  },
  randomised: {
    trial: () => randomised(),
    may: ['withdrawConsent', 'recordForm', 'bookEncounter', 'recordVisit', 'holdTreatment', 'stopTreatment'],
  },
  visiting: {
    trial: () => visiting(randomised(), 'day0'),
    may: ['withdrawConsent', 'recordForm', 'requestPreparation', 'holdTreatment', 'stopTreatment'],
  },
  requested: {
    trial: () => requested(randomised(), 'day0'),
    may: ['withdrawConsent', 'recordForm', 'holdTreatment', 'stopTreatment'],
  },
  ready: {
    trial: () => ready(randomised(), 'day0'),
    may: ['withdrawConsent', 'recordForm', 'startInfusion', 'holdTreatment', 'stopTreatment'],
  },
  running: {
    trial: () => running(randomised(), 'day0'),
    may: [
      'withdrawConsent',
      'recordForm',
      'recordObservation',
      'interruptInfusion',
      'endInfusion',
      'recordReaction',
      'holdTreatment',
      'stopTreatment',
    ],
  },
  interrupted: {
    trial: () => after(running(randomised(), 'day0'), interrupts),
    may: [
      'withdrawConsent',
      'recordForm',
      'recordObservation',
      'resumeInfusion',
      'endInfusion',
      'recordReaction',
      'holdTreatment',
      'stopTreatment',
    ],
  },
  infused: {
    trial: () => infused(randomised(), 'day0'),
    may: ['withdrawConsent', 'recordForm', 'recordObservation', 'recordReaction', 'holdTreatment', 'stopTreatment'],
  },
  held: {
    trial: () => after(visiting(randomised(), 'day0'), { type: 'holdTreatment', reason: 'cough' }),
    may: ['withdrawConsent', 'recordForm', 'releaseHold', 'stopTreatment'],
  },
  heldWhileInterrupted: {
    trial: () => after(running(randomised(), 'day0'), interrupts, { type: 'holdTreatment', reason: 'rash' }),
    may: [
      'withdrawConsent',
      'recordForm',
      'recordObservation',
      'endInfusion',
      'recordReaction',
      'releaseHold',
      'stopTreatment',
    ],
  },
  stopped: {
    trial: () => after(visiting(randomised(), 'day0'), { type: 'stopTreatment', reason: 'cancer', rule: 'STOP01' }),
    may: ['withdrawConsent', 'recordForm'],
  },
  withdrawnBeforeRandomisation: { trial: () => after(screened(), withdraws), may: [] },
  withdrawnWhileRunning: {
    trial: () => after(running(randomised(), 'day0'), withdraws),
    may: ['recordObservation', 'interruptInfusion', 'endInfusion', 'recordReaction'],
  },
}

const interrupts = { type: 'interruptInfusion', encounter: 'day0', time: '11:30', reason: 'rash' } as const

function after(trial: Trial, ...commands: readonly ParticipantCommand[]): Trial {
  for (const command of commands) trial.does(command)
  return trial
}

/** Each command as a person in this state would send it; forms ask for something not yet recorded. */
function commands(trial: Trial): readonly ParticipantCommand[] {
  const day = trial.today
  const encounter = 'day0'
  const atDay0 = trial.state.randomisation.randomised !== undefined
  const screening = { encounter: 'screening', seen: recordHash(trial.study, trial.state, 'screening') }
  return [
    { type: 'registerParticipant', site: 'north', code: 'NOR-002' },
    { type: 'recordConsent', version: 'v1', day },
    withdraws,
    { type: 'recordDeclined', day, reason: '' },
    { type: 'correctConsentDay', version: 'v1', day: '2026-08-30', reason: 'misread' },
    { type: 'correctInfusionTime', encounter, moment: 'start', time: '10:59', reason: 'misread' },
    atDay0 ? fill(trial, 'day0', 'blood', { haemoglobin: '141' }) : fill(trial, 'screening', 'pain', { since: '2020' }),
    { type: 'answerQuery', query: 'Q1', text: 'right as it is' },
    { type: 'confirmEligibility' },
    { type: 'recordScreenFailure', note: 'changed plans' },
    { type: 'startRescreening', reason: 'worse pain' },
    { type: 'randomise' },
    { type: 'bookEncounter', encounter, day: '2026-09-03' },
    { type: 'recordVisit', encounter, day },
    { type: 'recordMissedVisit', encounter, reason: 'did not come' },
    { type: 'recordUnscheduledVisit', day, reason: 'feels ill', forms: ['blood'] },
    { type: 'requestPreparation', encounter },
    { type: 'startInfusion', encounter, label: trial.state.treatment.infusions[encounter]?.label ?? '', time: '11:00' },
    { type: 'signVisit', ...screening },
    { type: 'signVisits', visits: [screening] },
    { type: 'approveCorrection', encounter: 'screening', form: 'body' },
    { type: 'signCasebook', seen: recordHash(trial.study, trial.state) },
    { type: 'recordObservation', encounter, time: '13:30', vitals: { pulse: '70' } },
    { type: 'interruptInfusion', encounter, time: '13:30', reason: 'rash' },
    { type: 'resumeInfusion', encounter, time: '13:30', reason: 'gone' },
    { type: 'endInfusion', encounter, time: '13:30', volumeGiven: '250' },
    { type: 'recordReaction', encounter, time: '13:30', grade: 1, signs: 'itching', action: 'none' },
    { type: 'holdTreatment', reason: 'cough' },
    { type: 'releaseHold', reason: 'better' },
    { type: 'stopTreatment', reason: 'wish' },
    {
      type: 'recordAccidentalUnblinding',
      learner: 'participant',
      who: 'the participant',
      day,
      how: 'guessed, and was told',
      assessment: 'none',
      actions: 'none',
    },
  ]
}

/** Where the screening visit is not there in full, so that nobody puts a name under it. */
const unsignable: readonly string[] = ['unregistered', 'registered', 'consented', 'undecided', 'rescreened']
/** What was recorded wrongly is set right in every state that has it. */
const corrections = (name: string): readonly string[] => [
  ...(name.startsWith('unregistered') || name === 'registered' ? [] : ['correctConsentDay']),
  ...(/unning|nterrupted|infused/.test(name) ? ['correctInfusionTime'] : []),
]
/** Where nothing more is to come. */
const finished: readonly string[] = ['screenFailed', 'withdrawnBeforeRandomisation']

describe.each(Object.entries(states))('P11-10 R6: %s', (name, { trial: make, may: listed }) => {
  // Whoever may be asked questions at all may come beside the plan.
  const asked = listed.includes('recordForm') ? [...listed, 'recordUnscheduledVisit'] : listed
  const may = [...asked, ...corrections(name)]
  const types = commands(make()).map(({ type }) => type)

  test('every command is asked', () => {
    const ofParticipants = participantCommandTypes.filter((type) => permissions[type].includes('investigator'))
    expect(types.toSorted()).toEqual(ofParticipants.toSorted())
  })

  test.each(types)('%s', (type) => {
    const trial = make()
    const version = trial.state.version
    // What has leaked is recorded in every state there is something to leak.
    const leaks = type === 'recordAccidentalUnblinding' && trial.state.randomisation.randomised !== undefined
    const refusals = trial.ask(commands(trial).find((command) => command.type === type)!)
    const signs = type.startsWith('signVisit')
      ? !unsignable.includes(name)
      : type === 'signCasebook' && finished.includes(name)
    expect(refusals.length === 0).toBe(may.includes(type) || leaks || signs)
    if (refusals.length > 0) expect(trial.state.version).toBe(version)
    for (const { reason, remedy } of refusals)
      for (const text of [reason.en, reason.nb, remedy.en, remedy.nb]) expect(text.length).toBeGreaterThan(5)
  })
})
