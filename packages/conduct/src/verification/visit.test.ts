import fc from 'fast-check'
import { loadStudy } from '@trialwright/protocol'
import { runs } from '@trialwright/test-support'
import { describe, expect, test } from 'vitest'
import { formView } from '../forms/view.ts'
import type { Role } from '../roles.ts'
import { study as plain } from '../testing/study.ts'
import { fill, newTrial, openState, screened, type Trial } from '../testing/trial.ts'
import type { Compared, VerifyForms } from './commands.ts'
import { visitVerification } from './visit.ts'

const study = loadStudy({
  ...plain.compiled,
  verification: {
    critical: [{ form: 'pain' }, { form: 'body', item: 'weight' }],
    sample: { share: 0, sites: { south: 1 } },
  },
})

const trialOf = (): Trial => screened(newTrial('2026-09-01', study))
const pageOf = (trial: Trial, role: Role = 'monitor', encounter = 'screening') =>
  visitVerification(study, trial.state, encounter, trial.context(role))
const comparable = (trial: Trial): readonly Compared[] =>
  (pageOf(trial)?.forms ?? []).map(({ form, values }) => ({
    encounter: 'screening',
    form,
    values: values.map(({ item, verification: { version } }) => ({ item, version })),
  }))
const verifies = (...forms: readonly Compared[]): VerifyForms => ({ type: 'verifyForms', forms })
const body = (item: string, version = 1): Compared => ({
  encounter: 'screening',
  form: 'body',
  values: [{ item, version }],
})
const pain: Compared = { encounter: 'screening', form: 'pain', values: [{ item: 'score', version: 1 }] }
const refusals = (trial: Trial, command: VerifyForms, role: Role = 'monitor') =>
  trial.ask(command, role).map(({ code, field }) => [code, field])

describe('several forms verified at once', () => {
  test('given a whole visit compared, when it is marked in one act, then each form has its event and nothing is left', () => {
    const trial = trialOf()
    const before = trial.events.length
    trial.does(verifies(...comparable(trial)), 'monitor')
    const events = trial.events.slice(before)
    expect(events.map((event) => event.type === 'ValuesVerified' && event.form)).toEqual(
      comparable(trial).map(({ form }) => form),
    )
    const page = pageOf(trial)
    expect(page).toMatchObject({ planned: 3, verified: 3, changed: 0 })
    expect(
      page?.forms.flatMap(({ values }) => values.filter(({ verification }) => verification.standing !== 'verified')),
    ).toEqual([])
  })

  test('given one value changed meanwhile, then it is named by its place and nothing at all is marked', () => {
    const trial = trialOf()
    const forms = comparable(trial)
    trial.does(fill(trial, 'screening', 'body', { temperature: '37.1' }))
    const place = forms.findIndex(({ form }) => form === 'body')
    const before = trial.events.length
    expect(refusals(trial, verifies(...forms))).toEqual([['valueChangedSince', `forms.${place}.values.1`]])
    expect(trial.events).toHaveLength(before)
  })

  test.each<readonly [string, VerifyForms, readonly (readonly [string, string | undefined])[]]>([
    ['no form', verifies(), [['nothingToRecord', undefined]]],
    ['a form without values', verifies(pain, { ...body('weight'), values: [] }), [['nothingToRecord', 'forms.1']]],
    ['a form twice', verifies(body('weight'), pain, body('temperature')), [['namedTwice', 'forms.2']]],
    [
      'a value twice',
      verifies({ ...pain, values: [...pain.values, ...pain.values] }),
      [['namedTwice', 'forms.0.values.1']],
    ],
    [
      'a form nobody filled in',
      verifies({ ...body('weight'), encounter: 'day14' }),
      [['nothingToVerify', 'forms.0.values.0']],
    ],
    [
      'a form there is none of',
      verifies(pain, { ...body('weight'), form: 'x' }),
      [['nothingToVerify', 'forms.1.values.0']],
    ],
    ['a word of the language', verifies(body('constructor')), [['nothingToVerify', 'forms.0.values.0']]],
    [
      'what blinded people may not see',
      verifies({ encounter: 'screening', form: 'blood', values: [{ item: 'drugLevel', version: 1 }] }),
      [['nothingToVerify', 'forms.0.values.0']],
    ],
  ])('given %s, then it is refused at its place', (_, command, expected) => {
    expect(refusals(trialOf(), command)).toEqual(expected)
  })

  test('given a form verified before, or a role that does not verify, then it is refused', () => {
    const trial = trialOf()
    for (const role of ['investigator', 'dataManager', 'inspector', 'mriReader'] as const)
      expect(refusals(trial, verifies(pain), role)).toEqual([['roleMayNot', undefined]])
    trial.does(verifies(pain), 'monitor')
    expect(refusals(trial, verifies(body('weight'), pain))).toEqual([['alreadyVerified', 'forms.1.values.0']])
    const back = { type: 'unverifyValues', encounter: 'screening', form: 'pain', reason: 'x' } as const
    expect(trial.codes({ ...back, items: ['constructor'] }, 'monitor')).toEqual(['notVerified'])
  })

  test('given any choice of values, then one act for the visit leaves what one act a form leaves', () => {
    const all = comparable(trialOf())
    const chosen = fc
      .tuple(...all.map(({ values }) => fc.subarray([...values])))
      .map((picks) => picks.flatMap((values, index) => (values.length > 0 ? [{ ...all[index]!, values }] : [])))
      .filter((forms) => forms.length > 0)
    fc.assert(
      fc.property(chosen, (forms) => {
        const [atOnce, oneByOne] = [trialOf(), trialOf()]
        atOnce.does(verifies(...forms), 'monitor')
        for (const form of forms) oneByOne.does({ type: 'verifyValues', ...form }, 'monitor')
        expect(atOnce.state).toEqual(oneByOne.state)
      }),
      runs(15),
    )
  })
})

describe('a visit beside its source', () => {
  test('holds the forms in the order of the visit, values as typed, and marks what the plan asks for', () => {
    const trial = trialOf()
    const page = pageOf(trial)
    expect(page?.forms.map(({ form }) => form)).toEqual(['person', 'pain', 'judgement', 'blood', 'body', 'scan'])
    const { values } = page?.forms.find(({ form }) => form === 'body') ?? {}
    expect(values).toMatchObject([
      { item: 'weight', planned: true, entry: { typed: '75' }, verification: { version: 1, standing: 'unverified' } },
      { item: 'temperature', planned: false },
    ])
  })

  test('given a participant of the sample, then everything with a source is planned', () => {
    const trial = trialOf()
    const opened = { ...openState.opened!, samplingSalt: '5a'.repeat(16) }
    const { consent } = trial.state
    const south = { ...trial.state, consent: { ...consent, site: 'south' } }
    const context = { ...trial.context('monitor'), studyState: { ...openState, opened } }
    const page = visitVerification(study, south, 'screening', context)
    const planned = page?.forms.flatMap(({ form, values }) => values.map((value) => [form, value.planned] as const))
    expect(page?.sampled).toBe(true)
    expect(planned?.filter(([, is]) => !is).map(([form]) => form)).toEqual(['scan'])
  })

  test('given nothing recorded, then it is empty; given no such encounter, then there is none', () => {
    expect(pageOf(trialOf(), 'monitor', 'day14')).toMatchObject({ forms: [], planned: 0 })
    expect(pageOf(trialOf(), 'monitor', 'nowhere')).toBeUndefined()
  })

  test('B1 shows each role no value that its single form does not show, the delayed and the sealed ones too', () => {
    const trial = trialOf()
    trial.does(fill(trial, 'screening', 'blood', { inflammation: '4' }))
    const roles = ['monitor', 'dataManager', 'inspector', 'nurse', 'mriReader'] as const
    const shown = roles.map((role) => {
      const whole = pageOf(trial, role)?.forms ?? []
      const items = whole.flatMap(({ form, values }) => values.map(({ item }) => `${form}.${item}`))
      const single = study.encounter('screening').forms.flatMap((form) => {
        const view = formView(study, trial.state, 'screening', form, trial.context(role))
        return (view?.items ?? []).filter(({ entry }) => entry !== undefined).map(({ item }) => `${form}.${item}`)
      })
      expect(items).toEqual(single)
      return items
    })
    expect(shown.map((items) => items.includes('blood.inflammation'))).toEqual([true, true, true, false, false])
    expect(shown.at(-1)).toEqual(['scan.day'])
  })
})
