import { rowsOf, type Entry, type Row } from '@trialwright/protocol'
import { alike } from '../alike.ts'
import type { CellChange, RowChange, RowsChange } from './events.ts'

/** A repeating item after the change: rows and cells that it does not name stay as they are. */
export function withRows(before: Entry | undefined, change: Pick<RowsChange, 'rows' | 'complete'>): Entry {
  const rows = new Map((rowsOf(before)?.rows ?? []).map((row) => [row.id, row]))
  for (const { row: id, cells, removed } of change.rows) {
    const row = rows.get(id) ?? { id, cells: {} }
    const changed = Object.fromEntries(cells.map(({ column, entry }) => [column, entry]))
    const gone = removed ?? row.removed === true
    rows.set(id, { id, cells: { ...row.cells, ...changed }, ...(gone ? { removed: true as const } : {}) })
  }
  return { typed: '', value: { rows: [...rows.values()], complete: change.complete } }
}

/** The rows that differ, each with the cells that do. */
export function rowsChanged(before: Entry | undefined, after: Entry): readonly RowChange[] {
  const known = new Map((rowsOf(before)?.rows ?? []).map((row) => [row.id, row]))
  return (rowsOf(after)?.rows ?? []).flatMap((row) => {
    const was = known.get(row.id)
    const cells = cellsChanged(was, row)
    const moved = was !== undefined && (was.removed === true) !== (row.removed === true)
    if (was !== undefined && cells.length === 0 && !moved) return []
    return [{ row: row.id, cells, ...(moved ? { removed: row.removed === true } : {}) }]
  })
}

const cellsChanged = (before: Row | undefined, after: Row): readonly CellChange[] =>
  Object.entries(after.cells).flatMap(([column, entry]) => {
    const previous = before?.cells[column]
    if (previous !== undefined && alike(previous, entry, ['typed'])) return []
    return [{ column, entry, ...(previous === undefined ? {} : { previous }) }]
  })
