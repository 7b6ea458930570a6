import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '@trialwright/test-support'
import type { ParticipantCommand } from '../participant/commands.ts'
import { type Decision, decideParticipant } from '../participant/decide.ts'
import { study } from '../testing/study.ts'
import { fill, infused, randomised, screened, type Trial } from '../testing/trial.ts'
import { walk } from '../testing/walk.ts'
import type { SignVisits } from './commands.ts'
import { recordHash } from './record.ts'
import { signaturesView } from './view.ts'

const seen = (trial: Pick<Trial, 'state'>, encounter: string) => ({
  encounter,
  seen: recordHash(study, trial.state, encounter),
})
const signs = (...visits: SignVisits['visits']): SignVisits => ({ type: 'signVisits', visits })

/** Screening and the first infusion are there in full. */
function twoVisits(): Trial {
  const trial = infused(randomised(), 'day0')
  trial.does(fill(trial, 'day0', 'blood', { haemoglobin: '141' }))
  return trial
}

const both = (trial: Trial) => [seen(trial, 'screening'), seen(trial, 'day0')] as const

const refusals = (trial: Trial, command: SignVisits) =>
  trial.ask(command).map(({ code, field }) => [code, field] as const)

const shown = (trial: Trial) =>
  new Map(
    signaturesView(study, trial.state, trial.context('coordinator')).visits.map((one) => [one.encounter, one] as const),
  )

describe('several visits signed in one act', () => {
  test('P11-15 given complete visits, then each has its own signature, with name, time and meaning', () => {
    const trial = twoVisits()
    const before = trial.events.length
    trial.does(signs(...both(trial)))
    const events = trial.events.slice(before)
    expect(events.map((event) => event.type === 'VisitSigned' && event.encounter)).toEqual(['screening', 'day0'])
    for (const encounter of ['screening', 'day0'])
      expect(shown(trial).get(encounter)).toMatchObject({
        standing: 'valid',
        signatures: [{ printedName: 'Kari investigator', at: trial.context().now, meaning: 'reviewedVisit' }],
      })
  })

  test('P11-16 EMA-13 given one of them changed afterwards, then its signature is void and the other stands', () => {
    const trial = twoVisits()
    trial.does(signs(...both(trial)))
    trial.does(fill(trial, 'day0', 'blood', { haemoglobin: '140' }))
    expect([...shown(trial).values()].slice(0, 2).map(({ standing }) => standing)).toEqual(['valid', 'void'])
  })

  test('P11-16 given one changed after it was shown, then it is named by its place and none is signed', () => {
    const trial = twoVisits()
    const command = signs(...both(trial))
    trial.does(fill(trial, 'day0', 'blood', { haemoglobin: '140' }))
    const before = trial.events.length
    expect(refusals(trial, command)).toEqual([['recordChanged', 'visits.1.seen']])
    expect(trial.events).toHaveLength(before)
  })

  test.each<readonly [string, (trial: Trial) => SignVisits, readonly (readonly [string, string | undefined])[]]>([
    ['no visit', () => signs(), [['nothingToRecord', undefined]]],
    ['a visit twice', (trial) => signs(...both(trial), seen(trial, 'screening')), [['namedTwice', 'visits.2']]],
    [
      'a visit that is to come, and one the study has not',
      (trial) => signs(seen(trial, 'day14'), seen(trial, 'screening'), seen(trial, 'nowhere')),
      [
        ['visitNotOver', 'visits.0'],
        ['encounterUnknown', 'visits.2.encounter'],
      ],
    ],
    ['each once, and complete', (trial) => signs(...both(trial)), []],
  ])('P11-10 given %s, then each refusal is at its visit', (_, command, expected) => {
    const trial = twoVisits()
    expect(refusals(trial, command(trial))).toEqual(expected)
  })

  test('P11-10 given a form that is not complete, or a visit signed already, then the visit is named', () => {
    const trial = infused(randomised(), 'day0')
    trial.does(signs(seen(trial, 'screening')))
    expect(refusals(trial, signs(...both(trial)))).toEqual([
      ['alreadySigned', 'visits.0'],
      ['formNotComplete', 'visits.1'],
    ])
  })

  test('P11-18 P11-19 given no identity check, or the components not given again, then that is said once', () => {
    const trial = twoVisits()
    const usual = trial.context
    trial.context = (...who) => ({ ...usual(...who), identityChecked: false })
    expect(refusals(trial, signs(...both(trial)))).toEqual([['identityNotChecked', undefined]])
    trial.context = (...who) => ({ ...usual(...who), passwordChecked: false })
    expect(refusals(trial, signs(...both(trial)))).toEqual([['passwordNotChecked', 'password']])
  })

  test('P11-11 R3-06 only an investigator of the site signs', () => {
    const trial = screened()
    const command = signs(seen(trial, 'screening'))
    for (const role of ['coordinator', 'nurse', 'monitor', 'dataManager', 'administrator'] as const)
      expect(trial.codes(command, role)).toEqual(['roleMayNot'])
    expect(trial.codes(command, 'investigator', 'south')).toEqual(['otherSite'])
  })
})

test('under random courses visits are signed together exactly when each may be signed alone, by the same events', () => {
  const named = fc.uniqueArray(fc.constantFrom('screening', 'day0', 'day14', 'nowhere'), { minLength: 2 })
  const answered = new Set<boolean>()
  fc.assert(
    fc.property(walk, named, (steps, encounters) => {
      const trial = twoVisits()
      for (const step of steps) step(trial)
      const visits = encounters.map((encounter) => seen(trial, encounter))
      const decide = (command: ParticipantCommand) => decideParticipant(study, trial.state, command, trial.context())
      const alone = visits.map((visit) => decide({ type: 'signVisit', ...visit }))
      const together = decide(signs(...visits))
      answered.add(together.ok)
      expect(together.ok).toBe(alone.every(({ ok }) => ok))
      if (together.ok) expect(together.events).toEqual(alone.flatMap((each) => (each.ok ? each.events : [])))
      else expect(together.refusals.map(({ code }) => code)).toEqual(alone.flatMap(codesOf))
    }),
    // Most courses leave something in the way of one of them.
    { ...runs(30), examples: [[[], ['screening', 'day0']]] },
  )
  expect(answered).toContain(true)
})

const codesOf = (decision: Decision): readonly string[] =>
  decision.ok ? [] : decision.refusals.map(({ code }) => code)
