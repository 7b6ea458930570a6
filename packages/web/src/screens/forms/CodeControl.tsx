import type { Text } from '@trialwright/protocol'
import { useWords } from '../../language/useWords.tsx'
import type { EntryControlProps } from './EntryControl.tsx'

const yesNo: Readonly<Record<string, Text>> = { yes: { en: 'Yes', nb: 'Ja' }, no: { en: 'No', nb: 'Nei' } }
const mostButtons = 6

/** A few choices stand open as buttons; many are a list. */
export function CodeControl({ item, raw, change, control, disabled, onLeave }: EntryControlProps) {
  const { say, t } = useWords()
  const codes = Object.entries(item.codes ?? yesNo)
  if (codes.length > mostButtons) {
    return (
      <select
        {...control}
        className="control"
        disabled={disabled}
        value={raw.typed ?? ''}
        onBlur={onLeave}
        onChange={(event) => change({ typed: event.target.value })}
      >
        <option value="">{t('forms.choose')}</option>
        {codes.map(([code, label]) => (
          <option key={code} value={code}>
            {say(label)}
          </option>
        ))}
      </select>
    )
  }
  return (
    <span className="choices">
      {codes.map(([code, label], index) => (
        <label key={code} className="choice">
          <input
            type="radio"
            id={index === 0 ? control.id : undefined}
            name={control.id}
            aria-describedby={control['aria-describedby']}
            disabled={disabled}
            checked={raw.typed === code}
            onBlur={onLeave}
            onChange={() => change({ typed: code })}
          />
          {say(label)}
        </label>
      ))}
    </span>
  )
}
