import { Readable } from 'node:stream'
import { auditTableHead, auditTableLines, byteOrderMark } from '@trialwright/exports'
import type { Language } from '@trialwright/protocol'
import { leafHash, loadRecords } from '@trialwright/records'
import { type AuditFilter, auditLines } from './audit-trail.ts'
import { readsWholeRecords } from './casebook.ts'
import { checkpoint } from './checkpoint.ts'
import { timeZoneOf } from './http/call.ts'
import type { StudyCall } from './routes/route.ts'

const atOnce = 500

/** The trail as a table, page after page, so that memory does not grow with the study. */
export function auditTable(call: StudyCall, filter: AuditFilter, language: Language): Readable {
  const whole = readsWholeRecords(call)
  return Readable.from(lines())

  async function* lines(): AsyncGenerator<string> {
    yield byteOrderMark + auditTableHead
    let before = filter.before
    for (;;) {
      const { rows, next } = await auditLines(call, { ...filter, before }, atOnce)
      yield rows
        .map(({ row, patterns, record }) => {
          const timeZone = timeZoneOf(call.study.compiled, row.site)
          return auditTableLines({ row, patterns, timeZone, ...(whole && { leafHash: leafHash(record) }) }, language)
        })
        .join('')
      if (next === undefined) return
      before = String(next)
    }
  }
}

/**
 * Every record of the open log, a line each, in order, with the hash of its leaf; the last line is the log's checkpoint. The
 * leaves alone give the root (RFC 9162), so the file proves by itself that nothing is missing or changed. One record stays: whoever
 * had its salt could tell whose values will be verified in full; its leaf stands in its place.
 */
export async function auditRecords({ ports, study }: StudyCall): Promise<Readable> {
  const head = await checkpoint(ports, study.id)
  return Readable.from(lines())

  async function* lines(): AsyncGenerator<string> {
    for (let after = -1; after < head.size - 1; ) {
      const limit = Math.min(atOnce, head.size - 1 - after)
      const page = await loadRecords(ports.pools.blinded, study.id, { after, limit })
      if (page.length === 0) throw new Error('the log is shorter than its head says')
      yield page
        .map(({ position, record }) => ({ position, leafHash: leafHash(record), ...shown(record) }))
        .map((line) => `${JSON.stringify(line)}\n`)
        .join('')
      after = page.at(-1)?.position ?? head.size
    }
    yield `${JSON.stringify({ checkpoint: { study: study.id, ...head } })}\n`
  }
}

const salted = '"samplingSalt":'

const shown = (record: string) => (record.includes(salted) ? { withheld: 'StudyOpened' } : { record })
