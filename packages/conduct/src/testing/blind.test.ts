import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Refusal } from '@trialwright/protocol'
import { formView } from '../forms/view.ts'
import { historyView } from '../participant/history.ts'
import type { Stored, ParticipantEvent } from '../participant/events.ts'
import { evolveParticipant, initialParticipant, participantOf } from '../participant/state.ts'
import { participantSummary } from '../participant/summary.ts'
import { participantView } from '../participant/view.ts'
import type { UnblindedEvent } from '../preparation/events.ts'
import { allRoles, isBlinded, mayHoldTogether } from '../roles.ts'
import { screeningView } from '../screening/view.ts'
import { overview } from '../study/view.ts'
import { study } from './study.ts'
import { fill, infused, newTrial, randomised, type Trial } from './trial.ts'
import { taken, walk } from './walk.ts'

const stored = (events: readonly ParticipantEvent[]): readonly Stored<ParticipantEvent>[] =>
  events.map((event, index) => ({ ...event, position: index, streamId: 's', version: index + 1, recordedAt: event.at }))

/** Everything a blinded role can be shown of a trial, as bytes. */
function seenBy(trial: Trial): string {
  const { state, events } = trial
  if (events.length === 0) return ''
  const summary = participantSummary(study, state, trial.context())
  return JSON.stringify([
    events,
    summary,
    overview(study, trial.studyState, [summary], trial.today),
    allRoles
      .filter(isBlinded)
      .map((role) => [
        participantView(study, state, trial.context(role)),
        screeningView(study, state, trial.context(role)),
        study.compiled.encounters.map((encounter) =>
          encounter.forms.map((form) => formView(study, state, encounter.id, form, trial.context(role))),
        ),
        historyView(study, stored(events), role),
      ]),
  ])
}

test('R3-10: with the other arm, not one byte that blinded roles are shown changes', () => {
  let prepared = 0
  fc.assert(
    fc.property(walk, (steps) => {
      const one = taken(steps, 'qzvactive')
      const other = taken(steps, 'wkxplacebo')
      prepared += one.unblinded.filter(({ type }) => type === 'PreparationRecorded').length
      expect(JSON.stringify(one.unblinded) === JSON.stringify(other.unblinded)).toBe(one.unblinded.length === 0)
      expect(seenBy(one)).toBe(seenBy(other))
    }),
    { seed: 7, numRuns: 100 },
  )
  expect(prepared).toBeGreaterThan(10)
})

test('B3: nothing shown to blinded roles names an arm', () => {
  const trial = infused(randomised(), 'day0')
  expect(JSON.stringify(trial.unblinded)).toMatch(/qzvactive/i)
  expect(seenBy(trial)).not.toMatch(/qzv|wkx/i)
})

test('B3: refusals shown to the site name no arm and no dose', () => {
  const trial = newTrial()
  const said: Refusal[] = [...trial.ask({ type: 'randomise' })]
  randomised(trial)
  said.push(...trial.ask({ type: 'requestPreparation', encounter: 'day0' }))
  infused(trial, 'day0')
  said.push(...trial.ask({ type: 'startInfusion', encounter: 'day14', label: 'x', time: '11:00' }))
  expect(said.length).toBeGreaterThan(2)
  expect(JSON.stringify(said)).not.toMatch(/qzv|wkx|375|vial/i)
})

describe('types', () => {
  test('an unblinded event is no argument of a blinded state', () => {
    const event = { type: 'TreatmentAllocated', participant: 'x', stratum: 'x', slot: 1, arm: 'x' } as UnblindedEvent
    // @ts-expect-error: an unblinded event is rejected
    const blinded = () => evolveParticipant(initialParticipant, event)
    // @ts-expect-error: unblinded events are rejected
    const replayed = () => participantOf([event])
    expect([blinded, replayed].length).toBe(2)
  })
})

test('B8: a value kept from the site is recorded but not shown; one that tells the arm cannot be recorded', () => {
  const trial = randomised()
  trial.does(fill(trial, 'day0', 'blood', { haemoglobin: '141', inflammation: '4' }))
  const shown = (role: 'investigator' | 'dataManager') =>
    formView(study, trial.state, 'day0', 'blood', trial.context(role))?.items.find(
      ({ item }) => item === 'inflammation',
    )
  expect(shown('investigator')).toEqual({
    item: 'inflammation',
    applies: 'yes',
    missing: false,
    hidden: true,
    history: [],
  })
  expect(shown('dataManager')?.entry).toMatchObject({ value: 4 })
  expect(formView(study, trial.state, 'day0', 'blood', trial.context())?.items.map(({ item }) => item)).not.toContain(
    'drugLevel',
  )
  expect(formView(study, trial.state, 'day0', 'levels', trial.context())).toBeUndefined()
  expect(trial.codes(fill(trial, 'day0', 'blood', { drugLevel: '3' }))).toEqual(['itemMasked'])
  expect(trial.codes(fill(trial, 'day0', 'levels', { level: '3' }))).toEqual(['formUnknown'])
})

test('B10 R3-28: one person never holds a blinded and an unblinded role', () => {
  for (const one of allRoles)
    for (const other of allRoles) expect(mayHoldTogether([one, other])).toBe(isBlinded(one) === isBlinded(other))
})
