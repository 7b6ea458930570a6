import { type ReactNode, useState } from 'react'
import { call } from '../../api/call.ts'
import type { FilePreview, ResultState, SentFile } from '../../api/laboratoryTypes.ts'
import { keyOfStudy } from '../../api/queries.ts'
import { useCommand } from '../../api/useCommand.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Field } from '../../elements/Field.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { Refusals } from '../../elements/Refusals.tsx'
import { useWords } from '../../language/useWords.tsx'
import { FileRefusals } from './FileRefusals.tsx'
import { ResultTable } from './ResultTable.tsx'

const states: readonly ResultState[] = ['refused', 'changed', 'new', 'equal']

/** What the file would record, line by line, and its acceptance. */
export function PreviewedFile(props: {
  readonly sent: SentFile
  readonly preview: FilePreview
  readonly path: string
  readonly renew: (preview: FilePreview) => void
}) {
  const { t, instant } = useWords()
  const { sent, preview } = props
  const [only, setOnly] = useState<ResultState | ''>('')
  const [reason, setReason] = useState('')
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(false)
  const { study } = usePlace()
  const take = useCommand<object>(`${props.path}/import`, keyOfStudy(study))
  const asked = preview.results.filter(({ unusual }) => unusual).map(({ line, column }) => `${line}/${column}`)
  const unconfirmed = asked.filter((place) => !confirmed.has(place)).length
  const nothing = preview.counts.new + preview.counts.changed === 0 && !preview.corrects
  const open = preview.taken === undefined && preview.refusals.length === 0 && !nothing
  const lacksReason = preview.corrects && reason.trim() === ''

  const accept = async () => {
    setTried(true)
    if (lacksReason || unconfirmed > 0 || take.sending) return
    const answer = await take.send({
      ...sent,
      seen: preview.seen,
      ...(preview.corrects && { reason: reason.trim() }),
      confirmed: [...confirmed],
    })
    if (answer.ok) return setDone(true)
    if (!answer.problem.refusals.some(({ code }) => code === 'previewOutdated')) return
    const again = await call<FilePreview>('POST', `${props.path}/preview`, sent)
    if (again.ok) props.renew(again.value)
  }
  if (done)
    return (
      <Notice tone="good" live title={t('files.taken', { name: preview.file.name })}>
        <p>{t('files.takenCounts', { fresh: preview.counts.new, changed: preview.counts.changed })}</p>
      </Notice>
    )
  return (
    <section className="card" aria-label={t('files.preview')}>
      <header>
        <h2>{t('files.preview')}</h2>
        <span className="quiet small">{t('files.nothingYet')}</span>
      </header>
      <div className="body stack">
        {preview.taken && (
          <Notice
            tone="info"
            live
            title={t('files.already', { by: preview.taken.by, when: instant(preview.taken.at) })}
          />
        )}
        <FileRefusals refusals={preview.refusals} />
        {preview.results.length > 0 && (
          <>
            <fieldset className="segments" aria-label={t('files.filter')}>
              <Pick on={only === ''} choose={() => setOnly('')}>
                {t('files.all')} <span className="count data">{preview.results.length}</span>
              </Pick>
              {states.map((state) => (
                <Pick key={state} on={only === state} choose={() => setOnly(state)}>
                  {t(`files.state.${state}`)} <span className="count data">{preview.counts[state]}</span>
                </Pick>
              ))}
            </fieldset>
            <ResultTable
              results={preview.results.filter(({ state }) => only === '' || state === only)}
              confirmed={confirmed}
              confirm={(place, yes) =>
                setConfirmed(new Set(yes ? [...confirmed, place] : [...confirmed].filter((one) => one !== place)))
              }
            />
          </>
        )}
        {open && preview.corrects && (
          <Field
            label={t('files.reason')}
            help={t('files.reasonHelp')}
            problem={tried && lacksReason ? t('files.noReason') : undefined}
          >
            {(control) => (
              <input
                {...control}
                className="control wide"
                maxLength={2000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        )}
        {tried && unconfirmed > 0 && <Notice tone="warn" live title={t('files.unconfirmed', { count: unconfirmed })} />}
        <Refusals problem={take.problem} onRetry={() => void accept()} />
        {open ? (
          <div className="buttons">
            <button type="button" className="button primary" aria-disabled={take.sending} onClick={() => void accept()}>
              {t('files.accept', { count: preview.counts.new + preview.counts.changed })}
            </button>
          </div>
        ) : (
          nothing &&
          preview.refusals.length === 0 &&
          preview.taken === undefined && <Notice tone="info" title={t('files.nothing')} />
        )}
      </div>
    </section>
  )
}

const Pick = (props: { readonly on: boolean; readonly choose: () => void; readonly children: ReactNode }) => (
  <button type="button" aria-pressed={props.on} onClick={props.choose}>
    {props.children}
  </button>
)
