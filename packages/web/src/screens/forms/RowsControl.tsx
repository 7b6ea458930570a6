import type { CompiledItem, RawEntry, RawRow, Refusal } from '@trialwright/protocol'
import { Icon } from '../../elements/Icon.tsx'
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

/** Rows of a repeating group as a table; rows are added freely unless a column fixes them. */
export function RowsControl({ item, raw, change, disabled, problems, labelledBy }: RowsProps) {
  const { t, say } = useWords()
  const rows = raw.rows ?? []
  const columns = item.columns ?? []
  const replace = (next: readonly RawRow[], complete = raw.complete) => change({ typed: '', rows: next, complete })
  const setCell = (id: string, column: string, cell: RawEntry) =>
    replace(rows.map((row) => (row.id === id ? { ...row, cells: { ...row.cells, [column]: cell } } : row)))
  return (
    <div className="stack tight rows-control">
      {(rows.length > 0 || item.rowFor !== undefined) && (
        <div className="scroll" role="region" aria-labelledby={labelledBy} tabIndex={0}>
          <table aria-labelledby={labelledBy}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.id} scope="col">
                    {say(column.label)}
                  </th>
                ))}
                {item.rowFor === undefined && <td />}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={row.id}>
                  {columns.map((column) => (
                    <RowCell
                      key={column.id}
                      column={column}
                      heading={column.id === item.rowFor}
                      name={`${say(column.label)}, ${index + 1}`}
                      raw={row.cells[column.id] ?? { typed: '' }}
                      change={(cell) => setCell(row.id, column.id, cell)}
                      disabled={disabled}
                      problem={problems.find((one) => one.field === `${item.id}.${row.id}.${column.id}`)}
                    />
                  ))}
                  {item.rowFor === undefined && (
                    <td>
                      <button
                        type="button"
                        className="button plain compact"
                        disabled={disabled}
                        aria-label={t('forms.removeRow', { row: index + 1 })}
                        onClick={() => replace(rows.filter((one) => one.id !== row.id))}
                      >
                        <Icon name="cross" />
                      </button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {item.rowFor === undefined && (
        <div className="row">
          <button
            type="button"
            className="button compact"
            disabled={disabled}
            onClick={() => replace([...rows, { id: nextId(rows), cells: {} }], false)}
          >
            <Icon name="plus" />
            {t('forms.addRow')}
          </button>
          <label className="choice">
            <input
              type="checkbox"
              disabled={disabled}
              checked={raw.complete === true}
              onChange={(event) => replace(rows, event.target.checked)}
            />
            {rows.length === 0 ? t('forms.noRows') : t('forms.allRows')}
          </label>
        </div>
      )}
    </div>
  )
}

const nextId = (rows: readonly RawRow[]): string =>
  `r${Math.max(0, ...rows.map((row) => Number(/^r(\d+)$/.exec(row.id)?.[1] ?? 0))) + 1}`
