import { loadStudy } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { smallStudy } from '@trialwright/protocol/testing'
import { describe, expect, test } from 'vitest'
import { type EventLine, participantsIn } from '../events.ts'
import { lockedLast, queriesSettled } from './closing.ts'
import type { Invariant } from './invariant.ts'
import { attributed, codeBreaks, inWorkingHours } from './people.ts'

/* Records as they are exported, each told from the records that break the rule. */

const study = loadStudy(compileStudy(smallStudy))
const [site = ''] = study.compiled.sites.map(({ id }) => id)
const by = { name: 'Ada Eksempel', role: 'dataManager' }

const streams = (...events: readonly (Partial<EventLine> & { readonly type: string })[]): readonly EventLine[] => {
  const versions = new Map<string, number>()
  return events.map((event) => {
    const streamId = event.streamId ?? 'participant/NOR-001'
    const version = (versions.get(streamId) ?? 0) + 1
    versions.set(streamId, version)
    return { streamId, version, site, by, at: '2026-03-16T10:00:00.000Z', ...event }
  })
}
const registered = { type: 'ParticipantRegistered', code: 'NOR-001' }
const wrong = (rule: (evidence: never) => Invariant, events: readonly EventLine[]) =>
  rule({ study, events, people: participantsIn(events), ranges: [] } as never).wrong

describe('queries', () => {
  const place = { encounter: 'screening', form: 'body' }
  const opened = { type: 'QueryOpened', query: 'Q1', place, text: { en: 'Why?', nb: 'Hvorfor?' } }
  const answered = { type: 'QueryAnswered', query: 'Q1', place, text: 'So it is' }
  const closed = { type: 'QueryClosed', query: 'Q1', place }
  test.each([
    ['answered and closed', [opened, answered, closed], []],
    [
      'closed by the check that asked',
      [
        { ...opened, check: 'c' },
        { ...closed, check: 'c' },
      ],
      [],
    ],
    ['left open', [opened], ['NOR-001: Q1 is open']],
    ['answered, and left so', [opened, answered], ['NOR-001: Q1 is answered']],
    ['closed without a word from the site', [opened, closed], ['NOR-001: Q1 was closed without an answer']],
  ])('%s', (_, events, found) => expect(wrong(queriesSettled, streams(registered, ...events))).toEqual(found))
})

describe('locks', () => {
  const sites = study.compiled.sites.map(({ id }) => ({ type: 'SiteLocked', streamId: 'study', site: id }))
  const database = { type: 'DatabaseLocked', streamId: 'study', site: null }
  const open = { overridden: { reason: 'x', open: [{ line: 'openQueries', count: 2 }] } }
  test.each([
    ['sites, then the database', [registered, ...sites, database], []],
    ['no database', [registered, ...sites], ['the database is not locked', 'NOR-001 was changed after the lock']],
    ['one site left out', [registered, ...sites.slice(1), database], [`${site} is not locked`]],
    [
      'with queries open',
      [registered, ...sites, { ...database, ...open }],
      ['the database was locked with 2 openQueries'],
    ],
    [
      'a value afterwards',
      [registered, ...sites, database, { type: 'FormRecorded', at: '2026-03-17T10:00:00.000Z' }],
      ['NOR-001 was changed after the lock'],
    ],
  ])('%s', (_, events, found) => expect(wrong(lockedLast, streams(...events))).toEqual(found))
})

describe('code breaks', () => {
  const broken = { type: 'CodeBreakRecorded' }
  const sealed = { type: 'CodeBroken', streamId: 'unblinded/NOR-001', arm: 'active' }
  const allocated = { type: 'TreatmentAllocated', streamId: 'unblinded/NOR-001', arm: 'active' }
  test.each([
    ['on both sides', [broken, allocated, sealed], []],
    ['on the open side alone', [broken, allocated], ['NOR-001: the sealed act is missing']],
    ['on the sealed side alone', [allocated, sealed], ['NOR-001: the site knows of no break']],
    ['another arm told', [broken, allocated, { ...sealed, arm: 'placebo' }], ['NOR-001: another arm was told']],
    [
      'an infusion afterwards',
      [broken, { type: 'InfusionStarted' }, allocated, sealed],
      ['NOR-001 was infused after the code was broken'],
    ],
  ])('%s', (_, events, found) => expect(wrong(codeBreaks, streams(registered, ...events))).toEqual(found))
})

test.each([
  ['in the morning', '2026-03-16T05:00:00.000Z', true],
  ['before six', '2026-03-16T04:59:00.000Z', false],
  ['in the evening', '2026-03-16T18:59:00.000Z', true],
  ['at eight', '2026-03-16T19:00:00.000Z', false],
  ['on a Saturday', '2026-03-14T10:00:00.000Z', false],
  ['on Sunday by Greenwich, on Monday at the site', '2026-03-15T23:30:00.000Z', false],
])('working hours %s', (_, at, holds) => {
  expect(wrong(inWorkingHours, streams({ ...registered, at })).length === 0).toBe(holds)
})

test('a record without a person, or without a time, is found', () => {
  expect(wrong(attributed, streams(registered))).toEqual([])
  expect(wrong(attributed, streams({ ...registered, by: undefined }))).toEqual([
    'participant/NOR-001 1: ParticipantRegistered',
  ])
  expect(wrong(attributed, streams({ ...registered, at: undefined } as never))).toHaveLength(1)
})
