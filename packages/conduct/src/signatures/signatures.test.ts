import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '@trialwright/test-support'
import { evolveParticipant, participantOf } from '../participant/state.ts'
import { study } from '../testing/study.ts'
import { consented, fill, infused, newTrial, randomised, screened, type Trial } from '../testing/trial.ts'
import { taken, walk } from '../testing/walk.ts'
import { recordHash, recordOf } from './record.ts'
import { bind, stands } from './signature.ts'
import { standingOf } from './standing.ts'
import { signaturesView } from './view.ts'

const signs = (trial: Trial, encounter = 'screening') =>
  ({ type: 'signVisit', encounter, seen: recordHash(study, trial.state, encounter) }) as const
const signsCasebook = (trial: Trial) => ({ type: 'signCasebook', seen: recordHash(study, trial.state) }) as const

const shown = (trial: Trial, encounter?: string) => {
  const view = signaturesView(study, trial.state, trial.context('coordinator'))
  return encounter === undefined ? view.casebook : view.visits.find((each) => each.encounter === encounter)!
}

const signed = (): Trial => {
  const trial = screened()
  trial.does(signs(trial))
  return trial
}

describe('a visit signed', () => {
  test('P11-15 given a complete visit, when the investigator signs, then name, time and meaning are shown', () => {
    expect(shown(signed(), 'screening')).toMatchObject({
      standing: 'valid',
      signatures: [{ printedName: 'Kari investigator', at: '2026-09-01T12:00:00.000Z', meaning: 'reviewedVisit' }],
      changed: [],
    })
  })

  test('P11-16 EMA-13 given a signature, when a value changes, then it shows void, with who changed what and why', () => {
    const trial = signed()
    trial.does(fill(trial, 'screening', 'body', { weight: '80' }), 'coordinator')
    const view = shown(trial, 'screening')
    expect(view.standing).toBe('void')
    expect(view.changed).toMatchObject([
      {
        by: { name: 'Kari coordinator', role: 'coordinator' },
        changes: [{ label: { en: 'Weight' }, from: { en: '75 kg' }, to: { en: '80 kg' }, reason: 'typed wrongly' }],
      },
    ])
  })

  test('given a value changed and changed back, then the signature stays void; signed again, the latest stands', () => {
    const trial = signed()
    trial.does(fill(trial, 'screening', 'body', { weight: '80' }), 'coordinator')
    trial.does(fill(trial, 'screening', 'body', { weight: '75' }), 'coordinator')
    expect(shown(trial, 'screening').standing).toBe('void')
    trial.does(signs(trial))
    expect(shown(trial, 'screening')).toMatchObject({ standing: 'valid', signatures: [{}, {}], changed: [] })
  })

  test('given a change elsewhere, or one that investigators may not see, then the signature stands', () => {
    const trial = randomised()
    trial.does(signs(trial))
    trial.does({ type: 'recordVisit', encounter: 'day0', day: trial.today })
    trial.does(fill(trial, 'day0', 'body', { weight: '75', temperature: '36.8' }))
    trial.does(fill(trial, 'screening', 'blood', { inflammation: '4' }), 'coordinator')
    expect(shown(trial, 'screening')).toMatchObject({ standing: 'valid', changed: [] })
    trial.does(fill(trial, 'screening', 'blood', { inflammation: '9', haemoglobin: '150' }), 'coordinator')
    const { standing, changed } = shown(trial, 'screening')
    expect(standing).toBe('void')
    expect(JSON.stringify(changed)).not.toContain('9 mg/L')
  })

  test('given the day of the visit or of a form corrected, then the signature is void', () => {
    const trial = randomised(newTrial('2026-09-02'))
    trial.does(signs(trial))
    trial.today = '2026-09-03'
    trial.does({ ...fill(trial, 'screening', 'pain', {}), day: '2026-09-03', reasons: { day: 'misread' } } as never)
    expect(shown(trial, 'screening').standing).toBe('void')
  })

  test('given an infusion that went on after signing, then its visit is void', () => {
    const trial = infused(randomised(), 'day0')
    trial.does(fill(trial, 'day0', 'blood', { haemoglobin: '141' }))
    trial.does(signs(trial, 'day0'))
    trial.does({ type: 'recordReaction', encounter: 'day0', time: '13:30', grade: 1, signs: 'itching', action: 'none' })
    expect(shown(trial, 'day0')).toMatchObject({ standing: 'void', changed: [{ what: { en: expect.any(String) } }] })
  })

  test('given a re-screening, then what was signed of the earlier screening stands no more', () => {
    const trial = screened(newTrial(), { pain: { score: '4', sleeps: 'no' } })
    trial.does({ type: 'recordScreenFailure', note: '' })
    trial.does(signs(trial))
    trial.does({ type: 'startRescreening', reason: 'worse' })
    expect(standingOf(study, trial.state, 'screening')).toBe('void')
  })
})

describe('what stands in the way of a signature', () => {
  test.each<[string, () => Trial, string, readonly string[]]>([
    ['a visit that has not taken place', consented, 'screening', ['visitNotOver']],
    ['a form that is not complete', () => screened(newTrial(), { pain: null }), 'screening', ['formNotComplete']],
    ['nothing', screened, 'screening', []],
    ['a signature that stands', signed, 'screening', ['alreadySigned']],
    ['a visit the study has not', screened, 'nowhere', ['encounterUnknown']],
  ])('P11-10 %s', (_, make, encounter, codes) => {
    const trial = make()
    expect(trial.codes(signs(trial, encounter))).toEqual(codes)
  })

  test('given a change after the page was opened, when signed, then nothing is signed unseen', () => {
    const trial = screened()
    const before = signs(trial)
    trial.does(fill(trial, 'screening', 'body', { weight: '80' }))
    expect(trial.codes(before)).toEqual(['recordChanged'])
    expect(trial.codes(signs(trial))).toEqual([])
  })

  test('P11-18 P11-19 given no identity check, or the components not given again, then nobody signs', () => {
    const trial = screened()
    const usual = trial.context
    trial.context = (...who) => ({ ...usual(...who), identityChecked: false })
    expect(trial.codes(signs(trial))).toEqual(['identityNotChecked'])
    expect(trial.codes({ type: 'confirmEligibility' })).toEqual(['identityNotChecked'])
    trial.context = (...who) => ({ ...usual(...who), passwordChecked: false })
    expect(trial.codes(signs(trial))).toEqual(['passwordNotChecked'])
    trial.context = usual
    expect(trial.codes(signs(trial))).toEqual([])
  })

  test('P11-11 R3-06 only an investigator of the site signs', () => {
    const trial = screened()
    for (const role of ['coordinator', 'nurse', 'monitor', 'dataManager', 'administrator'] as const)
      expect(trial.codes(signs(trial), role)).toEqual(['roleMayNot'])
    expect(trial.codes(signs(trial), 'investigator', 'south')).toEqual(['otherSite'])
  })
})

describe('R3-06 the casebook', () => {
  test('given a visit still to come, then it is refused; given an ended course, it is signed, and any change voids it', () => {
    const running = randomised()
    expect(running.codes(signsCasebook(running))).toContain('visitStillOpen')
    const ended = screened()
    ended.does({ type: 'withdrawConsent', scope: 'everything', reason: 'moves', day: ended.today })
    ended.does(signsCasebook(ended))
    expect(shown(ended).standing).toBe('valid')
    ended.does(fill(ended, 'screening', 'body', { weight: '80' }), 'coordinator')
    expect(shown(ended)).toMatchObject({ standing: 'void', changed: [{ by: { name: 'Kari coordinator' } }] })
  })
})

describe('P11-16 P11-20 a signature is never transferable', () => {
  const record = 'ab'.repeat(32)
  const signature = {
    account: 'a',
    printedName: 'Kari',
    at: '2026-09-01T12:00:00.000Z',
    meaning: 'reviewedVisit',
  } as const
  const bound = bind(signature, record)

  test('it stands for what was signed', () => expect(stands(bound, record)).toBe(true))

  test.each([
    ['another record', { record: 'cd'.repeat(32) }],
    ['another meaning', { meaning: 'reviewedCasebook' as const }],
    ['another person', { account: 'b' }],
    ['another name', { printedName: 'Ola' }],
    ['another time', { at: '2026-09-02T12:00:00.000Z' }],
  ])('copied to %s it does not', (_, change) => {
    const copied = { ...bound, ...change }
    expect(stands(copied, copied.record)).toBe(false)
  })

  test('copied to another participant’s equal visit it does not stand', () => {
    const [one, other] = [signed(), screened()]
    const event = one.events.find(({ type }) => type === 'VisitSigned')!
    const renamed = other.events.map((each) =>
      each.type === 'ParticipantRegistered' ? { ...each, code: 'NOR-002' } : each,
    )
    const state = evolveParticipant(participantOf(renamed), event)
    const copied = state.signatures.visits['screening']![0]!.signature
    expect(stands(copied, recordHash(study, state, 'screening'))).toBe(false)
  })
})

/** Steps of a random course, with signatures of every visit tried between them. */
const courses = walk.map((steps) => steps.flatMap((step) => [step, sign]))
const sign = (trial: Trial) => {
  for (const { id } of study.compiled.encounters) trial.ask(signs(trial, id))
  trial.ask(signsCasebook(trial))
}

test('under random courses a signature is valid exactly while nothing signed has changed', () => {
  fc.assert(
    fc.property(courses, (steps) => {
      const { events } = taken(steps)
      events.forEach((event, index) => {
        if (event.type !== 'VisitSigned' && event.type !== 'CasebookSigned') return
        const encounter = event.type === 'VisitSigned' ? event.encounter : undefined
        const at = JSON.stringify(recordOf(study, participantOf(events.slice(0, index + 1)), encounter))
        for (let until = index + 1; until <= events.length; until += 1) {
          const state = participantOf(events.slice(0, until))
          if (events.slice(index + 1, until).some(({ type }) => type === event.type)) break
          const same = JSON.stringify(recordOf(study, state, encounter)) === at
          expect(standingOf(study, state, encounter)).toBe(same ? 'valid' : 'void')
        }
      })
    }),
    runs(30),
  )
})
