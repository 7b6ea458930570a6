import { loadStudy } from '@trialwright/protocol'
import { describe, expect, test } from 'vitest'
import type { Mode, StudyContext } from '../context.ts'
import type { Role } from '../roles.ts'
import { study } from '../testing/study.ts'
import { limits, someone } from '../testing/trial.ts'
import { inventedApprovals } from './approvals.ts'
import type { StudyCommand } from './commands.ts'
import { decideStudy } from './decide.ts'
import type { StudyEvent } from './events.ts'
import { evolveStudy, initialStudy } from './state.ts'

const context = (role: Role, mode: Mode = 'demo'): StudyContext => ({
  now: '2026-01-01T08:00:00.000Z',
  today: '2026-01-01',
  actor: someone(role, null),
  language: 'en',
  mode,
})

const seal: StudyCommand = {
  type: 'sealRandomisationList',
  commitment: 'ab'.repeat(32),
  strata: [
    { stratum: 'south', slots: 20 },
    { stratum: 'north', slots: 24 },
  ],
}
const open: StudyCommand = { type: 'openStudy' }
const openNorth: StudyCommand = { type: 'openSite', site: 'north' }

/** All that the site needs. */
const approvals: readonly StudyCommand[] = inventedApprovals(study.compiled, 'north', '2025-12-01').map((one) => ({
  type: 'recordApproval',
  ...one,
}))

const roleFor = {
  sealRandomisationList: 'randomisationOfficer',
  openStudy: 'administrator',
  openSite: 'administrator',
  recordApproval: 'administrator',
  withdrawApproval: 'administrator',
  recordLaboratoryRanges: 'dataManager',
  nameInvestigator: 'administrator',
  delegateDuties: 'investigator',
  acceptDelegation: 'nurse',
  endDelegation: 'investigator',
  recordTraining: 'monitor',
  withdrawTraining: 'monitor',
  explainFinding: 'monitor',
  lockDatabase: 'dataManager',
  recordMonitoringVisit: 'monitor',
  closeMonitoringAction: 'monitor',
  signMonitoringVisit: 'monitor',
  freezeSites: 'dataManager',
  unfreezeSites: 'dataManager',
  lockSite: 'dataManager',
  unlockSite: 'dataManager',
  proposeUnlock: 'dataManager',
  confirmUnlock: 'monitor',
  proposeUnblinding: 'statistician',
  confirmUnblinding: 'randomisationOfficer',
} as const

function asked(given: readonly StudyCommand[], command: StudyCommand, mode: Mode = 'demo', of = study) {
  const events: StudyEvent[] = []
  for (const each of given) {
    const decision = decideStudy(
      of,
      events.reduce(evolveStudy, initialStudy),
      each,
      context(roleFor[each.type], 'demo'),
    )
    if (!decision.ok) throw new Error(decision.refusals.map(({ code }) => code).join())
    events.push(...decision.events)
  }
  const decision = decideStudy(
    of,
    events.reduce(evolveStudy, initialStudy),
    command,
    context(roleFor[command.type], mode),
  )
  return decision.ok ? [] : decision.refusals.map(({ code }) => code)
}

describe('the sealed list', () => {
  test('RND-04: is known by its commitment and lengths alone', () => {
    const decision = decideStudy(study, initialStudy, seal, context('randomisationOfficer'))
    expect(decision).toMatchObject({
      ok: true,
      events: [{ type: 'RandomisationListSealed', commitment: 'ab'.repeat(32) }],
    })
    expect(JSON.stringify(decision)).not.toMatch(/qzv|wkx|block/)
  })

  test('is sealed once, whole, for exactly the study’s strata', () => {
    expect(asked([seal], seal)).toEqual(['listAlreadySealed'])
    expect(asked([], { ...seal, commitment: 'AB' })).toEqual(['commitmentInvalid'])
    expect(asked([], { ...seal, strata: [{ stratum: 'north', slots: 20 }] })).toEqual(['listIncomplete'])
    const short = [
      { stratum: 'north', slots: 20 },
      { stratum: 'south', slots: 19 },
    ]
    expect(asked([], { ...seal, strata: short })).toEqual(['listIncomplete'])
  })
})

describe('opening', () => {
  test('the study needs a sealed list, once', () => {
    expect(asked([], open)).toEqual(['listNotSealed'])
    expect(asked([seal], open)).toEqual([])
    expect(asked([seal, open], open)).toEqual(['studyAlreadyOpen'])
  })

  test.each<[Mode, readonly string[]]>([
    ['demo', []],
    ['training', ['assumptionsOpen']],
    ['production', ['assumptionsOpen']],
  ])('with an open assumption, in %s mode', (mode, codes) => {
    expect(asked([seal], open, mode)).toEqual(codes)
  })

  test('in production once every assumption is confirmed', () => {
    const confirmed = study.compiled.assumptions.map((each) => ({
      ...each,
      confirmed: { by: 'Sponsor', source: 'Protocol 3.2' },
    }))
    expect(asked([seal], open, 'production', loadStudy({ ...study.compiled, assumptions: confirmed }))).toEqual([])
  })

  test('a site, after the study, once', () => {
    expect(asked([seal], openNorth)).toEqual(['studyNotOpen'])
    expect(asked([seal, open, ...approvals], openNorth)).toEqual([])
    expect(asked([seal, open, ...approvals, openNorth], openNorth)).toEqual(['siteAlreadyOpen'])
    expect(asked([seal, open], { type: 'openSite', site: 'west' })).toEqual(['siteUnknown'])
  })

  test('P11-11: by the role for it', () => {
    expect(decideStudy(study, initialStudy, seal, context('administrator'))).toMatchObject({
      refusals: [{ code: 'roleMayNot' }],
    })
    expect(decideStudy(study, initialStudy, open, context('investigator'))).toMatchObject({
      refusals: [{ code: 'roleMayNot' }],
    })
  })
})

describe('laboratory limits', () => {
  const range = limits[0]!
  const codes = (change: Partial<typeof range>) =>
    asked([], { type: 'recordLaboratoryRanges', ranges: [{ ...range, ...change }] })

  test.each<[string, Partial<typeof range>, readonly string[]]>([
    ['as they are', {}, []],
    ['an upper limit alone', { low: undefined }, []],
    ['the other unit', { unit: 'g/dL', low: 12, high: 17 }, []],
    ['no limit', { low: undefined, high: undefined }, ['rangeLimitsInvalid']],
    ['limits in the wrong order', { low: 170, high: 120 }, ['rangeLimitsInvalid']],
    ['a unit it is not reported in', { unit: 'mmol/L' }, ['rangeUnitUnknown']],
    ['an item that is none', { item: 'glucose' }, ['rangeItemUnknown']],
    ['an item that is no laboratory result', { form: 'body', item: 'weight' }, ['rangeItemUnknown']],
    ['a day that is none', { from: '2026-02-30' }, ['dateInvalid']],
    ['days in the wrong order', { to: '2019-12-31' }, ['rangeSpanInvalid']],
    ['ages in the wrong order', { fromAge: 60, toAge: 18 }, ['rangeSpanInvalid']],
    ['no laboratory', { laboratory: ' ' }, ['textMissing']],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected)
  })

  test('none at all', () => {
    expect(asked([], { type: 'recordLaboratoryRanges', ranges: [] })).toEqual(['nothingToRecord'])
  })
})
