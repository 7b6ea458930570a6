import type { CompiledItem, RawEntry, RawRow, Refusal } from '@trialwright/protocol'
import { useEffect, useRef, useState } from 'react'
import type { FormRow } from '../../api/formTypes.ts'
import { uuid } from '../../api/uuid.ts'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'
import { ListRow } from './ListRow.tsx'
import { rowsWithoutReason } from './raw.ts'
import type { Checked } from './useDraft.ts'

/**
 * Rows that people add: those recorded are read, until one is changed or removed with its reason; new ones stand open. A row
 * keeps its id and its number for good.
 */
export function ListControl(props: {
  readonly item: CompiledItem
  readonly checked: Checked
  /** As recorded, with who removed what and why. */
  readonly rows: readonly FormRow[]
  readonly change: (raw: RawEntry) => void
  readonly problems: readonly Refusal[]
  readonly labelledBy: string
  /** Saving was tried, so that what is missing is said. */
  readonly shown: boolean
}) {
  const { t, say } = useWords()
  const { item, checked } = props
  const rows = checked.raw.rows ?? []
  const columns = item.columns ?? []
  /** The row to go to once it stands open; a new value each time. */
  const [opened, setOpened] = useState<{ readonly row: string }>()
  const body = useRef<HTMLTableSectionElement>(null)
  const adding = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (opened)
      body.current?.querySelector<HTMLElement>(`[data-row="${opened.row}"] :is(input, select, textarea)`)?.focus()
  }, [opened])
  const replace = (next: readonly RawRow[], complete = checked.raw.complete === true) =>
    props.change({ typed: '', rows: next, complete })
  const without = new Set(props.shown ? rowsWithoutReason(checked.sent, checked.base) : [])
  const add = () => {
    const id = `r-${uuid().slice(0, 8)}`
    replace([...rows, { id, cells: {} }])
    setOpened({ row: id })
  }
  return (
    <div className="stack tight rows-control list">
      {rows.length > 0 && (
        <div className="scroll" role="region" aria-labelledby={props.labelledBy} tabIndex={0}>
          <table aria-labelledby={props.labelledBy}>
            <thead>
              <tr>
                <th scope="col">{t('forms.rowNumber')}</th>
                {columns.map((column) => (
                  <th key={column.id} scope="col">
                    {say(column.label)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody ref={body}>
              {rows.map((row, index) => (
                <ListRow
                  key={row.id}
                  item={item}
                  row={row}
                  number={index + 1}
                  recorded={props.rows.find((one) => one.row === row.id)}
                  base={checked.base.rows?.find((one) => one.id === row.id)}
                  problems={props.problems}
                  lacksReason={without.has(row.id)}
                  change={(next) => replace(rows.map((one) => (one.id === row.id ? next : one)))}
                  opened={() => setOpened({ row: row.id })}
                  drop={() => {
                    replace(rows.filter((one) => one.id !== row.id))
                    adding.current?.focus()
                  }}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="row">
        <button ref={adding} type="button" className="button compact" onClick={add}>
          <Icon name="plus" />
          {t('forms.addRow')}
        </button>
        <label className="choice">
          <input
            type="checkbox"
            checked={checked.raw.complete === true}
            onChange={(event) => replace(rows, event.target.checked)}
          />
          {rows.every((row) => row.removed) ? t('forms.noRows') : t('forms.allRows')}
        </label>
      </div>
    </div>
  )
}
