import { loadStudy } from '@trialwright/protocol'
import { describe, expect, test } from 'vitest'
import type { StudyContext } from '../context.ts'
import { study } from '../testing/study.ts'
import { approved } from '../testing/approved.ts'
import { confirmed, openState, randomised, someone } from '../testing/trial.ts'
import { inventedApprovals, missingApprovals, versionAt } from './approvals.ts'
import type { RecordApproval, StudyCommand, WithdrawApproval } from './commands.ts'
import { decideStudy } from './decide.ts'
import { evolveStudy, type StudyState } from './state.ts'
import { sitesView } from './view.ts'

const context: StudyContext = {
  now: '2026-01-02T08:00:00.000Z',
  today: '2026-01-02',
  actor: someone('administrator', null),
  language: 'en',
  mode: 'production',
}

const closed: StudyState = { ...openState, sites: {}, approvals: [] }
const ethics: RecordApproval = {
  type: 'recordApproval',
  site: 'north',
  approval: 'ethics',
  version: '1',
  reference: ' REK 2017/2450 ',
  day: '2025-12-01',
}
const withdraws: WithdrawApproval = {
  type: 'withdrawApproval',
  site: 'north',
  approval: 'ethics',
  version: '1',
  reason: 'Given for another hospital',
}

function after(state: StudyState, command: StudyCommand, of = study): StudyState {
  const decision = decideStudy(of, state, command, context)
  if (!decision.ok) throw new Error(decision.refusals.map(({ code }) => code).join())
  return decision.events.reduce(evolveStudy, state)
}

function codes(state: StudyState, command: StudyCommand, of = study): readonly string[] {
  const decision = decideStudy(of, state, command, context)
  return decision.ok ? [] : decision.refusals.map(({ code, field }) => `${code}${field ? ` ${field}` : ''}`)
}

/** The same protocol, amended. */
const amended = loadStudy({ ...study.compiled, version: '2' })

describe('R3-26 approvals of a site', () => {
  test('given none, when the site is opened, then it is refused with the names of those that are missing', () => {
    const decision = decideStudy(study, closed, { type: 'openSite', site: 'north' }, context)
    expect(decision).toMatchObject({ ok: false, refusals: [{ code: 'approvalsMissing' }] })
    const [refusal] = decision.ok ? [] : decision.refusals
    expect(refusal?.reason.en).toContain('Ethics committee and medicines authority, Hospital management')
    expect(refusal?.reason.nb).toContain('Etisk komité og legemiddelmyndighet, Sykehusets ledelse')
  })

  test('given all but one, when the site is opened, then it is refused; with the last one it opens', () => {
    const all = inventedApprovals(study.compiled, 'north', '2025-12-01')
    const [last, ...others] = all.map((one): RecordApproval => ({ type: 'recordApproval', ...one }))
    const almost = others.reduce<StudyState>((state, one) => after(state, one), closed)
    expect(codes(almost, { type: 'openSite', site: 'north' })).toEqual(['approvalsMissing'])
    expect(codes(after(almost, last!), { type: 'openSite', site: 'north' })).toEqual([])
    expect(codes(after(almost, last!), { type: 'openSite', site: 'south' })).toEqual(['approvalsMissing'])
  })

  test('an approval is kept with its reference, day, version and who recorded it', () => {
    expect(after(closed, ethics).approvals).toEqual([
      {
        site: 'north',
        approval: 'ethics',
        protocolVersion: '1',
        reference: 'REK 2017/2450',
        day: '2025-12-01',
        at: context.now,
        by: { account: 'a-administrator', name: 'Kari administrator', role: 'administrator' },
      },
    ])
  })

  test.each<[string, Partial<RecordApproval>, readonly string[]]>([
    ['as it is', {}, []],
    ['at no site of the study', { site: 'west' }, ['siteUnknown site']],
    ['of a kind that is not asked for', { approval: 'mayor' }, ['approvalUnknown approval']],
    ['of another version', { version: '2' }, ['approvalOtherVersion version']],
    ['without a reference', { reference: ' ' }, ['textMissing reference']],
    ['on a day that is none', { day: '2025-02-30' }, ['dateInvalid day']],
    ['tomorrow', { day: '2026-01-03' }, ['dayInFuture day']],
    ['today', { day: '2026-01-02' }, []],
  ])('recorded %s', (_, change, expected) => {
    expect(codes(closed, { ...ethics, ...change })).toEqual(expected)
  })

  test('is recorded once, and again after it was withdrawn with a reason', () => {
    const once = after(closed, ethics)
    expect(codes(once, ethics)).toEqual(['approvalRecorded approval'])
    expect(codes(once, { ...withdraws, reason: '' })).toEqual(['textMissing reason'])
    expect(codes(closed, withdraws)).toEqual(['approvalNotRecorded approval'])
    const gone = after(once, withdraws)
    expect(gone.approvals).toEqual([])
    expect(codes(gone, ethics)).toEqual([])
  })

  test('given an open site whose approval is withdrawn, when somebody is included, then it is refused; who is in goes on', () => {
    const trial = confirmed()
    trial.studyState = after(openState, withdraws)
    expect(trial.codes({ type: 'randomise' })).toEqual(['approvalsMissing'])
    expect(trial.codes({ type: 'registerParticipant', site: 'north', code: 'NOR-002' })).toEqual(['alreadyRegistered'])
    const included = randomised()
    included.studyState = trial.studyState
    expect(included.codes({ type: 'recordVisit', encounter: 'day0', day: included.today })).toEqual([])
  })
})

describe('R3-26 an amended protocol', () => {
  const versions = [study.compiled, amended.compiled]

  test('given a site with the approvals of the first version, then the first runs there until the second is approved too', () => {
    expect(versionAt(versions, openState, 'north')?.version).toBe('1')
    expect(missingApprovals(amended.compiled, openState, 'north').map(({ id }) => id)).toEqual([
      'ethics',
      'hospital',
      'training',
    ])
    const all = inventedApprovals(amended.compiled, 'north', '2026-01-02').map(
      (one): RecordApproval => ({ type: 'recordApproval', ...one }),
    )
    const each = all.filter(({ approval }) => approval !== 'contract')
    const soFar = each.slice(1).reduce<StudyState>((state, one) => after(state, one, amended), openState)
    expect(versionAt(versions, soFar, 'north')?.version).toBe('1')
    expect(versionAt(versions, after(soFar, each[0]!, amended), 'north')?.version).toBe('2')
  })

  test('given a site with none, then no version runs there', () => {
    expect(versionAt(versions, closed, 'north')).toBeUndefined()
    expect(versionAt(versions, openState, 'south')).toBeUndefined()
  })

  test('the page says which version runs where, and what the newest still lacks', () => {
    const state = { ...openState, approvals: approved('north') }
    const [north, south] = sitesView(amended, state, versions, '2026-01-02').sites
    expect(north).toMatchObject({ including: true, version: '1' })
    expect(north?.approvals.filter(({ recorded }) => !recorded).map(({ approval }) => approval)).toEqual([
      'ethics',
      'hospital',
      'training',
    ])
    expect(south).toMatchObject({ including: false })
    expect(south?.version).toBeUndefined()
  })
})
