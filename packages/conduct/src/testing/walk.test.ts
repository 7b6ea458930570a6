import { dayNumber } from '@trialwright/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { participantOf } from '../participant/state.ts'
import { study } from './study.ts'
import { taken, walk } from './walk.ts'
import { factsOf } from '../participant/facts.ts'

const runs = { seed: 20_260_901, numRuns: process.env.TRIALWRIGHT_EFFORT === 'nightly' ? 5000 : 400 }

test('P11-10: no walk reaches an infusion without consent, eligibility, randomisation, preparation and the least interval', () => {
  let infusions = 0
  fc.assert(
    fc.property(walk, (steps) => {
      const { events, unblinded } = taken(steps)
      events.forEach((event, index) => {
        if (event.type !== 'InfusionStarted') return
        infusions += 1
        const before = events.slice(0, index)
        const has = (type: string) => before.some((each) => each.type === type)
        expect(has('ConsentGiven') && !has('ConsentWithdrawn')).toBe(true)
        expect(before.findLastIndex(({ type }) => type === 'EligibilityConfirmed')).toBeGreaterThan(
          before.findLastIndex(({ type }) => type === 'RescreeningStarted'),
        )
        expect(before.filter(({ type }) => type === 'ParticipantRandomised').length).toBe(1)
        expect(has('TreatmentStopped')).toBe(false)
        expect(before.findLastIndex(({ type }) => type === 'TreatmentHeld')).toBeLessThanOrEqual(
          before.findLastIndex(({ type }) => type === 'HoldReleased'),
        )
        const prepared = unblinded.some(
          (each) =>
            each.type === 'PreparationHandedOver' && each.label === event.label && each.encounter === event.encounter,
        )
        expect(prepared).toBe(true)
        const earlier = before.flatMap((each) => (each.type === 'InfusionStarted' ? [each] : []))
        expect(earlier.map(({ encounter }) => encounter)).not.toContain(event.encounter)
        for (const { day } of earlier) expect(dayNumber(event.day) - dayNumber(day)).toBeGreaterThanOrEqual(11)
        const record = study.record(factsOf(participantOf(before), event.day, [], event.encounter))
        expect(study.rules('holds', record).map(({ answer }) => answer)).toEqual(['no'])
      })
    }),
    runs,
  )
  // A law about infusions says nothing if there are none.
  expect(infusions).toBeGreaterThan(runs.numRuns / 4)
})

test('P11-10: nobody is randomised unless every criterion is met on the day', () => {
  let randomised = 0
  fc.assert(
    fc.property(walk, (steps) => {
      const { events, ranges } = taken(steps)
      events.forEach((event, index) => {
        if (event.type !== 'ParticipantRandomised') return
        randomised += 1
        const record = study.record(factsOf(participantOf(events.slice(0, index)), event.day, ranges))
        expect(study.verdict(record)).toBe('eligible')
        expect(study.rules('requirements', record).every(({ answer }) => answer === 'yes')).toBe(true)
      })
    }),
    runs,
  )
  expect(randomised).toBeGreaterThan(runs.numRuns / 4)
})

test('replaying the stored events gives the same state', () => {
  fc.assert(
    fc.property(walk, (steps) => {
      const { events, state } = taken(steps)
      expect(participantOf(JSON.parse(JSON.stringify(events)))).toEqual(state)
    }),
    { ...runs, numRuns: 100 },
  )
})
