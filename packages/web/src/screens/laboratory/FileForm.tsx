import { type ReactNode, useState } from 'react'
import { call, type Problem } from '../../api/call.ts'
import type { FileFormat, FilePreview, FilesPage, SentFile } from '../../api/laboratoryTypes.ts'
import { Field } from '../../elements/Field.tsx'
import { FileInput } from '../../elements/FileInput.tsx'
import { Refusals } from '../../elements/Refusals.tsx'
import { useWords } from '../../language/useWords.tsx'
import { base64Of } from '../randomisation/base64.ts'

interface Chosen {
  readonly name: string
  /** Base64. */
  readonly content: string
  readonly bytes: number
}

/** The file, and how it is written; nothing of it is guessed. */
export function FileForm(props: {
  readonly page: FilesPage
  readonly path: string
  readonly look: (sent: SentFile, preview: FilePreview) => void
  readonly forget: () => void
}) {
  const { t, language } = useWords()
  const { page } = props
  const [chosen, setChosen] = useState<Chosen>()
  const [pasted, setPasted] = useState('')
  const [laboratory, setLaboratory] = useState(page.laboratories.length === 1 ? (page.laboratories[0] ?? '') : '')
  const [format, setFormat] = useState<FileFormat>({
    separator: ';',
    decimal: language === 'nb' ? ',' : '.',
    dates: 'YYYY-MM-DD',
  })
  const [tried, setTried] = useState(false)
  const [looking, setLooking] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const changed = () => {
    props.forget()
    setProblem(undefined)
  }
  const set = (part: Partial<FileFormat>) => {
    changed()
    setFormat({ ...format, ...part })
  }
  const content = pasted === '' ? chosen : chosenOf(t('files.pastedName'), new TextEncoder().encode(pasted).buffer)
  const isTooLarge = content !== undefined && content.bytes > page.mostBytes
  const choose = async (file: File | undefined) => {
    changed()
    setChosen(undefined)
    // A file that was moved or is open elsewhere cannot be read: then none is chosen.
    const bytes = await file?.arrayBuffer().catch(() => undefined)
    if (file === undefined || bytes === undefined) return
    setPasted('')
    setChosen(chosenOf(file.name, bytes))
  }
  const look = async () => {
    setTried(true)
    if (content === undefined || isTooLarge || laboratory.trim() === '' || looking) return
    setLooking(true)
    const sent = { file: content.content, name: content.name, laboratory: laboratory.trim(), format }
    const answer = await call<FilePreview>('POST', `${props.path}/preview`, sent)
    setLooking(false)
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok) props.look(sent, answer.value)
  }
  return (
    <section className="card">
      <header>
        <h2>{t('files.choose')}</h2>
      </header>
      <form
        className="body stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void look()
        }}
      >
        <Refusals problem={problem} onRetry={() => void look()} />
        <div className="file-fields">
          <Field
            label={t('files.file')}
            problem={
              isTooLarge
                ? t('files.tooLarge', { bytes: Math.ceil(content.bytes / 1_000), kilobytes: page.mostBytes / 1_000 })
                : tried && content === undefined
                  ? t('files.noFile')
                  : undefined
            }
          >
            {(control) => <FileInput control={control} choose={(file) => void choose(file)} />}
          </Field>
          <Field
            label={t('files.laboratory')}
            problem={tried && laboratory.trim() === '' ? t('files.noLaboratory') : undefined}
          >
            {(control) => (
              <>
                <input
                  {...control}
                  className="control"
                  list="laboratories"
                  maxLength={100}
                  value={laboratory}
                  onChange={(event) => {
                    changed()
                    setLaboratory(event.target.value)
                  }}
                />
                <datalist id="laboratories">
                  {page.laboratories.map((name) => (
                    <option key={name} value={name} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
          <Choice label={t('files.separator')} value={format.separator} set={(separator) => set({ separator })}>
            <option value=";">{t('files.semicolon')}</option>
            <option value=",">{t('files.comma')}</option>
          </Choice>
          <Choice label={t('files.decimal')} value={format.decimal} set={(decimal) => set({ decimal })}>
            <option value=",">12,5</option>
            <option value=".">12.5</option>
          </Choice>
          <Choice label={t('files.dates')} value={format.dates} set={(dates) => set({ dates })}>
            <option value="YYYY-MM-DD">2026-11-22</option>
            <option value="DD.MM.YYYY">22.11.2026</option>
            <option value="DD/MM/YYYY">22/11/2026</option>
            <option value="MM/DD/YYYY">11/22/2026</option>
          </Choice>
        </div>
        <details>
          <summary>{t('files.columns')}</summary>
          <p>{t('files.columnsHelp', { rows: page.mostRows, kilobytes: page.mostBytes / 1_000 })}</p>
          <p className="data break">{page.columns.join(format.separator)}</p>
        </details>
        <details>
          <summary>{t('files.paste')}</summary>
          <Field label={t('files.pasted')}>
            {(control) => (
              <textarea
                {...control}
                className="control data"
                rows={6}
                spellCheck={false}
                value={pasted}
                onChange={(event) => {
                  changed()
                  setPasted(event.target.value)
                }}
              />
            )}
          </Field>
        </details>
        <div className="buttons">
          <button type="submit" className="button primary" aria-disabled={looking}>
            {t(looking ? 'files.looking' : 'files.look')}
          </button>
        </div>
      </form>
    </section>
  )
}

const chosenOf = (name: string, bytes: ArrayBuffer): Chosen => ({
  name,
  content: base64Of(bytes),
  bytes: bytes.byteLength,
})

const Choice = <Value extends string>(props: {
  readonly label: string
  readonly value: Value
  readonly set: (value: Value) => void
  readonly children: ReactNode
}) => (
  <Field label={props.label}>
    {(control) => (
      <select
        {...control}
        className="control"
        value={props.value}
        onChange={(event) => props.set(event.target.value as Value)}
      >
        {props.children}
      </select>
    )}
  </Field>
)
