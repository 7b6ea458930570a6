import { parsePartialDate } from '@trialwright/protocol'
import { useState } from 'react'
import type { Finding } from '../../api/monitoringTypes.ts'
import { Field } from '../../elements/Field.tsx'
import { useWords } from '../../language/useWords.tsx'
import { writtenDate } from '../forms/raw.ts'

interface Typed {
  readonly key: number
  readonly text: string
  readonly action: string
  readonly responsible: string
  readonly due: string
}

/** Findings as they are typed; a row without words is none, one without an action asks for nothing. */
export function useFindings(before: readonly Finding[]) {
  const { language } = useWords()
  const [rows, setRows] = useState<readonly Typed[]>(() =>
    before.map(({ text, action }, key) => ({
      key,
      text,
      action: action?.text ?? '',
      responsible: action?.responsible ?? '',
      due: action === undefined ? '' : writtenDate(action.due, language),
    })),
  )
  const read = rows
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, action, responsible, due }): Finding => {
      if (action.trim() === '') return { text }
      const day = parsePartialDate(due, language)
      return { text, action: { text: action, responsible, due: day.ok ? day.value : due } }
    })
  return {
    rows,
    read,
    add: () =>
      setRows((all) => [...all, { key: (all.at(-1)?.key ?? -1) + 1, text: '', action: '', responsible: '', due: '' }]),
    change: (key: number, part: Partial<Typed>) =>
      setRows((all) => all.map((row) => (row.key === key ? { ...row, ...part } : row))),
    remove: (key: number) => setRows((all) => all.filter((row) => row.key !== key)),
  }
}

export function FindingFields({ findings }: { readonly findings: ReturnType<typeof useFindings> }) {
  const { t } = useWords()
  const { rows, add, change, remove } = findings
  return (
    <fieldset className="stack">
      <legend className="label">{t('visit.findings')}</legend>
      {rows.map((row, index) => (
        <div key={row.key} className="finding stack tight">
          <Field label={t('visit.finding', { number: index + 1 })}>
            {(control) => (
              <textarea
                {...control}
                className="control"
                value={row.text}
                onChange={(event) => change(row.key, { text: event.target.value })}
              />
            )}
          </Field>
          <div className="row end">
            {(['action', 'responsible', 'due'] as const).map((part) => (
              <Field key={part} label={t(`visit.${part}`)}>
                {(control) => (
                  <input
                    {...control}
                    className={`control ${part === 'due' ? 'short' : 'medium'}`}
                    value={row[part]}
                    placeholder={part === 'due' ? t('forms.date') : undefined}
                    onChange={(event) => change(row.key, { [part]: event.target.value })}
                  />
                )}
              </Field>
            ))}
            <button type="button" className="button plain compact" onClick={() => remove(row.key)}>
              {t('visit.removeFinding')}
              <span className="hidden-visually"> {index + 1}</span>
            </button>
          </div>
        </div>
      ))}
      <div className="buttons">
        <button type="button" className="button compact" onClick={add}>
          {t('visit.addFinding')}
        </button>
      </div>
    </fieldset>
  )
}
