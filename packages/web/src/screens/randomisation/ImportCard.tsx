import { useState } from 'react'
import { call, type Problem } from '../../api/call.ts'
import { studyPath } from '../../api/queries.ts'
import type { ImportPreview } from '../../api/randomisationTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Field } from '../../elements/Field.tsx'
import { FileInput } from '../../elements/FileInput.tsx'
import { Refusals } from '../../elements/Refusals.tsx'
import { useWords } from '../../language/useWords.tsx'
import { base64Of } from './base64.ts'
import { PreviewedList } from './PreviewedList.tsx'

const keyPattern = /^([0-9a-f]{2}){32,64}$/i

/** A list made elsewhere: chosen, looked at, and sealed only when nothing stands against it. */
export function ImportCard() {
  const { t } = useWords()
  const { study } = usePlace()
  const [file, setFile] = useState<{ readonly name: string; readonly content: string }>()
  const [key, setKey] = useState('')
  const [tried, setTried] = useState(false)
  const [looking, setLooking] = useState(false)
  const [preview, setPreview] = useState<ImportPreview>()
  const [problem, setProblem] = useState<Problem>()
  // Blanks and line ends come with copying; they are no part of a key.
  const cleanKey = key.replaceAll(/\s/g, '')
  const forget = () => {
    setPreview(undefined)
    setProblem(undefined)
  }
  const choose = async (chosen: File | undefined) => {
    forget()
    setFile(chosen && { name: chosen.name, content: base64Of(await chosen.arrayBuffer()) })
  }
  const look = async () => {
    setTried(true)
    if (file === undefined || !keyPattern.test(cleanKey)) return
    setLooking(true)
    const answer = await call<ImportPreview>('POST', `${studyPath(study)}/randomisation-list/preview`, {
      file: file.content,
      key: cleanKey,
    })
    setLooking(false)
    setPreview(answer.ok ? answer.value : undefined)
    setProblem(answer.ok ? undefined : answer.problem)
  }
  return (
    <section className="card">
      <header>
        <h2>{t('import.title')}</h2>
      </header>
      <form
        className="body stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void look()
        }}
      >
        <p>{t('import.help')}</p>
        <Refusals problem={problem} onRetry={() => void look()} />
        <Field label={t('import.file')} problem={tried && file === undefined ? t('import.noFile') : undefined}>
          {(control) => <FileInput control={control} choose={(chosen) => void choose(chosen)} />}
        </Field>
        <Field
          label={t('import.key')}
          help={t('import.keyHelp')}
          problem={tried && !keyPattern.test(cleanKey) ? t('import.badKey') : undefined}
        >
          {(control) => (
            <input
              {...control}
              className="control data"
              type="password"
              autoComplete="off"
              spellCheck={false}
              value={key}
              onChange={(event) => {
                forget()
                setKey(event.target.value)
              }}
            />
          )}
        </Field>
        <div className="buttons">
          <button type="submit" className="button" disabled={looking}>
            {t(looking ? 'import.looking' : 'import.look')}
          </button>
        </div>
      </form>
      {preview !== undefined && file !== undefined && (
        <PreviewedList preview={preview} name={file.name} sent={{ file: file.content, key: cleanKey }} />
      )}
    </section>
  )
}
