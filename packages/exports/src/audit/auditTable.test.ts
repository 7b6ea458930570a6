import type { AuditRow } from '@trialwright/conduct'
import { expect, test } from 'vitest'
import { auditTableHead, auditTableLines } from './auditTable.ts'

const both = (text: string) => ({ en: text, nb: text })
const row: AuditRow = {
  position: 12,
  type: 'FormRecorded',
  at: '2026-07-22T12:05:00.000Z',
  recordedAt: '2026-07-22T12:05:01.000Z',
  clientTime: '2026-07-22T14:04:58.000+02:00',
  by: { account: 'a1', name: '=Nora', role: 'nurse' },
  site: 'north',
  participant: 'NOR-001',
  place: { encounter: 'day0', form: 'body' },
  what: both('Body of 22 Jul 2026 saved'),
  changes: [
    { item: 'weight', label: both('Weight'), from: both('80 kg'), to: both('82 kg'), reason: '-wrong line' },
    { item: 'temperature', label: both('Temperature'), to: both('36.8 °C') },
  ],
}

test('EMA-06 R3-18 given an event with two values, then two lines with old, new, reason, UTC, local time and its offset', () => {
  const lines = auditTableLines({ row, patterns: ['correction'], timeZone: 'Europe/Oslo', leafHash: 'ab' }, 'en').split(
    '\r\n',
  )
  expect(lines).toHaveLength(3)
  expect(lines[0]).toBe(
    `12,2026-07-22T12:05:00.000Z,2026-07-22T14:05+02:00,2026-07-22T14:04:58.000+02:00,2026-07-22T12:05:01.000Z,a1,"'=Nora",nurse,north,NOR-001,day0,body,weight,Weight,80 kg,82 kg,"'-wrong line",FormRecorded,Body of 22 Jul 2026 saved,correction,ab`,
  )
  expect(lines[1]?.split(',')).toHaveLength(auditTableHead.split(',').length)
})

test('given an event without values, then one line as wide as the head', () => {
  const line = auditTableLines({ row: { ...row, changes: [] }, patterns: [], timeZone: 'UTC' }, 'nb')
  expect(line.split(',')).toHaveLength(auditTableHead.split(',').length)
})
