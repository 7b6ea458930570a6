import { useState } from 'react'
import { keyOfStudy, studyPath } from '../../api/queries.ts'
import { useCommand } from '../../api/useCommand.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Field } from '../../elements/Field.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { Refusals } from '../../elements/Refusals.tsx'
import { useWords } from '../../language/useWords.tsx'

type Opening = { readonly participant: string } & Readonly<Record<string, unknown>>

/** Takes the file an opened envelope left; the server proves it. */
export function Reconcile() {
  const { t } = useWords()
  const { study } = usePlace()
  const [opening, setOpening] = useState<Opening>()
  const [unreadable, setUnreadable] = useState(false)
  const [done, setDone] = useState<string>()
  const path = `${studyPath(study)}/envelopes/${encodeURIComponent(opening?.participant ?? '')}/reconcile`
  const command = useCommand<object>(path, keyOfStudy(study))
  const choose = async (file: File | undefined) => {
    setDone(undefined)
    command.dismiss()
    const read = readOpening(await file?.text())
    setOpening(read)
    setUnreadable(file !== undefined && read === undefined)
  }
  const send = async () => {
    if (opening === undefined) return
    const answer = await command.send({ opening })
    if (!answer.ok) return
    setDone(opening.participant)
    setOpening(undefined)
  }
  return (
    <section className="card narrow">
      <header>
        <h2>{t('envelopes.reconcile')}</h2>
      </header>
      <div className="body stack">
        <p>{t('envelopes.reconcileHelp')}</p>
        <Refusals problem={command.problem} onRetry={() => void send()} />
        {done !== undefined && <Notice tone="good" live title={t('envelopes.reconciled', { code: done })} />}
        <Field label={t('envelopes.choose')} problem={unreadable ? t('envelopes.unreadable') : undefined}>
          {(control) => (
            <input
              {...control}
              className="control"
              type="file"
              accept="application/json,.json"
              onChange={(event) => void choose(event.target.files?.[0])}
            />
          )}
        </Field>
        <div className="buttons">
          <button
            type="button"
            className="button"
            disabled={opening === undefined || command.sending}
            onClick={() => void send()}
          >
            {opening === undefined ? t('envelopes.reconcile') : `${t('envelopes.reconcile')}: ${opening.participant}`}
          </button>
        </div>
      </div>
    </section>
  )
}

function readOpening(text: string | undefined): Opening | undefined {
  try {
    const read = JSON.parse(text ?? '') as Partial<Opening> | null
    return read?.['format'] === 'trialwright-envelope-opening' && typeof read.participant === 'string'
      ? (read as Opening)
      : undefined
  } catch {
    return undefined
  }
}
