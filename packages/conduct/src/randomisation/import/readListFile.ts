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

/** At most so many refusals are told; the first ones say what is wrong. */
const most = 10

/**
 * Reads a list made elsewhere, or says why it is refused. Nothing is mended and nothing is guessed: a file passes only byte
 * for byte as its maker wrote it (`file.ts`), and only if it is this study's.
 */
export function readListFile(bytes: Uint8Array, expected: ExpectedList): Result<readonly StratumList[]> {
  if (bytes.some((byte) => byte > 126 || (byte < 32 && byte !== 10 && byte !== 13)))
    return refused(refuseFile('notText'))
  const text = new TextDecoder('ascii').decode(bytes)
  if (text.includes('\r') || !text.endsWith('\n')) return refused(refuseFile('lineEnds'))
  const lines = text.slice(0, -1).split('\n')
  const rows = lines.slice(2, -1)
  const framing = frameRefusals(text, lines, rows.length, expected)
  if (framing.length > 0) return refused(...framing)
  const lists: { stratum: string; arms: string[]; blocks: [] }[] = []
  const refusals: Refusal[] = []
  for (const [index, row] of rows.entries()) {
    const read = readRow(row, index + 3, lists, expected)
    if ('code' in read) refusals.push(read)
    else if (read.slot === 1) lists.push({ stratum: read.stratum, arms: [read.arm], blocks: [] })
    else lists.at(-1)?.arms.push(read.arm)
    // After a gap every further row would be out of order too.
    if (refusals.length >= most || inDisorder(refusals.at(-1))) break
  }
  if (refusals.length > 0) return refused(...refusals)
  const doubts = checkLists(lists, expected)
  return doubts.length > 0 ? refused(...doubts) : { ok: true, value: lists }
}

const inDisorder = (refusal: Refusal | undefined): boolean =>
  refusal?.code === 'stratumOrder' || refusal?.code === 'slotOrder'

/** The lines around the rows, and the check over all of them. */
function frameRefusals(
  text: string,
  lines: readonly string[],
  count: number,
  { study, key }: ExpectedList,
): readonly Refusal[] {
  const [mark, version, of, rows, ...more] = lines[0]!.split(',')
  if (mark !== fileMark || version !== fileVersion || more.length > 0) return [refuseFile('notAList', 1)]
  if (lines[1] !== heading) return [refuseFile('notAList', 2)]
  if (of !== study) return [refuseFile('otherStudy', 1)]
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

function readRow(
  row: string,
  line: number,
  lists: readonly { readonly stratum: string; readonly arms: readonly string[] }[],
  { study, strata, arms, key }: ExpectedList,
): Row | Refusal {
  const [stratum = '', written = '', arm = '', check = '', ...more] = row.split(',')
  const slot = Number(written)
  if (more.length > 0 || !namePattern.test(stratum) || !namePattern.test(arm) || !/^[1-9]\d{0,6}$/.test(written))
    return refuseFile('rowShape', line)
  if (!strata.includes(stratum)) return refuseFile('stratumUnknown', line)
  if (!arms.includes(arm)) return refuseFile('armUnknown', line)
  if (check !== checkOf(key, study, stratum, slot, arm)) return refuseFile('rowCheck', line)
  const present = lists.at(-1)
  if (stratum !== present?.stratum && stratum !== strata[lists.length]) return refuseFile('stratumOrder', line)
  const next = stratum === present?.stratum ? present.arms.length + 1 : 1
  if (slot !== next) return refuseFile('slotOrder', line)
  return { stratum, slot, arm }
}
