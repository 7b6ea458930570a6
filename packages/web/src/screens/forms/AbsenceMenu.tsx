import { absenceReasons, type CompiledItem, type RawEntry } from '@trialwright/protocol'
import { useWords } from '../../language/useWords.tsx'

/** Why there is no value; choosing a reason takes the place of the value. */
export function AbsenceMenu(props: {
  readonly item: CompiledItem
  readonly raw: RawEntry
  readonly change: (raw: RawEntry) => void
  readonly disabled: boolean
  /** In a table's cell there is no room for words before a reason is chosen. */
  readonly short?: boolean
}) {
  const { t, say } = useWords()
  const { item, raw } = props
  return (
    <select
      className={`control absence ${raw.absent === undefined ? '' : 'chosen'}`}
      aria-label={`${t('forms.absent')}: ${say(item.label)}`}
      disabled={props.disabled}
      value={raw.absent ?? ''}
      onChange={(event) =>
        props.change(
          event.target.value === ''
            ? item.type === 'repeat'
              ? { typed: '', rows: [], complete: false }
              : { typed: '' }
            : { typed: '', absent: event.target.value },
        )
      }
    >
      <option value="">{props.short === true && raw.absent === undefined ? '…' : t('forms.absentNone')}</option>
      {absenceReasons.map((reason) => (
        <option key={reason} value={reason}>
          {t(`absent.${reason}`)}
        </option>
      ))}
    </select>
  )
}
