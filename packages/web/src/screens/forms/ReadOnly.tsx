import { type CompiledItem, type Entry, formatEntry } from '@trialwright/protocol'
import { useWords } from '../../language/useWords.tsx'

/** A recorded value as it reads, for those who do not fill in the form. */
export function ReadOnly({ item, entry }: { readonly item: CompiledItem; readonly entry: Entry | undefined }) {
  const { t, say } = useWords()
  if (entry === undefined) return <span className="quiet">{t('forms.notRecorded')}</span>
  if (item.type !== 'repeat' || !('value' in entry) || typeof entry.value !== 'object' || !('rows' in entry.value))
    return <strong className="data read-only">{say(formatEntry(item, entry))}</strong>
  const { rows } = entry.value
  const columns = (item.columns ?? []).filter((column) => rows.some((row) => row.cells[column.id] !== undefined))
  if (rows.length === 0) return <strong>{say(formatEntry(item, entry))}</strong>
  return (
    <div className="scroll rows-control" role="region" aria-label={say(item.label)} tabIndex={0}>
      <table>
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
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => {
                const cell = row.cells[column.id]
                return <td key={column.id}>{cell === undefined ? dash : say(formatEntry(column, cell))}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const dash = '–'
