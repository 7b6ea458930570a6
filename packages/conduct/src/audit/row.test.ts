import { describe, expect, test } from 'vitest'
import { study } from '../testing/study.ts'
import { auditKinds, typesOf } from './kinds.ts'
import { auditRow, type OpenEvent } from './row.ts'

const stored = (event: Record<string, unknown>): OpenEvent =>
  ({
    position: 7,
    version: 1,
    streamId: 'participant/NOR-001',
    recordedAt: '2026-03-02T09:00:01.000Z',
    at: '2026-03-02T09:00:00.000Z',
    actor: 'a1',
    role: 'nurse',
    site: 'north',
    by: { account: 'a1', name: 'Nora Nurse', role: 'nurse' },
    ...event,
  }) as unknown as OpenEvent

const crp = stored({
  type: 'FormRecorded',
  encounter: 'screening',
  form: 'blood',
  day: '2026-03-02',
  changes: [{ item: 'inflammation', entry: { typed: '4', unit: 'mg/L', value: 4 } }],
})

describe('a line of the audit trail', () => {
  test('EMA-07 given a value that is delayed, when staff of the site read it, then the line stands without the value', () => {
    const [seen] = auditRow(study, crp, 'nurse', false).changes
    expect(seen).toMatchObject({ item: 'inflammation', to: { en: 'recorded, not shown while the trial is blind' } })
    expect(JSON.stringify(auditRow(study, crp, 'nurse', false))).not.toContain('4 mg/L')
    expect(auditRow(study, crp, 'nurse', true).changes[0]?.to.en).toBe('4 mg/L')
  })

  test('R3-15 given an act on the study, then it is told in words with who did it', () => {
    const opened = stored({ type: 'SiteOpened', streamId: 'study', site: 'south' })
    expect(auditRow(study, opened, 'monitor', false)).toMatchObject({
      what: { en: 'South opened for inclusion', nb: 'Sør åpnet for inklusjon' },
      by: { name: 'Nora Nurse' },
    })
  })

  test('given an event this release has no words for, then it is named, not left out', () => {
    const row = auditRow(study, stored({ type: 'SomethingNewer', streamId: 'participant/NOR-001' }), 'monitor', false)
    expect(row).toMatchObject({ what: { en: 'SomethingNewer' }, participant: 'NOR-001', changes: [] })
  })

  test('given the database’s own event, then its clock stands where the study’s is not told, and the account without a name', () => {
    const read = stored({
      type: 'IdentityRead',
      streamId: 'vault/NOR-001',
      at: undefined,
      by: undefined,
      purpose: 'call',
    })
    expect(auditRow(study, read, 'monitor', false)).toMatchObject({
      at: '2026-03-02T09:00:01.000Z',
      by: { account: 'a1', name: '' },
      participant: 'NOR-001',
      what: { en: 'Identity read: call' },
    })
  })

  test('given every kind, then each finds events, and none stands under two', () => {
    const all = auditKinds.map(typesOf)
    expect(all.filter((types) => types.length === 0)).toEqual([])
    expect(new Set(all.flat()).size).toBe(all.flat().length)
  })
})
