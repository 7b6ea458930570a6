import { type ReactNode, useState } from 'react'
import type { Problem } from '../api/call.ts'
import { saveFile } from '../api/saveFile.ts'
import { useWords } from '../language/useWords.tsx'
import { Icon } from './Icon.tsx'
import { Refusals } from './Refusals.tsx'

/** Saves a file of the server. Taking one is recorded, so it is a button. */
export function FileButton(props: {
  readonly path: string
  readonly wanted?: Readonly<Record<string, string | undefined>>
  /** Whether the file is in a language. */
  readonly spoken?: boolean
  readonly children: ReactNode
}) {
  const { language, t } = useWords()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const save = async () => {
    setBusy(true)
    setProblem(await saveFile(props.path, { ...props.wanted, ...(props.spoken === true && { language }) }))
    setBusy(false)
  }
  return (
    <>
      <button type="button" className="button" aria-disabled={busy} onClick={() => busy || void save()}>
        <Icon name="download" />
        {busy ? t('file.making') : props.children}
      </button>
      <Refusals problem={problem} />
    </>
  )
}
