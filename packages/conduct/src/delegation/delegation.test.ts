import { loadStudy } from '@trialwright/protocol'
import { describe, expect, test } from 'vitest'
import type { Mode, StaffGrants, StudyContext } from '../context.ts'
import { allRoles, type Role } from '../roles.ts'
import { type CommandType, permissions } from '../permissions.ts'
import { versionAt } from '../study/approvals.ts'
import type { StudyCommand } from '../study/commands.ts'
import { decideStudy } from '../study/decide.ts'
import { evolveStudy, type StudyState } from '../study/state.ts'
import { study } from '../testing/study.ts'
import { openState, someone } from '../testing/trial.ts'
import { emergencies } from './duties.ts'
import { gate } from './gate.ts'
import { delegationView, unexplained } from './view.ts'

const person = (role: Role, site: string | null = 'north'): StaffGrants => ({
  account: `a-${role}`,
  name: `Kari ${role}`,
  grants: [{ role, site }],
})
const people = [
  ...(['investigator', 'nurse', 'coordinator', 'unblindedPharmacist'] as const).map((role) => person(role)),
  { account: 'a-other', name: 'Ola nurse', grants: [{ role: 'nurse', site: 'south' } as const] },
]

const context = (role: Role, today = '2026-03-02'): StudyContext => ({
  now: `${today}T08:00:00.000Z`,
  today,
  actor: someone(role, ['administrator', 'monitor'].includes(role) ? null : 'north'),
  language: 'en',
  mode: 'production',
  people,
  identityChecked: true,
  passwordChecked: true,
})

const decide = (state: StudyState, command: StudyCommand, role: Role, today?: string, more: object = {}) =>
  decideStudy(study, state, command, { ...context(role, today), ...more })

function after(state: StudyState, command: StudyCommand, role: Role, today?: string, more?: object): StudyState {
  const decision = decide(state, command, role, today, more)
  if (!decision.ok) throw new Error(decision.refusals.map(({ code }) => code).join())
  return decision.events.reduce(evolveStudy, state)
}

function codes(state: StudyState, command: StudyCommand, role: Role, today?: string, more?: object) {
  const decision = decide(state, command, role, today, more)
  return decision.ok ? [] : decision.refusals.map(({ code }) => code)
}

const names = { type: 'nameInvestigator', site: 'north', person: 'a-investigator' } as const
const learns = (training: string, expires?: string, who = ['a-investigator', 'a-nurse']): StudyCommand => ({
  type: 'recordTraining',
  people: who,
  training,
  day: '2026-02-01',
  evidence: 'Certificate 7',
  ...(expires && { expires }),
})
const delegates = {
  type: 'delegateDuties',
  site: 'north',
  person: 'a-nurse',
  duties: ['infusion', 'data'],
  from: '2026-03-02',
} as const
const accepts = { type: 'acceptDelegation', site: 'north', delegation: 'north-1' } as const
const ends = {
  type: 'endDelegation',
  site: 'north',
  delegation: 'north-1',
  day: '2026-03-09',
  reason: 'moves away',
} as const

const named = after(openState, names, 'administrator')
const trained = ['gcp', 'protocol', 'system'].reduce(
  (state, training) => after(state, learns(training), 'monitor'),
  named,
)
const signed = after(trained, delegates, 'investigator')
const inForce = after(signed, accepts, 'nurse')

function barred(state: StudyState, command: CommandType, role: Role, today = '2026-03-02', mode: Mode = 'production') {
  const actor = someone(role)
  const act = { command, account: actor.account, name: actor.printedName, role, site: 'north', today }
  const { refusals, found } = gate(study.compiled, state, mode, act)
  return { refusals: refusals.map(({ code }) => code), found }
}

describe('R3-26 the delegation log', () => {
  test('given nobody who answers for the site, when somebody delegates, then it is refused', () => {
    expect(codes(openState, delegates, 'investigator')).toEqual(['notResponsible'])
  })

  test('given a coordinator, when named to answer for the site, then it is refused', () => {
    expect(codes(openState, { ...names, person: 'a-coordinator' }, 'administrator')).toEqual(['personNoInvestigator'])
    expect(codes(named, names, 'administrator')).toEqual(['investigatorAlready'])
  })

  test('given a wrong person, duty or day, when delegated, then each is named', () => {
    const wrong = { ...delegates, person: 'a-other', duties: ['cooking'], from: '2026-03-01' }
    expect(codes(named, wrong, 'investigator')).toEqual(['personNotAtSite', 'dutyUnknown', 'delegationBackwards'])
    expect(codes(named, { ...delegates, duties: [] }, 'investigator')).toEqual(['dutyUnknown'])
    expect(codes(named, { ...delegates, until: '2026-03-01' }, 'investigator')).toEqual(['spanBackwards'])
    expect(codes(named, { ...delegates, person: 'a-investigator' }, 'investigator')).toEqual(['delegatedToSelf'])
  })

  test('P11-15 given no password, when delegated, accepted or ended, then nothing is signed', () => {
    const unproven = { passwordChecked: false }
    expect(codes(named, delegates, 'investigator', undefined, unproven)).toEqual(['passwordNotChecked'])
    expect(codes(signed, accepts, 'nurse', undefined, unproven)).toEqual(['passwordNotChecked'])
    expect(codes(inForce, ends, 'investigator', undefined, unproven)).toEqual(['passwordNotChecked'])
  })

  test('given a delegation, when another accepts it, then it is refused; its person does, once', () => {
    expect(codes(signed, accepts, 'coordinator')).toEqual(['delegationOfAnother'])
    expect(codes(inForce, accepts, 'nurse')).toEqual(['delegationAccepted'])
    expect(codes(signed, { ...accepts, delegation: 'north-9' }, 'nurse')).toEqual(['delegationUnknown'])
  })

  test('given one that is ended, then it holds to the day before, and is ended once', () => {
    const ended = after(inForce, ends, 'investigator')
    expect(barred(ended, 'startInfusion', 'nurse', '2026-03-08').refusals).toEqual([])
    expect(barred(ended, 'startInfusion', 'nurse', '2026-03-09').refusals).toEqual(['notDelegated'])
    expect(codes(ended, ends, 'investigator')).toEqual(['delegationOver'])
  })
})

describe('R3-26 training', () => {
  test('given one’s own, a person unknown or a day to come, when recorded, then it is refused', () => {
    expect(codes(named, learns('gcp'), 'investigator')).toEqual(['trainingOwn'])
    expect(codes(named, learns('gcp', undefined, ['a-nobody']), 'monitor')).toEqual(['personNotAtSite'])
    expect(codes(named, learns('gcp', undefined, []), 'monitor')).toEqual(['personNotAtSite'])
    expect(codes(named, learns('gcp', undefined, ['a-other']), 'investigator')).toEqual(['personNotAtSite'])
    expect(codes(named, learns('cooking'), 'monitor')).toEqual(['trainingUnknown'])
    expect(codes(named, { ...learns('gcp'), day: '2026-03-03' } as StudyCommand, 'monitor')).toEqual(['dayInFuture'])
    expect(codes(named, learns('gcp', '2026-01-31'), 'monitor')).toEqual(['spanBackwards'])
  })

  test('given one that runs out, then its last day still counts, and the next does not', () => {
    const short = ['gcp', 'protocol', 'system'].reduce(
      (state, training) => after(state, learns(training, training === 'gcp' ? '2026-03-31' : undefined), 'monitor'),
      named,
    )
    const held = after(after(short, delegates, 'investigator'), accepts, 'nurse')
    expect(barred(held, 'recordForm', 'nurse', '2026-03-31').refusals).toEqual([])
    expect(barred(held, 'recordForm', 'nurse', '2026-04-01').refusals).toEqual(['notTrained'])
  })

  test('given one of an earlier version, or one taken back, then it does not count', () => {
    const amended = { ...study.compiled, version: '2' }
    const act = { command: 'recordForm', role: 'nurse', account: 'a-nurse', name: 'n', site: 'north' } as const
    const { refusals } = gate(amended, inForce, 'production', { ...act, today: '2026-03-02' })
    expect(refusals.map(({ reason }) => reason.en)).toEqual(['You have no training in force: The protocol.'])
    const record = inForce.delegation!.training.find(({ person: of }) => of.account === 'a-nurse')!.id
    const without = after(inForce, { type: 'withdrawTraining', record, reason: 'of another' }, 'monitor')
    expect(barred(without, 'recordForm', 'nurse').refusals).toEqual(['notTrained'])
    expect(codes(without, { type: 'withdrawTraining', record, reason: 'again' }, 'monitor')).toEqual([
      'trainingNotRecorded',
    ])
  })

  test('given somebody who answers for the site, then the approval of training is read from the records', () => {
    const versions = [study.compiled]
    expect(versionAt(versions, openState, 'north')).toBeDefined()
    expect(versionAt(versions, named, 'north')).toBeUndefined()
    expect(versionAt(versions, trained, 'north')).toBeDefined()
    const amended = loadStudy({ ...study.compiled, version: '2' }).compiled
    expect(versionAt([study.compiled, amended], trained, 'north')?.version).toBe(study.compiled.version)
    const approval = { site: 'north', approval: 'training', reference: 'r', day: '2026-03-01' } as const
    const recorded = { type: 'recordApproval', ...approval, version: study.compiled.version } as const
    expect(codes(named, recorded, 'administrator')).toEqual(['approvalComputed'])
  })
})

describe('R3-26 an act without delegation or training', () => {
  test('given production, then it is refused in words; with both, it is not', () => {
    expect(barred(openState, 'startInfusion', 'nurse').refusals).toEqual(['notDelegated', 'notTrained'])
    expect(barred(signed, 'startInfusion', 'nurse').refusals).toEqual(['notDelegated'])
    expect(barred(inForce, 'startInfusion', 'nurse')).toEqual({ refusals: [], found: [] })
    expect(barred(inForce, 'bookEncounter', 'nurse').refusals).toEqual(['notDelegated'])
    expect(barred(inForce, 'confirmEligibility', 'investigator').refusals).toEqual([])
  })

  test('given an emergency, then it is never refused, but found', () => {
    for (const command of emergencies)
      for (const role of permissions[command].filter((each) => each === 'nurse' || each === 'investigator')) {
        const { refusals, found } = barred(openState, command, role)
        expect({ command, refusals, kinds: found.map(({ document }) => document.lack.kind) }).toEqual({
          command,
          refusals: [],
          kinds: ['delegation', 'training', 'training', 'training'],
        })
      }
  })

  test('given demo or training mode, then it is found, once for each person, day and lack', () => {
    for (const mode of ['demo', 'training'] as const) {
      const { refusals, found } = barred(signed, 'startInfusion', 'nurse', '2026-03-02', mode)
      expect(refusals).toEqual([])
      expect(found.map(({ finding }) => finding)).toEqual(['north/2026-03-02/a-nurse/delegation.infusion'])
    }
  })

  test('given a role that is not of a site, then nothing is asked', () => {
    for (const role of allRoles.filter(
      (each) => !['coordinator', 'nurse', 'investigator', 'unblindedPharmacist'].includes(each),
    ))
      expect(barred(openState, 'recordForm', role)).toEqual({ refusals: [], found: [] })
  })

  test('P11-05 given what the pharmacy does, then who is blind learns nothing of it, not even that it was done', () => {
    expect(barred(openState, 'recordPreparation', 'unblindedPharmacist', '2026-03-02', 'demo').found).toEqual([])
    expect(barred(openState, 'recordPreparation', 'unblindedPharmacist').refusals).toEqual([
      'notDelegated',
      'notTrained',
    ])
  })

  test('given a study that asks for less, then a duty off its list needs no more than some delegation', () => {
    const narrow = { ...study.compiled, duties: [{ id: 'data', title: { en: 'Data', nb: 'Data' } }], training: [] }
    const act = { command: 'startInfusion', role: 'nurse', account: 'a-nurse', name: 'n', site: 'north' } as const
    expect(gate(narrow, inForce, 'production', { ...act, today: '2026-03-02' }).refusals).toEqual([])
    expect(gate(narrow, openState, 'production', { ...act, today: '2026-03-02' }).refusals).toHaveLength(1)
  })

  test('given findings, when one is explained, then it stays, and no longer stands in the way of a lock', () => {
    const { found } = barred(openState, 'startInfusion', 'nurse', '2026-03-02', 'demo')
    const findings = found.map(({ finding }) => finding)
    expect(unexplained(openState, found)).toBe(4)
    expect(unexplained(openState, found, 'south')).toBe(0)
    const explains = { type: 'explainFinding', site: 'north', finding: findings[0]!, note: 'log signed late' } as const
    const explained = after(openState, explains, 'monitor', undefined, { findings })
    expect(unexplained(explained, found)).toBe(3)
    expect(codes(explained, explains, 'monitor', undefined, { findings })).toEqual(['findingUnknown'])
    expect(codes(openState, { ...explains, site: 'south' }, 'monitor', undefined, { findings })).toEqual([
      'findingUnknown',
    ])
    const facts = { compiled: study.compiled, state: explained, people, found, today: () => '2026-03-02' }
    const [site] = delegationView(facts, 'a-nurse', ['north']).sites
    expect(site?.findings.map((one) => one.explained?.note)).toEqual([
      'log signed late',
      undefined,
      undefined,
      undefined,
    ])
  })
})

test('R3-26 given a log, when it is shown, then signatures, what lacks, and one’s own site alone', () => {
  const facts = { compiled: study.compiled, state: inForce, people, found: [], today: () => '2026-03-02' }
  const view = delegationView(facts, 'a-nurse', ['north'])
  expect(view.sites.map(({ site }) => site)).toEqual(['north'])
  expect(view.people.map(({ account }) => account)).not.toContain('a-other')
  expect(view.sites[0]?.log[0]).toMatchObject({
    name: 'Kari nurse',
    standing: 'inForce',
    signed: { printedName: 'Kari investigator', meaning: 'delegatesDuties' },
    accepted: { printedName: 'Kari nurse', meaning: 'acceptsDelegation' },
  })
  expect(view.sites[0]?.lacking.map(({ account }) => account)).toEqual(['a-coordinator', 'a-unblindedPharmacist'])
})
