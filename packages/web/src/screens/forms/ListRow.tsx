import { type CompiledItem, formatEntry, type RawEntry, type RawRow, type Refusal } from '@trialwright/protocol'
import { useState } from 'react'
import type { FormRow } from '../../api/formTypes.ts'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'
import { RowCell } from './RowCell.tsx'
import { ReasonLine } from './ReasonLine.tsx'
import { sameRaw } from './raw.ts'

export function ListRow(props: {
  readonly item: CompiledItem
  readonly row: RawRow
  readonly number: number
  readonly recorded: FormRow | undefined
  readonly base: RawRow | undefined
  /** Refusals with a field `item.row.column`. */
  readonly problems: readonly Refusal[]
  readonly lacksReason: boolean
  readonly change: (row: RawRow) => void
  readonly drop: () => void
  /** It stands open now, to be typed into. */
  readonly opened: () => void
}) {
  const { t, say } = useWords()
  const [open, setOpen] = useState(false)
  const { item, row, recorded, base, number } = props
  const columns = item.columns ?? []
  const isRemoved = row.removed === true
  const wasRemoved = base?.removed === true
  const isChanged = columns.some(({ id }) => !sameRaw(row.cells[id] ?? blank, base?.cells[id] ?? blank))
  const isOpen = recorded === undefined || ((open || isChanged) && !isRemoved)
  const needsReason =
    recorded !== undefined && (isRemoved !== wasRemoved || corrects(row, base, columns) || row.reason !== undefined)
  const setRemoved = (removed: boolean) => {
    setOpen(false)
    props.change({ id: row.id, cells: base?.cells ?? row.cells, ...(removed ? { removed } : {}), reason: '' })
  }
  const undo = () => {
    setOpen(false)
    if (base) props.change(base)
  }
  const problemOf = (column: string) =>
    props.problems.find((one) => one.field?.endsWith(`${item.id}.${row.id}.${column}`))
  const own = props.problems.find((one) => one.field?.endsWith(`${item.id}.${row.id}`))
  return (
    <>
      <tr data-row={row.id} className={`${isRemoved ? 'removed' : ''} ${isOpen ? 'open' : ''}`}>
        <th scope="row" className="data">
          {number}
        </th>
        {isOpen ? (
          <td colSpan={columns.length}>
            <div className="row-fields">
              {columns.map((column) => (
                <RowCell
                  key={column.id}
                  column={column}
                  heading={false}
                  field
                  name={`${say(column.label)}, ${t('forms.row', { row: number })}`}
                  label={say(column.label)}
                  raw={row.cells[column.id] ?? blank}
                  change={(cell) => props.change({ ...row, cells: { ...row.cells, [column.id]: cell } })}
                  disabled={false}
                  problem={problemOf(column.id)}
                />
              ))}
            </div>
          </td>
        ) : (
          columns.map((column) => (
            <td key={column.id} data-label={say(column.label)}>
              {shownCell(recorded, column.id) ?? '–'}
            </td>
          ))
        )}
        <td className="row-buttons">
          {recorded === undefined ? (
            <button
              type="button"
              className="button plain compact"
              aria-label={t('forms.dropRow', { row: number })}
              onClick={props.drop}
            >
              <Icon name="cross" />
            </button>
          ) : isChanged || isRemoved !== wasRemoved ? (
            <button type="button" className="button plain compact" onClick={undo}>
              {t('forms.undoRow')}
              <span className="hidden-visually"> {number}</span>
            </button>
          ) : isRemoved ? (
            <button type="button" className="button plain compact" onClick={() => setRemoved(false)}>
              {t('forms.takeBack')}
              <span className="hidden-visually"> {number}</span>
            </button>
          ) : (
            <span className="row together">
              <button
                type="button"
                className="button plain compact"
                aria-expanded={open}
                onClick={() => {
                  setOpen(!open)
                  if (!open) props.opened()
                }}
              >
                {t('forms.changeRow')}
                <span className="hidden-visually"> {number}</span>
              </button>
              <button
                type="button"
                className="button plain compact"
                aria-label={t('forms.removeRow', { row: number })}
                onClick={() => setRemoved(true)}
              >
                <Icon name="cross" />
              </button>
            </span>
          )}
        </td>
      </tr>
      {own && (
        <tr>
          <td colSpan={columns.length + 2}>
            <span className="field problem">
              {say(own.reason)} {say(own.remedy)}
            </span>
          </td>
        </tr>
      )}
      {isRemoved && wasRemoved && recorded?.removed && (
        <tr className="removed-why">
          <td colSpan={columns.length + 2} className="small">
            {t('forms.rowRemoved')}: {recorded.removed.reason}{' '}
            <span className="quiet">({recorded.removed.by.name})</span>
          </td>
        </tr>
      )}
      {needsReason && (
        <ReasonLine
          span={columns.length + 2}
          number={number}
          kind={isRemoved === wasRemoved ? 'changed' : isRemoved ? 'removed' : 'takenBack'}
          reason={row.reason ?? ''}
          lacking={props.lacksReason}
          change={(reason) => props.change({ ...row, reason })}
        />
      )}
    </>
  )

  function shownCell(known: FormRow | undefined, column: string): string | undefined {
    const last = known?.cells.find((cell) => cell.column === column)?.history.at(-1)
    const definition = columns.find(({ id }) => id === column)
    return last && definition && say(formatEntry(definition, last.entry))
  }
}

const blank: RawEntry = { typed: '' }

/** A value already recorded is another now. */
const corrects = (row: RawRow, base: RawRow | undefined, columns: readonly CompiledItem[]): boolean =>
  columns.some(({ id }) => {
    const before = base?.cells[id]
    const wasFilled = before !== undefined && (before.absent !== undefined || (before.typed ?? '').trim() !== '')
    return wasFilled && !sameRaw(before, row.cells[id] ?? blank)
  })
