import type { AuditRow } from '@trialwright/conduct'
import { type Language, instantOf, localTime, offsetAt } from '@trialwright/protocol'
import { csvLine } from '../csv.ts'

/** A line of the trail as it goes out, with what surrounds it. */
export interface TrailLine {
  readonly row: AuditRow
  readonly patterns: readonly string[]
  readonly timeZone: string
  /** Absent for a reader from whom part of the record is kept: from a hash a short value could be guessed. */
  readonly leafHash?: string
}

const head = [
  'position',
  'at_utc',
  'at_local',
  'entered_on_device',
  'stored_utc',
  'account',
  'person',
  'role',
  'site',
  'participant',
  'encounter',
  'form',
  'item',
  'label',
  'old',
  'new',
  'reason',
  'event',
  'what',
  'patterns',
  'leaf_hash',
]

export const auditTableHead = csvLine(head)

/** A line for each value the event changed; one line for an event that changed none. */
export function auditTableLines({ row, patterns, timeZone, leafHash }: TrailLine, language: Language): string {
  const about = [
    row.position,
    row.at,
    local(row.at, timeZone),
    row.clientTime,
    row.recordedAt,
    row.by.account,
    row.by.name,
    row.by.role,
    row.site,
    row.participant,
    row.place?.encounter,
    row.place?.form,
  ]
  const rest = [row.type, row.what[language], patterns.join(' '), leafHash]
  if (row.changes.length === 0) return csvLine([...about, row.place?.item, '', '', '', '', ...rest])
  return row.changes
    .map(({ item, label, from, to, reason }) =>
      csvLine([...about, item, label[language], from?.[language], to[language], reason, ...rest]),
    )
    .join('')
}

/** Local day and time with its offset, `2026-11-22T14:05+01:00`. */
function local(at: string, timeZone: string): string {
  const instant = instantOf(at)
  if (instant === undefined) return ''
  return localTime(instant, timeZone) + offsetAt(at, timeZone)
}
