import { useId } from 'react'
import { Said } from '../../elements/Field.tsx'
import { useWords } from '../../language/useWords.tsx'

/** Why a row is changed, removed or taken back; usual reasons are offered while typing. */
export function ReasonLine(props: {
  readonly span: number
  readonly number: number
  readonly kind: 'changed' | 'removed' | 'takenBack'
  readonly reason: string
  readonly lacking: boolean
  readonly change: (reason: string) => void
}) {
  const { t } = useWords()
  const id = useId()
  const usual = [t('forms.usual.news'), t('forms.usual.slip'), t('forms.usual.person')]
  return (
    <tr className="row-reason">
      <td colSpan={props.span}>
        <label htmlFor={id} className="small">
          {t(`forms.why.${props.kind}`, { row: props.number })}
        </label>
        <input
          id={id}
          className="control"
          autoComplete="off"
          list={`${id}-usual`}
          aria-invalid={props.lacking ? true : undefined}
          aria-describedby={props.lacking ? `${id}-problem` : undefined}
          value={props.reason}
          onChange={(event) => props.change(event.target.value)}
        />
        {props.lacking && (
          <span className="field">
            <Said id={id} problem={t('forms.noReason')} />
          </span>
        )}
        <datalist id={`${id}-usual`}>
          {usual.map((reason) => (
            <option key={reason} value={reason} />
          ))}
        </datalist>
      </td>
    </tr>
  )
}
