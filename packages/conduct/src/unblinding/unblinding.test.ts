import { describe, expect, test } from 'vitest'
import { formView } from '../forms/view.ts'
import { historyView } from '../participant/history.ts'
import { participantView } from '../participant/view.ts'
import { evolveUnblinded } from '../preparation/state.ts'
import type { Role } from '../roles.ts'
import { study } from '../testing/study.ts'
import { consented, fill, infused, newTrial, randomised, someone, type Trial } from '../testing/trial.ts'
import { decideCodeBreak, type CodeBreakCommand } from './codeBreak.ts'
import type { RecordAccidentalUnblinding, RecordUnblindedForm } from './commands.ts'
import { decideUnblindedForm } from './form.ts'
import { registerRow } from './register.ts'
import { unblindedFormView, unblindedResults } from './view.ts'

const breaks: CodeBreakCommand = { type: 'breakCode', reason: 'emergencyCare', note: 'Sepsis, antidote considered' }

const decide = (trial: Trial, command: CodeBreakCommand = breaks, context = trial.context('investigator')) =>
  decideCodeBreak(study, trial.state, command, context)

const codes = (decision: ReturnType<typeof decideCodeBreak>) =>
  decision.ok ? [] : decision.refusals.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`))

describe('an emergency code break', () => {
  test('R3-02 given a randomised participant, when the investigator breaks the code, then both streams are told, treatment stops, and no arm is in the decision', () => {
    const trial = randomised()
    const decision = decide(trial)
    expect(decision).toMatchObject({
      ok: true,
      blinded: [
        { type: 'CodeBreakRecorded', reason: 'emergencyCare', source: 'server', by: { role: 'investigator' } },
        { type: 'TreatmentStopped', rule: 'unblinded' },
      ],
      sealed: { type: 'CodeBroken', participant: 'NOR-001' },
    })
    expect(JSON.stringify(decision)).not.toMatch(/qzv|wkx|"arm"/)
  })

  test('given a study that lets treatment go on, when the code is broken, then it is recorded and nothing stops; the investigator still may', () => {
    const trial = randomised()
    const goingOn = { ...study, compiled: { ...study.compiled, codeBreak: { treatment: 'continue' as const } } }
    const decision = decideCodeBreak(goingOn, trial.state, breaks, trial.context('investigator'))
    expect(decision.ok && decision.blinded.map(({ type }) => type)).toEqual(['CodeBreakRecorded'])
    trial.does({ type: 'stopTreatment', reason: 'knows what is given' })
    expect(trial.state.treatment.stopped).toBeDefined()
  })

  test('given treatment stopped before, when the code is broken, then it is not stopped again', () => {
    const trial = randomised()
    trial.does({ type: 'stopTreatment', reason: 'wants no more' })
    const decision = decide(trial)
    expect(decision.ok && decision.blinded.map(({ type }) => type)).toEqual(['CodeBreakRecorded'])
  })

  test('R3-12 given a broken code, when another investigator breaks it too, then that is an act of its own', () => {
    const trial = randomised()
    const first = decide(trial)
    if (!first.ok) throw new Error()
    trial.events.push(...first.blinded)
    const actor = { ...someone('investigator'), account: 'second', printedName: 'Ola Second' }
    const second = decide(trial, breaks, { ...trial.context(), actor })
    if (!second.ok) throw new Error()
    trial.events.push(...second.blinded)
    expect(trial.state.unblinding.codeBreaks.map(({ by }) => by.account)).toEqual(['a-investigator', 'second'])
  })

  test.each([
    'coordinator',
    'nurse',
    'monitor',
    'unblindedPharmacist',
    'safetyOfficer',
    'randomisationOfficer',
  ] as const)('R9 given a %s, when the code is to be broken, then it is refused', (role: Role) => {
    const trial = randomised()
    expect(codes(decide(trial, breaks, trial.context(role)))).toEqual(['roleMayNot'])
  })

  test('R9 given another site, nobody randomised, no password or no reason, then it is refused', () => {
    const trial = randomised()
    expect(codes(decide(trial, breaks, trial.context('investigator', 'south')))).toEqual(['otherSite'])
    expect(codes(decide(consented()))).toEqual(['notRandomised'])
    expect(codes(decide(trial, breaks, { ...trial.context(), passwordChecked: false }))).toEqual(['passwordNotChecked'])
    expect(codes(decide(trial, { ...breaks, note: '  ' } as CodeBreakCommand))).toEqual(['textMissing note'])
    expect(codes(decide(trial, { ...breaks, note: 'x'.repeat(501) } as CodeBreakCommand))).toHaveLength(1)
  })

  test('given words that name an arm, either one, then they are refused alike', () => {
    const trial = randomised()
    for (const { title } of study.compiled.arms)
      expect(
        codes(decide(trial, { ...breaks, note: `surely on ${title.nb.toUpperCase()}` } as CodeBreakCommand)),
      ).toEqual(['armNamed note'])
  })

  test('B7 given a broken code, when pages are shown to blinded roles, then they say who, when and why', () => {
    const trial = randomised()
    const decision = decide(trial)
    if (!decision.ok) throw new Error()
    trial.events.push(...decision.blinded)
    const page = participantView(study, trial.state, trial.context('coordinator'))
    expect(page.unblinding.codeBreaks).toMatchObject([{ reason: 'emergencyCare', by: { name: 'Kari investigator' } }])
    expect(page.status).toBe('treatmentStopped')
    expect(registerRow(decision.blinded[0]!, 'NOR-001', 'north')).toMatchObject({
      kind: 'codeBreak',
      who: 'Kari investigator',
      why: 'emergencyCare',
    })
    expect(registerRow(decision.blinded[1]!, 'NOR-001', 'north')).toBeUndefined()
  })
})

describe('an envelope opened while the server was away', () => {
  const opening = {
    id: 'a'.repeat(32),
    participant: 'NOR-001',
    by: 'Dr Night',
    at: '2026-09-01T03:10:00+02:00',
    reason: 'overdose',
    note: 'Two bags given',
  } as const
  const reconciles: CodeBreakCommand = { type: 'reconcileEnvelopeOpening', opening }
  const officer = (trial: Trial) => trial.context('randomisationOfficer', null)

  test('R9 given its record, when it is reconciled, then it is a code break with its own source, once', () => {
    const trial = randomised()
    const decision = decide(trial, reconciles, officer(trial))
    expect(decision).toMatchObject({
      ok: true,
      blinded: [{ source: 'envelope', opened: { by: 'Dr Night', at: opening.at } }, { type: 'TreatmentStopped' }],
      sealed: { source: 'envelope', reason: 'overdose' },
    })
    if (!decision.ok) throw new Error()
    trial.events.push(...decision.blinded)
    expect(registerRow(decision.blinded[0]!, 'NOR-001', 'north')).toMatchObject({ kind: 'envelope', who: 'Dr Night' })
    expect(codes(decide(trial, reconciles, officer(trial)))).toEqual(['openingReconciled'])
    const other = { ...reconciles, opening: { ...opening, id: 'b'.repeat(32) } }
    expect(codes(decide(trial, other, officer(trial)))).toEqual([])
  })

  test('given the record of another participant, or another role, then it is refused', () => {
    const trial = randomised()
    const other = { ...reconciles, opening: { ...opening, participant: 'NOR-002' } }
    expect(codes(decide(trial, other, officer(trial)))).toEqual(['openingOfAnother'])
    expect(codes(decide(trial, reconciles))).toEqual(['roleMayNot'])
  })
})

describe('unblinding for a safety report', () => {
  const reports: CodeBreakCommand = { type: 'unblindForSafety', note: 'SUSAR 2026-004' }

  test('given the safety officer, then the blinded side is told nothing; given anybody else, then it is refused', () => {
    const trial = randomised()
    expect(decide(trial, reports, trial.context('safetyOfficer', null))).toMatchObject({
      ok: true,
      blinded: [],
      sealed: { type: 'SafetyUnblinded', note: 'SUSAR 2026-004' },
    })
    expect(codes(decide(trial, reports))).toEqual(['roleMayNot'])
  })
})

describe('an accidental unblinding', () => {
  const records: RecordAccidentalUnblinding = {
    type: 'recordAccidentalUnblinding',
    learner: 'siteStaff',
    who: 'nurse on duty',
    day: '2026-09-01',
    how: 'Saw the pharmacy form on the printer',
    assessment: 'Takes no part in ratings',
    actions: 'Moved to another participant',
  }

  test('R3-12 given a randomised participant, when it is recorded, then it stands on the page and in the history without the arm', () => {
    const trial = randomised()
    expect(trial.codes(records, 'coordinator')).toEqual([])
    expect(participantView(study, trial.state, trial.context()).unblinding.accidental).toMatchObject([
      { who: 'nurse on duty', learner: 'siteStaff' },
    ])
    const event = { ...trial.events.at(-1)!, position: 0, streamId: 's', version: 1, recordedAt: '' }
    expect(historyView(study, [event], 'monitor')[0]?.what.nb).toContain('Utilsiktet avblinding av nurse on duty')
  })

  test('given nobody randomised, a day to come, a blank field, an arm in the words or a role without the right, then it is refused', () => {
    expect(consented().codes(records)).toEqual(['notRandomised'])
    const trial = randomised()
    expect(trial.codes({ ...records, day: '2027-01-01' })).toEqual(['dayInFuture'])
    expect(trial.codes({ ...records, assessment: ' ' })).toEqual(['textMissing'])
    const [arm] = study.compiled.arms
    expect(trial.codes({ ...records, how: `told it was ${arm!.title.en}` })).toEqual(['armNamed'])
    expect(trial.codes(records, 'mriReader')).toEqual(['roleMayNot'])
  })
})

describe('B8 results that tell the arm', () => {
  const given = (entries: RecordUnblindedForm['entries'], change: Partial<RecordUnblindedForm> = {}) =>
    ({
      type: 'recordUnblindedForm',
      encounter: 'day0',
      form: 'levels',
      day: '2026-09-01',
      entries,
      expectedVersion: 0,
      ...change,
    }) as const
  const level = { level: { typed: '3.2', unit: 'mg/L' } }
  const ask = (trial: Trial, command: RecordUnblindedForm, role: Role = 'unblindedPharmacist') => {
    const decision = decideUnblindedForm(study, trial.state, trial.pharmacy, command, trial.context(role))
    if (decision.ok) trial.unblinded.push(decision.event)
    return decision.ok ? [] : decision.refusals.map(({ code }) => code)
  }
  const seen = (trial: Trial, form = 'levels') =>
    unblindedFormView(study, trial.state, trial.pharmacy, 'day0', form, trial.context('safetyOfficer'))

  test('given an infusion, when the pharmacist records a level, then the unblinded side reads it and the blinded side has nothing', () => {
    const trial = infused(randomised(), 'day0')
    const before = JSON.stringify(trial.events)
    expect(ask(trial, given(level))).toEqual([])
    expect(seen(trial)).toMatchObject({ version: 1, items: [{ item: 'level', entry: { value: 3.2 } }] })
    expect(JSON.stringify(trial.events)).toBe(before)
    expect(formView(study, trial.state, 'day0', 'levels', trial.context('dataManager'))).toBeUndefined()
    expect(unblindedResults(study, trial.state, trial.pharmacy)).toContainEqual(
      expect.objectContaining({ encounter: 'day0', form: 'levels', version: 1 }),
    )
  })

  test('given a value recorded, when it is corrected, then it needs the version seen and a reason', () => {
    const trial = infused(randomised(), 'day0')
    ask(trial, given(level))
    const other = { level: { typed: '4', unit: 'mg/L' } }
    expect(ask(trial, given(other))).toEqual(['formChanged'])
    expect(ask(trial, given(other, { expectedVersion: 1 }))).toEqual(['correctionNeedsReason'])
    expect(ask(trial, given(level, { expectedVersion: 1 }))).toEqual(['nothingToRecord'])
    expect(ask(trial, given(other, { expectedVersion: 1, reasons: { level: 'misread' } }))).toEqual([])
    expect(seen(trial)?.items[0]?.history).toHaveLength(2)
  })

  test('given a form that is partly open, when the pharmacist fills it in, then only the masked item is theirs', () => {
    const trial = infused(randomised(), 'day0')
    const laboratory = 'Lab A'
    const blood = (entries: RecordUnblindedForm['entries']) => given(entries, { form: 'blood', laboratory })
    expect(ask(trial, blood({ haemoglobin: { typed: '140', unit: 'g/L' } }))).toEqual(['itemNotUnblinded'])
    expect(ask(trial, blood({ drugLevel: { typed: '3', unit: 'mg/L' } }))).toEqual([])
    expect(seen(trial, 'blood')?.items.map(({ item }) => item)).toEqual(['drugLevel'])
    trial.does(fill(trial, 'day0', 'blood', { haemoglobin: '141' }))
    expect(seen(trial, 'blood')).toMatchObject({ version: 1, items: [{ entry: { value: 3 } }] })
  })

  test('given another role, an open form, an unknown encounter or a visit to come, then it is refused', () => {
    const trial = randomised()
    expect(ask(trial, given(level), 'investigator')).toEqual(['roleMayNot'])
    expect(ask(trial, given({}, { form: 'body' }))).toEqual(['formUnknown'])
    expect(ask(trial, given(level, { encounter: 'nowhere' }))).toEqual(['encounterUnknown'])
    expect(unblindedFormView(study, trial.state, trial.pharmacy, 'day0', 'body', trial.context())).toBeUndefined()
    expect(unblindedResults(study, newTrial().state, trial.pharmacy)).toEqual([])
  })

  test('given sealed acts in the stream, when the pharmacy is replayed, then they are kept apart', () => {
    const trial = randomised()
    const common = { at: 'x', by: { account: 'a', name: 'b', role: 'safetyOfficer' as const }, participant: 'NOR-001' }
    const after = evolveUnblinded(trial.pharmacy, {
      type: 'SafetyUnblinded',
      ...common,
      note: 'n',
      arm: 'qzvactive',
      pad: '',
    })
    expect(after).toMatchObject({ version: trial.pharmacy.version + 1, told: [{ type: 'SafetyUnblinded' }] })
  })
})
