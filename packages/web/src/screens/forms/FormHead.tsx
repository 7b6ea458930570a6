import type { CompiledForm } from '@trialwright/protocol'
import type { ReactNode } from 'react'
import type { FilledFormView } from '../../api/formTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Field } from '../../elements/Field.tsx'
import { Icon } from '../../elements/Icon.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useWords } from '../../language/useWords.tsx'
import type { FormSaving } from './useFormSaving.ts'

export function FormHead(props: {
  readonly form: CompiledForm
  readonly view: FilledFormView
  readonly saving: FormSaving
  readonly disabled: boolean
  /** A log is written on the day itself. */
  readonly dayless?: boolean
  readonly children?: ReactNode
}) {
  const { t, say } = useWords()
  const { code } = usePlace()
  const { form, view, saving } = props
  const late = Math.max(0, ...view.items.flatMap(({ history }) => history.map(({ lateDays }) => lateDays ?? 0)))
  return (
    <>
      <div className="page-head">
        <h1>{say(form.title)}</h1>
        <span className="code">{code}</span>
        <span className="quiet small">
          {t(`forms.filledBy.${form.filledBy}`)} ·{' '}
          {view.version === 0 ? t('forms.neverSaved') : t('forms.version', { count: view.version })}
          {late > 0 && (
            <>
              {' · '}
              <span className="waiting">
                <Icon name="clock" /> {t('forms.late', { count: late })}
              </span>
            </>
          )}
        </span>
      </div>
      {props.children}
      {form.help && <p className="quiet lead">{say(form.help)}</p>}
      {form.licensed && <Notice tone="info">{t('forms.licensed', { ...form.licensed })}</Notice>}
      <div className="row end">
        {props.dayless !== true && props.disabled && view.version > 0 && (
          <p>
            {t(form.laboratory ? 'forms.daySample' : 'forms.day')}: <strong className="data">{saving.dayText}</strong>
          </p>
        )}
        {props.dayless !== true && !props.disabled && (
          <Field
            label={t(form.laboratory ? 'forms.daySample' : 'forms.day')}
            problem={saving.dayRefusal && `${say(saving.dayRefusal.reason)} ${say(saving.dayRefusal.remedy)}`}
          >
            {(control) => (
              <input
                {...control}
                className="control medium"
                autoComplete="off"
                placeholder={t('forms.date')}
                value={saving.dayText}
                onChange={(event) => saving.setDay(event.target.value)}
              />
            )}
          </Field>
        )}
        {form.laboratory && <LaboratoryField {...props} />}
      </div>
    </>
  )
}

function LaboratoryField({ view, saving, disabled }: Parameters<typeof FormHead>[0]) {
  const { t } = useWords()
  const known = [...new Set([...view.laboratories, ...(view.laboratory === undefined ? [] : [view.laboratory])])]
  return (
    <Field label={t('forms.laboratory')} help={t('forms.laboratoryHelp')}>
      {(control) => (
        <select
          {...control}
          className="control"
          disabled={disabled}
          value={saving.laboratory ?? ''}
          onChange={(event) => saving.setLaboratory(event.target.value)}
        >
          <option value="">{t('forms.choose')}</option>
          {known.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
