import type { CompiledItem, RawEntry, RawRow, Refusal } from '@trialwright/protocol'
import { useWords } from '../../language/useWords.tsx'
import { RowCell } from './RowCell.tsx'

export interface RowsProps {
  readonly item: CompiledItem
  readonly raw: RawEntry
  readonly change: (raw: RawEntry) => void
  readonly disabled: boolean
  /** Refusals with a field `item.row.column`. */
  readonly problems: readonly Refusal[]
  readonly labelledBy: string
}

/** Rows that a column fixes, such as the twelve endplates, as a table. */
export function RowsControl({ item, raw, change, disabled, problems, labelledBy }: RowsProps) {
  const { say } = useWords()
  const rows = raw.rows ?? []
  const columns = item.columns ?? []
  const replace = (next: readonly RawRow[], complete = raw.complete) => change({ typed: '', rows: next, complete })
  const setCell = (id: string, column: string, cell: RawEntry) =>
    replace(rows.map((row) => (row.id === id ? { ...row, cells: { ...row.cells, [column]: cell } } : row)))
  /** A row that a code fixes is called as the code is. */
  const nameOf = (row: RawRow, index: number): string => {
    const heading = columns.find(({ id }) => id === item.rowFor)?.codes?.[row.cells[item.rowFor ?? '']?.typed ?? '']
    return heading === undefined ? String(index + 1) : say(heading)
  }
  return (
    <div className="stack tight rows-control list fixed">
      {rows.length > 0 && (
        <div className="scroll" role="region" aria-labelledby={labelledBy} tabIndex={0}>
          <table aria-labelledby={labelledBy}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.id} scope="col">
                    {say(column.label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={row.id} data-row={row.id}>
                  {columns.map((column) => (
                    <RowCell
                      key={column.id}
                      column={column}
                      heading={column.id === item.rowFor}
                      name={`${say(column.label)}, ${nameOf(row, index)}`}
                      label={say(column.label)}
                      raw={row.cells[column.id] ?? { typed: '' }}
                      change={(cell) => setCell(row.id, column.id, cell)}
                      disabled={disabled}
                      problem={problems.find((one) => one.field === `${item.id}.${row.id}.${column.id}`)}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
