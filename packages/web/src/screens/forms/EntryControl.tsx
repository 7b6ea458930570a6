import { type CompiledItem, formatUnit, type RawEntry } from '@trialwright/protocol'
import { afterPress } from '../../elements/afterPress.ts'
import type { ControlIds } from '../../elements/Field.tsx'
import { useWords } from '../../language/useWords.tsx'
import { CodeControl } from './CodeControl.tsx'

export interface EntryControlProps {
  readonly item: CompiledItem
  readonly raw: RawEntry
  readonly change: (raw: RawEntry) => void
  readonly control: ControlIds
  readonly disabled?: boolean
  readonly onLeave?: () => void
}

/** The fields for one answer, by its kind. Nothing here judges what is typed. */
export function EntryControl(given: EntryControlProps) {
  const leave = given.onLeave
  const props: EntryControlProps = { ...given, onLeave: leave && (() => afterPress(leave)) }
  const { item, raw, change, control, disabled, onLeave } = props
  switch (item.type) {
    case 'coded':
    case 'yesNo':
      return <CodeControl {...props} />
    case 'number':
    case 'laboratory':
      return <NumberControl {...props} />
    case 'text':
      return (item.length ?? 2000) > 200 ? (
        <textarea
          {...control}
          className="control"
          disabled={disabled}
          value={raw.typed ?? ''}
          onBlur={onLeave}
          onChange={(event) => change({ typed: event.target.value })}
        />
      ) : (
        <TypedControl {...props} size="" />
      )
    case 'date':
      return (
        <TypedControl
          {...props}
          size={item.partial === true ? '' : 'medium'}
          hint={item.partial === true ? 'forms.datePartial' : 'forms.date'}
        />
      )
    default:
      return <TypedControl {...props} size="short" hint="forms.time" />
  }
}

function TypedControl(
  props: EntryControlProps & {
    readonly size: string
    readonly hint?: 'forms.date' | 'forms.datePartial' | 'forms.time'
  },
) {
  const { t, say } = useWords()
  const listId = `${props.control.id}-suggested`
  const suggested = Object.entries(props.item.suggestions ?? {})
  return (
    <>
      <input
        {...props.control}
        className={`control ${props.size}`}
        autoComplete="off"
        spellCheck={false}
        disabled={props.disabled}
        placeholder={props.hint && t(props.hint)}
        list={suggested.length > 0 ? listId : undefined}
        value={props.raw.typed ?? ''}
        onBlur={props.onLeave}
        onChange={(event) => props.change({ typed: event.target.value })}
      />
      {suggested.length > 0 && (
        <datalist id={listId}>
          {suggested.map(([code, name]) => (
            <option key={code} value={code}>
              {say(name)}
            </option>
          ))}
        </datalist>
      )}
    </>
  )
}

function NumberControl({ item, raw, change, control, disabled, onLeave }: EntryControlProps) {
  const { t, say, language } = useWords()
  const units = Object.keys(item.units ?? {})
  const only = item.unit ?? units[0] ?? ''
  const name = (unit: string) => formatUnit(unit, language) || unit
  return (
    <span className="row">
      <input
        {...control}
        className="control short"
        inputMode={item.decimals === 0 && item.type === 'number' ? 'numeric' : 'decimal'}
        autoComplete="off"
        disabled={disabled}
        value={raw.typed ?? ''}
        onBlur={onLeave}
        onChange={(event) => change({ typed: event.target.value, unit: raw.unit })}
      />
      {units.length > 1 ? (
        <select
          className="control short"
          aria-label={`${t('forms.unit')}: ${say(item.label)}`}
          disabled={disabled}
          value={raw.unit ?? item.unit}
          onChange={(event) => change({ typed: raw.typed ?? '', unit: event.target.value })}
        >
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {name(unit)}
            </option>
          ))}
        </select>
      ) : (
        formatUnit(only, language) !== '' && <span className="unit">{formatUnit(only, language)}</span>
      )}
    </span>
  )
}
