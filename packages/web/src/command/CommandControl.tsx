import type { ControlIds } from '../elements/Field.tsx'
import { useWords } from '../language/useWords.tsx'
import { chosenOf, type CommandField } from './fields.ts'

const sizes = {
  day: 'medium',
  time: 'short',
  whole: 'shorter',
  text: '',
  password: '',
  long: '',
  choice: '',
  several: '',
} as const

export function CommandControl(props: {
  readonly field: CommandField
  readonly control: ControlIds
  readonly value: string
  readonly change: (value: string) => void
}) {
  const { t } = useWords()
  const { field, control, value, change } = props
  if (field.kind === 'choice') {
    return (
      <select {...control} className="control" value={value} onChange={(event) => change(event.target.value)}>
        <option value="">{t('forms.choose')}</option>
        {field.choices?.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    )
  }
  if (field.kind === 'several') {
    const chosen = chosenOf(value)
    return (
      <span className="choices several" role="group" aria-label={field.label}>
        {field.choices?.map((choice, index) => (
          <label key={choice.value} className="choice">
            <input
              type="checkbox"
              id={index === 0 ? control.id : undefined}
              aria-describedby={control['aria-describedby']}
              checked={chosen.includes(choice.value)}
              onChange={(event) =>
                change(
                  (field.choices ?? [])
                    .map((one) => one.value)
                    .filter((one) => (one === choice.value ? event.target.checked : chosen.includes(one)))
                    .join(','),
                )
              }
            />
            {choice.label}
          </label>
        ))}
      </span>
    )
  }
  if (field.kind === 'long')
    return <textarea {...control} className="control" value={value} onChange={(event) => change(event.target.value)} />
  return (
    <span className="row together">
      <input
        {...control}
        className={`control ${field.unit === undefined ? sizes[field.kind] : 'short'}`}
        type={field.kind === 'password' ? 'password' : 'text'}
        autoComplete={field.kind === 'password' ? 'current-password' : 'off'}
        inputMode={field.kind === 'whole' ? 'numeric' : undefined}
        placeholder={field.kind === 'day' ? t('forms.date') : field.kind === 'time' ? t('forms.time') : undefined}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
      {field.unit !== undefined && <span className="unit">{field.unit}</span>}
    </span>
  )
}
