import { refused, type Refusal, type Result } from '@trialwright/protocol'
import type { StratumList } from '../list.ts'
import { checkOf, endCheckOf, fileMark, fileVersion, heading, namePattern } from './file.ts'
import { checkLists } from './checkLists.ts'
import { refuseFile } from './refusals.ts'

/** What the file is held against. */
export interface ExpectedList {
  readonly study: string
  /** All strata of the study, in its order. */
  readonly strata: readonly string[]
  readonly arms: readonly string[]
  readonly slotsPerStratum: number
  /** Shared with the maker, 32 bytes or more. */
  readonly key: Uint8Array
}

/**
 * Reads a list made elsewhere, or says everything for which it is refused. Nothing is mended and nothing is guessed: a file
 * passes only byte for byte as its maker wrote it (`file.ts`), and only if it is this study's.
 */
export function readListFile(bytes: Uint8Array, expected: ExpectedList): Result<readonly StratumList[]> {
  if (bytes.some((byte) => byte > 126 || (byte < 32 && byte !== 10 && byte !== 13)))
    return refused(refuseFile('notText'))
  const text = new TextDecoder('ascii').decode(bytes)
  if (text.includes('\r') || !text.endsWith('\n')) return refused(refuseFile('lineEnds'))
  const lines = text.slice(0, -1).split('\n')
  const rows = lines.slice(2, -1)
  const heading = headingRefusals(lines, expected)
  if (heading.length > 0) return refused(...heading)
  const { lists, refusals } = readRows(rows, expected)
  const all = [...endRefusals(text, lines, rows.length, expected), ...refusals]
  if (all.length > 0) return refused(...all)
  const doubts = checkLists(lists, expected)
  return doubts.length > 0 ? refused(...doubts) : { ok: true, value: lists }
}

/** Is it a list at all, and this study's? Else its rows say nothing. */
function headingRefusals(lines: readonly string[], { study }: ExpectedList): readonly Refusal[] {
  const [mark, version, of, , ...more] = lines[0]!.split(',')
  if (mark !== fileMark || version !== fileVersion || more.length > 0) return [refuseFile('notAList', 1)]
  if (lines[1] !== heading) return [refuseFile('notAList', 2)]
  return of === study ? [] : [refuseFile('otherStudy', 1)]
}

/** The last line, and its check over the whole file. */
function endRefusals(
  text: string,
  lines: readonly string[],
  count: number,
  { study, key }: ExpectedList,
): readonly Refusal[] {
  const rows = lines[0]!.split(',')[3]
  const last = lines.at(-1)!
  const [end, ended, nothing, check, ...beyond] = last.split(',')
  if (end !== 'end' || nothing !== '' || beyond.length > 0) return [refuseFile('noEnd', lines.length)]
  if (rows !== String(count) || ended !== String(count)) return [refuseFile('rowCount', lines.length)]
  const before = text.slice(0, -(last.length + 1))
  return check === endCheckOf(key, study, count, before) ? [] : [refuseFile('endCheck', lines.length)]
}

interface Row {
  readonly stratum: string
  readonly slot: number
  readonly arm: string
}

/** All rows, each told where it stands; after a gap the count goes on from the row that broke it, so one gap is told once. */
function readRows(rows: readonly string[], expected: ExpectedList) {
  const lists: { stratum: string; arms: string[]; blocks: [] }[] = []
  const refusals: Refusal[] = []
  let next = 1
  for (const [index, row] of rows.entries()) {
    const read = readRow(row, index + 3, expected)
    if ('code' in read) {
      refusals.push(read)
      next += 1
      continue
    }
    const { stratum, slot, arm } = read
    if (stratum !== lists.at(-1)?.stratum) {
      if (stratum !== expected.strata[lists.length]) refusals.push(refuseFile('stratumOrder', index + 3))
      lists.push({ stratum, arms: [], blocks: [] })
      next = 1
    }
    if (slot !== next) refusals.push(refuseFile('slotOrder', index + 3))
    lists.at(-1)!.arms.push(arm)
    next = slot + 1
  }
  return { lists, refusals }
}

/** A row by itself: its form, its names, and its check, which fits one place alone. */
function readRow(row: string, line: number, { study, strata, arms, key }: ExpectedList): Row | Refusal {
  const [stratum = '', written = '', arm = '', check = '', ...more] = row.split(',')
  const slot = Number(written)
  if (more.length > 0 || !namePattern.test(stratum) || !namePattern.test(arm) || !/^[1-9]\d{0,6}$/.test(written))
    return refuseFile('rowShape', line)
  if (!strata.includes(stratum)) return refuseFile('stratumUnknown', line)
  if (!arms.includes(arm)) return refuseFile('armUnknown', line)
  return check === checkOf(key, study, stratum, slot, arm) ? { stratum, slot, arm } : refuseFile('rowCheck', line)
}
