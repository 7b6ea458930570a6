import type { CompiledItem, RawEntry, Refusal, Text } from '@trialwright/protocol'
import { useId } from 'react'
import { Said } from '../../elements/Field.tsx'
import { useWords } from '../../language/useWords.tsx'
import { AbsenceMenu } from './AbsenceMenu.tsx'
import { EntryControl } from './EntryControl.tsx'

const yesNo: Readonly<Record<string, Text>> = { yes: { en: 'Yes', nb: 'Ja' }, no: { en: 'No', nb: 'Nei' } }

export function RowCell(props: {
  readonly column: CompiledItem
  readonly heading: boolean
  /** Among the fields of an open row instead of a table's cell. */
  readonly field?: boolean
  readonly name: string
  /** The column's name, for narrow screens, where each cell is a line. */
  readonly label?: string
  readonly raw: RawEntry
  readonly change: (raw: RawEntry) => void
  readonly disabled: boolean
  readonly problem: Refusal | undefined
}) {
  const { t, say } = useWords()
  const id = useId()
  const { column, raw } = props
  if (props.heading) {
    const title = column.codes?.[raw.typed ?? '']
    return <th scope="row">{title === undefined ? raw.typed : say(title)}</th>
  }
  const described = props.problem === undefined ? undefined : `${id}-problem`
  const codes = column.type === 'yesNo' ? yesNo : column.codes
  const Cell = props.field === true ? 'div' : 'td'
  return (
    <Cell data-label={props.label}>
      {codes === undefined ? (
        <span className="cell">
          <label className="hidden-visually" htmlFor={id}>
            {props.name}
          </label>
          {raw.absent === undefined && (
            <EntryControl
              item={column}
              raw={raw}
              change={props.change}
              disabled={props.disabled}
              control={{ id, 'aria-describedby': described, 'aria-invalid': props.problem ? true : undefined }}
            />
          )}
          <AbsenceMenu
            item={{ ...column, label: { en: props.name, nb: props.name } }}
            raw={raw}
            change={props.change}
            disabled={props.disabled}
            short
          />
        </span>
      ) : (
        <select
          className="control"
          aria-label={props.name}
          aria-describedby={described}
          aria-invalid={props.problem ? true : undefined}
          disabled={props.disabled}
          value={raw.absent === undefined ? (raw.typed ?? '') : `absent:${raw.absent}`}
          onChange={(event) => {
            const { value } = event.target
            props.change(value.startsWith('absent:') ? { typed: '', absent: value.slice(7) } : { typed: value })
          }}
        >
          <option value="">{t('forms.choose')}</option>
          {Object.entries(codes).map(([code, label]) => (
            <option key={code} value={code}>
              {say(label)}
            </option>
          ))}
          <option value="absent:notKnown">{t('absent.notKnown')}</option>
        </select>
      )}
      {props.problem !== undefined && (
        <span className="field">
          <Said id={id} problem={`${say(props.problem.reason)} ${say(props.problem.remedy)}`} />
        </span>
      )}
    </Cell>
  )
}
