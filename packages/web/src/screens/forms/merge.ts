import type { RawEntry, RawRow } from '@trialwright/protocol'
import { type Draft, emptyRaw, sameRaw } from './raw.ts'

/*
 * Two people fill in one form. When somebody else has saved meanwhile, what was typed here is laid upon what is there now:
 * what only one of them changed stands, and where both did, differently, the person here chooses between the two.
 */

/** An item or one cell of a list that both changed. */
export interface Conflict {
  readonly item: string
  readonly row?: string
  /** Absent: the row was removed by one and changed by the other. */
  readonly column?: string
  readonly before: RawEntry
  readonly theirs: RawEntry
  readonly mine: RawEntry
}

export interface Merged {
  readonly draft: Draft
  readonly conflicts: readonly Conflict[]
  /** What they changed and nobody here did; it stands as they left it. */
  readonly taken: readonly Omit<Conflict, 'mine'>[]
}

export type Recorded = Readonly<Record<string, RawEntry>>

export const conflictKey = ({ item, row, column }: Pick<Conflict, 'item' | 'row' | 'column'>): string =>
  [item, row, column].filter((part) => part !== undefined).join('.')

/** What was typed upon `before`, laid upon `now`. What was open before stays so until it is chosen. */
export function merge(before: Recorded, now: Recorded, draft: Draft, open: readonly Conflict[] = []): Merged {
  const conflicts: Conflict[] = []
  const taken: Merged['taken'][number][] = []
  const next: Record<string, RawEntry> = {}
  for (const item of new Set([...Object.keys(now), ...Object.keys(draft)])) {
    const was = before[item] ?? emptyRaw
    const theirs = now[item] ?? emptyRaw
    const mine = draft[item]
    if (theirs.rows !== undefined && mine?.rows !== undefined) {
      const list = mergeRows(item, was.rows ?? [], theirs.rows, mine.rows)
      conflicts.push(...list.conflicts)
      taken.push(...list.taken)
      next[item] = { typed: '', rows: list.rows, complete: mergedFlag(was, theirs, mine, list.taken.length > 0) }
    } else if (sameRaw(was, theirs)) {
      if (mine !== undefined) next[item] = mine
    } else if (mine === undefined || sameRaw(mine, was)) taken.push({ item, before: was, theirs })
    else if (!sameRaw(mine, theirs)) {
      next[item] = mine
      conflicts.push({ item, before: was, theirs, mine })
    }
  }
  const known = new Set(conflicts.map(conflictKey))
  const still = open.filter((one) => !known.has(conflictKey(one))).flatMap((one) => stillOpen(one, now, next))
  return { draft: next, conflicts: [...still, ...conflicts], taken }
}

/** With what stands there now; none where both say the same by now. */
function stillOpen(conflict: Conflict, now: Recorded, draft: Draft): readonly Conflict[] {
  const theirs = placeIn(now, conflict)
  const mine = placeIn(draft, conflict)
  return sameRaw(theirs, mine) ? [] : [{ ...conflict, theirs, mine }]
}

function placeIn(values: Recorded, { item, row: id, column }: Conflict): RawEntry {
  if (id === undefined) return values[item] ?? emptyRaw
  const row = values[item]?.rows?.find((each) => each.id === id)
  if (row === undefined) return emptyRaw
  return column === undefined ? asRaw(row) : (row.cells[column] ?? emptyRaw)
}

/** That a list is all there is was said of the rows seen then: rows that came since must be seen first. */
const mergedFlag = (was: RawEntry, theirs: RawEntry, mine: RawEntry, news: boolean): boolean =>
  mine.complete === (was.complete === true) || (mine.complete === true && news)
    ? theirs.complete === true
    : mine.complete === true

function mergeRows(
  item: string,
  before: readonly RawRow[],
  theirs: readonly RawRow[],
  mine: readonly RawRow[],
): { readonly rows: readonly RawRow[]; readonly conflicts: readonly Conflict[]; readonly taken: Merged['taken'] } {
  const was = new Map(before.map((row) => [row.id, row]))
  const own = new Map(mine.map((row) => [row.id, row]))
  const known = new Set(theirs.map(({ id }) => id))
  const conflicts: Conflict[] = []
  const taken: Merged['taken'][number][] = []
  const rows = theirs.map((row): RawRow => {
    const merged = mergeRow(item, was.get(row.id), row, own.get(row.id))
    conflicts.push(...merged.conflicts)
    taken.push(...merged.taken)
    return merged.row
  })
  return { rows: [...rows, ...mine.filter(({ id }) => !known.has(id))], conflicts, taken }
}

function mergeRow(item: string, before: RawRow | undefined, theirs: RawRow, mine: RawRow | undefined) {
  const conflicts: Conflict[] = []
  const taken: Merged['taken'][number][] = []
  if (mine === undefined) {
    if (before === undefined) taken.push({ item, row: theirs.id, before: emptyRaw, theirs: asRaw(theirs) })
    return { row: theirs, conflicts, taken }
  }
  const cells: Record<string, RawEntry> = {}
  for (const column of new Set([...Object.keys(theirs.cells), ...Object.keys(mine.cells)])) {
    const was = before?.cells[column] ?? emptyRaw
    const there = theirs.cells[column] ?? emptyRaw
    const here = mine.cells[column] ?? emptyRaw
    const theyDid = !sameRaw(was, there)
    const weDid = !sameRaw(was, here)
    cells[column] = weDid ? here : there
    if (theyDid && !weDid) taken.push({ item, row: theirs.id, column, before: was, theirs: there })
    if (theyDid && weDid && !sameRaw(there, here))
      conflicts.push({ item, row: theirs.id, column, before: was, theirs: there, mine: here })
  }
  const weMoved = isGone(mine) !== isGone(before)
  const theyMoved = isGone(theirs) !== isGone(before)
  const changedBy = (one: RawRow) =>
    Object.keys({ ...one.cells, ...before?.cells }).some(
      (column) => !sameRaw(one.cells[column] ?? emptyRaw, before?.cells[column] ?? emptyRaw),
    )
  if ((weMoved && changedBy(theirs)) || (theyMoved && changedBy(mine)))
    return {
      row: mine,
      conflicts: [{ item, row: theirs.id, before: asRaw(before ?? theirs), theirs: asRaw(theirs), mine: asRaw(mine) }],
      taken: [],
    }
  if (theyMoved && !weMoved)
    taken.push({ item, row: theirs.id, before: asRaw(before ?? theirs), theirs: asRaw(theirs) })
  const gone = weMoved ? isGone(mine) : isGone(theirs)
  const { removed: _, ...rest } = mine
  return { row: { ...rest, cells, ...(gone ? { removed: true } : {}) }, conflicts, taken }
}

const isGone = (row: RawRow | undefined): boolean => row?.removed === true
const asRaw = (row: RawRow): RawEntry => ({ typed: '', rows: [row] })

/** What stands in the fields once the person has chosen. */
export function resolve(draft: Draft, conflict: Conflict, choice: 'mine' | 'theirs'): Draft {
  const { item, row: id, column, theirs } = conflict
  if (choice === 'mine') return draft
  if (id === undefined) return Object.fromEntries(Object.entries(draft).filter(([each]) => each !== item))
  const list = draft[item]
  const rows = (list?.rows ?? []).map((row): RawRow => {
    if (row.id !== id) return row
    return column === undefined ? (theirs.rows?.[0] ?? row) : { ...row, cells: { ...row.cells, [column]: theirs } }
  })
  return { ...draft, [item]: { ...list, rows } }
}
