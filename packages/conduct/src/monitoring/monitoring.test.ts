import { describe, expect, test } from 'vitest'
import type { StudyContext } from '../context.ts'
import type { Role } from '../roles.ts'
import type { StudyCommand } from '../study/commands.ts'
import { decideStudy } from '../study/decide.ts'
import { evolveStudy, type StudyState } from '../study/state.ts'
import { study } from '../testing/study.ts'
import { openState, someone } from '../testing/trial.ts'
import type { RecordMonitoringVisit } from './commands.ts'
import type { Evidence } from './evidence.ts'
import { reportHash } from './record.ts'
import { monitoringReport, monitoringView } from './view.ts'

const evidence: Evidence = {
  verified: 12,
  participants: 2,
  queriesOpened: 1,
  queriesAnswered: 0,
  queriesClosed: 0,
  consents: 3,
  withdrawals: 0,
  corrections: 1,
  frozen: 0,
  deviationsJudged: 0,
  signedConsents: [{ participant: 'NOR-001', version: 'v1', day: '2026-09-01' }],
}

const context = (role: Role = 'monitor', more: Partial<StudyContext> = {}): StudyContext => ({
  now: '2026-09-10T12:00:00.000Z',
  today: '2026-09-10',
  actor: someone(role, null),
  language: 'en',
  mode: 'demo',
  passwordChecked: true,
  identityChecked: true,
  evidence,
  ...more,
})

const action = { text: 'Send the missing consent', responsible: 'Coordinator', due: '2026-09-20' }
const visit: RecordMonitoringVisit = {
  type: 'recordMonitoringVisit',
  site: 'north',
  day: '2026-09-09',
  kind: 'routine',
  people: 'Kari, coordinator',
  reviewed: 'Source of two participants, consents, drug accounts',
  auditReview: 'Corrections after verification: none unexplained',
  findings: [{ text: 'Consent copy missing', action }, { text: 'Storage in order' }],
}

const decide = (state: StudyState, command: StudyCommand, asked = context()) =>
  decideStudy(study, state, command, asked)
const codes = (...given: Parameters<typeof decide>) => {
  const decision = decide(...given)
  return decision.ok
    ? []
    : decision.refusals.map(({ code, field }) => (field === undefined ? code : `${field} ${code}`))
}
const after = (...commands: readonly StudyCommand[]): StudyState =>
  commands.reduce((state, command) => {
    const decision = decide(state, command)
    if (!decision.ok) throw new Error(decision.refusals.map(({ code }) => code).join())
    return decision.events.reduce(evolveStudy, state)
  }, openState)

const recorded = () => after(visit)
const first = (state: StudyState) => state.monitoring!['north-1']!
const signs = (state: StudyState) =>
  ({ type: 'signMonitoringVisit', visit: 'north-1', seen: reportHash(first(state), evidence) }) as const
const report = (state: StudyState, more: Partial<Evidence> = {}) =>
  monitoringReport(study, state, first(state), { ...context(), evidence: { ...evidence, ...more } })

describe('a monitoring visit', () => {
  test('given what was seen, when it is recorded, then the report reads it beside what the record tells', () => {
    expect(report(recorded())).toMatchObject({
      visit: 'north-1',
      siteTitle: { en: 'North' },
      by: 'Kari monitor',
      auditReview: visit.auditReview,
      findings: [{ number: 1, action }, { number: 2 }],
      evidence: { verified: 12 },
      standing: 'unsigned',
      toSign: [],
    })
  })

  test('EMA-12 given an audit trail that was not reviewed, then the report says nothing of it', () => {
    expect(report(after({ ...visit, auditReview: ' ' }))).not.toHaveProperty('auditReview')
  })

  test('given wrong fields, then each is named', () => {
    const wrong = {
      ...visit,
      day: '2026-09-11',
      people: ' ',
      findings: [{ text: '', action: { ...action, due: 'soon' } }],
    }
    expect(codes(openState, wrong)).toEqual([
      'day dayInFuture',
      'people textMissing',
      'findings.0.text textMissing',
      'findings.0.action.due dateInvalid',
    ])
    expect(codes(openState, { ...visit, site: 'west' })).toEqual(['site siteUnknown'])
    expect(codes(openState, { ...visit, visit: 'north-9' })).toEqual(['visit monitoringVisitUnknown'])
    expect(codes(openState, visit, context('investigator'))).toEqual(['roleMayNot'])
    expect(codes(openState, visit, context('monitor', { actor: someone('monitor', 'south') }))).toEqual(['otherSite'])
  })

  test('given a colleague’s visit, then it is neither corrected nor signed', () => {
    const colleague = context('monitor', { actor: { ...someone('monitor', null), account: 'another' } })
    expect(codes(recorded(), { ...visit, visit: 'north-1' }, colleague)).toEqual(['monitoringVisitOfAnother'])
    expect(codes(recorded(), signs(recorded()), colleague)).toEqual(['monitoringVisitOfAnother'])
  })
})

describe('P11-15 P11-16 the report’s signature', () => {
  test('stands while the report reads as it did, and is void when a word or a figure of it changes', () => {
    const signed = after(visit, signs(recorded()))
    expect(report(signed)).toMatchObject({
      standing: 'valid',
      signatures: [{ printedName: 'Kari monitor', meaning: 'reportsMonitoringVisit' }],
    })
    expect(codes(signed, signs(signed))).toEqual(['alreadySigned'])
    expect(report(signed, { verified: 13 }).standing).toBe('void')
    const corrected = after(visit, signs(recorded()), { ...visit, visit: 'north-1', people: 'Ola' })
    expect(report(corrected).standing).toBe('void')
  })

  test('given another report than the one shown, or no password, then nothing is signed', () => {
    const state = recorded()
    expect(codes(state, { ...signs(state), seen: 'ab'.repeat(32) })).toEqual(['seen recordChanged'])
    expect(codes(state, signs(state), context('monitor', { passwordChecked: false }))).toEqual([
      'password passwordNotChecked',
    ])
  })
})

describe('actions', () => {
  const close = { type: 'closeMonitoringAction', visit: 'north-1', finding: 1, note: 'sent' } as const

  test('given an action, then it waits until it is closed, late after its day; the signature stands over the closing', () => {
    const signed = after(visit, signs(recorded()))
    expect(monitoringView(study, signed, '2026-09-20', undefined).actions).toMatchObject([
      { visit: 'north-1', finding: 1, responsible: 'Coordinator', late: false },
    ])
    expect(monitoringView(study, signed, '2026-09-21', undefined).actions[0]).toMatchObject({ late: true })
    expect(monitoringView(study, signed, '2026-09-21', ['south'])).toEqual({ visits: [], actions: [] })
    const closed = after(visit, signs(recorded()), close)
    expect(monitoringView(study, closed, '2026-09-21', undefined).actions).toEqual([])
    expect(report(closed)).toMatchObject({ standing: 'valid', findings: [{ closed: { note: 'sent' } }, {}] })
  })

  test('given a finding without an action, one closed, or none, then there is nothing to close', () => {
    expect(codes(recorded(), { ...close, finding: 2 })).toEqual(['finding actionNotOpen'])
    expect(codes(after(visit, close), close)).toEqual(['finding actionNotOpen'])
    expect(codes(openState, close)).toEqual(['visit monitoringVisitUnknown'])
    expect(codes(recorded(), { ...close, note: ' ' })).toEqual(['note textMissing'])
  })
})
