import { describe, expect, test } from 'vitest'
import { formView } from '../forms/view.ts'
import { historyView } from '../participant/history.ts'
import type { Role } from '../roles.ts'
import { study } from '../testing/study.ts'
import { fill, openState, randomised, someone, type Trial } from '../testing/trial.ts'
import type { StudyCommand } from './commands.ts'
import { decideStudy } from './decide.ts'
import { evolveStudy, initialStudy, type StudyState } from './state.ts'

const locks: StudyCommand = { type: 'lockDatabase', note: 'all queries closed' }
const proposes: StudyCommand = { type: 'proposeUnblinding', note: 'analysis plan signed' }
const confirms: StudyCommand = { type: 'confirmUnblinding' }

const decide = (state: StudyState, command: StudyCommand, role: Role, account: string = role, passwordChecked = true) =>
  decideStudy(study, state, command, {
    now: '2027-09-01T12:00:00.000Z',
    today: '2027-09-01',
    actor: { ...someone(role, null), account },
    language: 'en',
    mode: 'demo',
    passwordChecked,
    identityChecked: true,
  })

const codes = (...given: Parameters<typeof decide>) => {
  const decision = decide(...given)
  return decision.ok ? [] : decision.refusals.map(({ code }) => code)
}

function after(...steps: readonly (readonly [StudyCommand, Role])[]): StudyState {
  return steps.reduce((state, [command, role]) => {
    const decision = decide(state, command, role)
    if (!decision.ok) throw new Error(decision.refusals.map(({ code }) => code).join())
    return decision.events.reduce(evolveStudy, state)
  }, openState)
}

const locked = () => after([locks, 'dataManager'])
const proposed = () => after([locks, 'dataManager'], [proposes, 'statistician'])
const unblinded = () => after([locks, 'dataManager'], [proposes, 'statistician'], [confirms, 'randomisationOfficer'])

describe('B11 the end of the blind', () => {
  test('given the lock, a proposal and another person’s confirmation, then the study is unblinded', () => {
    expect(unblinded()).toMatchObject({
      locked: { by: { role: 'dataManager' } },
      proposed: { by: { role: 'statistician' } },
      unblinded: { by: { role: 'randomisationOfficer' } },
    })
  })

  test('given any step out of order or repeated, then it is refused', () => {
    expect(codes(initialStudy, locks, 'dataManager')).toEqual(['studyNotOpen'])
    expect(codes(openState, proposes, 'statistician')).toEqual(['databaseNotLocked'])
    expect(codes(openState, confirms, 'statistician')).toEqual(['databaseNotLocked'])
    expect(codes(locked(), locks, 'dataManager')).toEqual(['databaseLocked'])
    expect(codes(locked(), confirms, 'statistician')).toEqual(['unblindingNotProposed'])
    expect(codes(proposed(), proposes, 'dataManager')).toEqual(['unblindingProposed'])
    expect(codes(unblinded(), confirms, 'dataManager')).toEqual(['alreadyUnblinded'])
    expect(codes(unblinded(), proposes, 'dataManager')).toEqual(['alreadyUnblinded'])
  })

  test('RND-06 given the person who proposed, in whatever role, when it is to be confirmed, then it is refused', () => {
    expect(codes(proposed(), confirms, 'statistician')).toEqual(['secondSignatureIsFirst'])
    expect(codes(proposed(), confirms, 'dataManager', 'statistician')).toEqual(['secondSignatureIsFirst'])
    expect(codes(proposed(), confirms, 'dataManager')).toEqual([])
  })

  test('given no password, no reason, or another role, then it is refused', () => {
    for (const [state, command, role] of [
      [openState, locks, 'dataManager'],
      [locked(), proposes, 'statistician'],
      [proposed(), confirms, 'dataManager'],
    ] as const) {
      expect(codes(state, command, role, role, false)).toEqual(['passwordNotChecked'])
      expect(codes(state, command, 'investigator')).toEqual(['roleMayNot'])
    }
    expect(codes(openState, { ...locks, note: ' ' } as StudyCommand, 'dataManager')).toEqual(['textMissing'])
    expect(codes(locked(), { ...proposes, note: '' } as StudyCommand, 'statistician')).toEqual(['textMissing'])
  })
})

describe('R3-07 after the lock', () => {
  const trial = (): Trial => {
    const one = randomised()
    one.does(fill(one, 'day0', 'blood', { haemoglobin: '141', inflammation: '4' }))
    one.studyState = locked()
    return one
  }

  test('given a value, a visit or an infusion, when it is entered, then it is refused; what leaked is still recorded', () => {
    const one = trial()
    expect(one.codes(fill(one, 'day0', 'blood', { haemoglobin: '150' }))).toEqual(['databaseLocked'])
    expect(one.codes({ type: 'recordVisit', encounter: 'day0', day: one.today })).toEqual(['databaseLocked'])
    expect(one.codes({ type: 'registerParticipant', site: 'north', code: 'NOR-009' })).toEqual(['databaseLocked'])
    expect(one.prepare({ type: 'handOver', encounter: 'day0' }).map(({ code }) => code)).toEqual(['databaseLocked'])
    const leak = { who: 'n', day: one.today, how: 'h', assessment: 'a', actions: 'b' }
    expect(one.codes({ type: 'recordAccidentalUnblinding', learner: 'participant', ...leak })).toEqual([])
    expect(codes(one.studyState, { type: 'openSite', site: 'south' }, 'administrator')).toEqual(['databaseLocked'])
    expect(formView(study, one.state, 'day0', 'blood', one.context())?.toRecord.map(({ code }) => code)).toEqual([
      'databaseLocked',
    ])
  })

  test('B8 B11 given a delayed value, when the study is unblinded, then the site reads it, and not a step earlier', () => {
    const one = trial()
    const shown = () =>
      formView(study, one.state, 'day0', 'blood', one.context())?.items.find(({ item }) => item === 'inflammation')
    const stored = one.events.map((event, index) => ({
      ...event,
      position: index,
      streamId: 's',
      version: index + 1,
      recordedAt: event.at,
    }))
    for (const state of [openState, locked(), proposed()]) {
      one.studyState = state
      expect(shown()).toMatchObject({ hidden: true, history: [] })
    }
    one.studyState = unblinded()
    expect(shown()).toMatchObject({ entry: { value: 4 } })
    expect(formView(study, one.state, 'day0', 'levels', one.context())).toBeUndefined()
    expect(JSON.stringify(historyView(study, stored, 'nurse'))).toContain('not shown while')
    expect(JSON.stringify(historyView(study, stored, 'nurse', true))).not.toContain('not shown while')
  })
})
