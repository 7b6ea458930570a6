import fc from 'fast-check'
import { loadStudy, type CompiledStudy } from '@trialwright/protocol'
import { runs } from '@trialwright/test-support'
import { describe, expect, test } from 'vitest'
import { formView } from '../forms/view.ts'
import { participantSummary } from '../participant/summary.ts'
import { placeKey } from '../place.ts'
import { study as plain } from '../testing/study.ts'
import { fill, newTrial, openState, screened, type Trial } from '../testing/trial.ts'
import { taken, walk } from '../testing/walk.ts'
import { inSample, verificationOf } from './plan.ts'
import { participantVerification, verificationPage } from './view.ts'

const plan: CompiledStudy['verification'] = {
  critical: [{ form: 'pain' }, { form: 'body', item: 'weight' }],
  sample: { share: 0.25, sites: { south: 1 } },
}
const study = loadStudy({ ...plain.compiled, verification: plan })

const versionOf = (trial: Trial, form: string, item: string) =>
  trial.state.forms[`screening/${form}`]?.values[item]?.at(-1)?.version ?? 0
const verifies = (trial: Trial, form: string, ...items: readonly string[]) =>
  ({
    type: 'verifyValues',
    encounter: 'screening',
    form,
    values: items.map((item) => ({ item, version: versionOf(trial, form, item) })),
  }) as const

const verified = (): Trial => {
  const trial = screened(newTrial('2026-09-01', study))
  trial.does(verifies(trial, 'body', 'weight'), 'monitor')
  return trial
}
const standing = (trial: Trial, item = 'weight') =>
  formView(study, trial.state, 'screening', 'body', trial.context('monitor'))?.items.find((each) => each.item === item)
    ?.verification

describe('a value verified', () => {
  test('given a value, when the monitor marks it, then the mark tells which version, by whom and when', () => {
    expect(standing(verified())).toEqual({
      version: 1,
      standing: 'verified',
      critical: true,
      at: '2026-09-01T12:00:00.000Z',
      by: 'Kari monitor',
    })
  })

  test('given a change, then the mark falls off by itself, changed back or not; another item’s stays', () => {
    const trial = verified()
    trial.does(fill(trial, 'screening', 'body', { temperature: '37.1' }))
    expect(standing(trial)?.standing).toBe('verified')
    trial.does(fill(trial, 'screening', 'body', { weight: '80' }))
    expect(standing(trial)).toMatchObject({ standing: 'changed', by: 'Kari monitor' })
    trial.does(fill(trial, 'screening', 'body', { weight: '75' }))
    expect(standing(trial)?.standing).toBe('changed')
    trial.does(verifies(trial, 'body', 'weight'), 'monitor')
    expect(standing(trial)?.standing).toBe('verified')
  })

  test('given a value changed while the monitor looked, then the mark is refused', () => {
    const trial = screened(newTrial('2026-09-01', study))
    const before = verifies(trial, 'body', 'weight')
    trial.does(fill(trial, 'screening', 'body', { weight: '80' }))
    expect(trial.codes(before, 'monitor')).toEqual(['valueChangedSince'])
  })

  test('given no value, an unknown item, a mark that stands, or what blinded people may not see, then it is refused', () => {
    const trial = verified()
    expect(trial.codes(verifies(trial, 'body', 'weight'), 'monitor')).toEqual(['alreadyVerified'])
    expect(trial.codes(verifies(trial, 'body', 'height'), 'monitor')).toEqual(['nothingToVerify'])
    expect(trial.codes(verifies(trial, 'safety', 'cancer'), 'monitor')).toEqual(['nothingToVerify'])
    expect(trial.codes(verifies(trial, 'blood', 'drugLevel'), 'monitor')).toEqual(['nothingToVerify'])
    expect(trial.codes(verifies(trial, 'body'), 'monitor')).toEqual(['nothingToRecord'])
    for (const role of ['investigator', 'dataManager', 'inspector'] as const)
      expect(trial.codes(verifies(trial, 'body', 'temperature'), role)).toEqual(['roleMayNot'])
  })

  test('given a mark made by mistake, then it is taken back with a reason', () => {
    const trial = verified()
    const back = { type: 'unverifyValues', encounter: 'screening', form: 'body', items: ['weight'] } as const
    expect(trial.codes({ ...back, reason: ' ' }, 'monitor')).toEqual(['textMissing'])
    trial.does({ ...back, reason: 'looked at another page' }, 'monitor')
    expect(standing(trial)?.standing).toBe('unverified')
    expect(trial.codes({ ...back, reason: 'again' }, 'monitor')).toEqual(['notVerified'])
  })
})

describe('the plan', () => {
  test('counts critical values for everybody, and every value with a source for the sample', () => {
    const trial = verified()
    const { verification, open } = participantSummary(study, trial.state, trial.context())
    expect(verification).toEqual({
      critical: { planned: 3, verified: 1, changed: 0 },
      whole: { planned: 9, verified: 1, changed: 0 },
    })
    expect(open).toContainEqual({ line: 'unverified', count: 2 })
  })

  test('a study without a plan has nothing to verify, and a monitor may all the same', () => {
    const trial = screened()
    expect(participantVerification(plain, trial.state, trial.context()).planned).toBe(0)
    expect(trial.codes(verifies(trial, 'body', 'weight'), 'monitor')).toEqual([])
  })

  const salted = { ...openState, opened: { ...openState.opened!, samplingSalt: '5a'.repeat(16) } }
  const noProgress = { planned: 0, verified: 0, changed: 0 }
  const codes = Array.from({ length: 2000 }, (_, index) => `NOR-${String(index + 1).padStart(4, '0')}`)

  test('given a salt, then the sample is the same whenever it is drawn, of the share asked for, and another under another salt', () => {
    const draw = (samplingSalt: string, site = 'north') => {
      const state = { ...openState, opened: { ...openState.opened!, samplingSalt } }
      return codes.filter((code) => inSample(study.compiled, state, code, site))
    }
    const drawn = draw('5a'.repeat(16))
    expect(draw('5a'.repeat(16))).toEqual(drawn)
    // 2000 draws at 0.25: five standard deviations are 97.
    expect(Math.abs(drawn.length - 500)).toBeLessThan(97)
    expect(draw('5b'.repeat(16))).not.toEqual(drawn)
    expect(draw('5a'.repeat(16), 'south')).toHaveLength(2000)
    expect(draw('5a'.repeat(16), 'north')).toEqual(drawn)
    expect(codes.filter((code) => inSample(study.compiled, openState, code, 'north'))).toEqual([])
  })

  test('the page tells site by site what is planned and done, most left first, without the salt', () => {
    const trial = verified()
    const row = participantSummary(study, trial.state, trial.context())
    const page = verificationPage(study, salted, [row, { ...row, code: 'SOU-001', site: 'south' }], undefined)
    expect(page.sites).toMatchObject([
      { site: 'north', share: 0.25 },
      { site: 'south', share: 1, planned: 9, verified: 1 },
    ])
    expect(page.participants[0]).toMatchObject({ code: 'SOU-001', sampled: true })
    expect(JSON.stringify(page)).not.toContain('5a5a')
  })

  test('given more participants than a page holds, then those with most left are on it, all are counted, and none without a plan', () => {
    const trial = verified()
    const row = participantSummary(study, trial.state, trial.context())
    const done = { planned: 9, verified: 9, changed: 0 }
    const rows = codes.slice(0, 150).map((code, index) => ({
      ...row,
      code,
      verification: index % 2 === 0 ? row.verification! : { critical: done, whole: done },
    }))
    const nothing = { ...row, code: 'NOR-9999', verification: { critical: noProgress, whole: noProgress } }
    const page = verificationPage(study, salted, [...rows, nothing], undefined)
    expect(page.found).toBe(150)
    expect(page.participants).toHaveLength(100)
    const left = page.participants.map(({ planned, verified: made }) => planned - made)
    expect(left).toEqual(left.toSorted((a, b) => b - a))
    expect(left.filter((each) => each > 0)).toHaveLength(75)
    expect(page.sites[0]!.planned).toBeGreaterThan(9 * 75)
  })
})

test('under random courses a value is verified exactly when the version there is the one compared', () => {
  const items = ['weight', 'temperature'] as const
  const step = fc.tuple(fc.constantFrom('screening', 'day0', 'day14'), fc.constantFrom(...items))
  fc.assert(
    fc.property(fc.tuple(walk, fc.array(step, { minLength: 5, maxLength: 20 })), ([steps, marks]) => {
      const compared = new Map<string, number>()
      const woven = steps.flatMap((take, index) => {
        const [encounter, item] = marks[index % marks.length]!
        const mark = (trial: Trial) => {
          const version = trial.state.forms[`${encounter}/body`]?.values[item]?.at(-1)?.version ?? 0
          const command = { type: 'verifyValues', encounter, form: 'body', values: [{ item, version }] } as const
          if (trial.ask(command, 'monitor').length === 0)
            compared.set(`${trial.state.screening.attempt} ${placeKey({ encounter, form: 'body', item })}`, version)
        }
        return [take, mark]
      })
      const { state } = taken(woven)
      for (const { encounter, form, values } of Object.values(state.forms)) {
        if (form !== 'body') continue
        for (const item of items) {
          const key = `${state.screening.attempt} ${placeKey({ encounter, form, item })}`
          const stands = verificationOf(state, encounter, form, item) === 'verified'
          expect(stands).toBe(compared.has(key) && compared.get(key) === values[item]?.at(-1)?.version)
        }
      }
    }),
    runs(40),
  )
})
