import { formatEntry } from '@trialwright/protocol'
import { Said } from '../../elements/Field.tsx'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'
import type { ItemRowProps } from './ItemRow.tsx'
import { isFreeList } from './useFormSaving.ts'

/** What a changed answer needs beside it: the reason of a correction, the confirmation of an unusual value. */
export function Correction(props: ItemRowProps & { readonly id: string }) {
  const { t, say } = useWords()
  const { checked, item } = props
  if (!checked.changed) return null
  const lacksReason = props.shown && props.reason.trim() === ''
  return (
    <>
      {checked.warnings.map((warning) => (
        <div className="question" key={warning.code}>
          <Icon name="alert" />
          <span>
            {say(warning.reason)} {say(warning.remedy)}{' '}
            <label className="row">
              <input
                type="checkbox"
                checked={props.confirmed}
                onChange={(event) => props.setConfirmed(event.target.checked)}
              />
              {t('forms.confirm')}
            </label>
          </span>
        </div>
      ))}
      {props.because !== undefined && (
        <label className="row small">
          <input
            type="checkbox"
            checked={props.because.linked}
            onChange={(event) => props.setBecause(event.target.checked)}
          />
          {t('queries.because', { query: props.because.query })}
        </label>
      )}
      {checked.recorded !== undefined && !(isFreeList(item) && 'value' in checked.recorded) && (
        <div className="correction">
          <span className="quiet small">
            {t('forms.correctionWas', { value: say(formatEntry(item, checked.recorded)) })}
          </span>
          <label className="small" htmlFor={`${props.id}-reason`}>
            {t('forms.correction')}
          </label>
          <input
            id={`${props.id}-reason`}
            className="control"
            autoComplete="off"
            aria-invalid={lacksReason ? true : undefined}
            aria-describedby={lacksReason ? `${props.id}-reason-problem` : undefined}
            value={props.reason}
            onChange={(event) => props.setReason(event.target.value)}
          />
          {lacksReason && <Said id={`${props.id}-reason`} problem={t('forms.noReason')} />}
        </div>
      )}
    </>
  )
}
