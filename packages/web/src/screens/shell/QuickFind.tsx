import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { read } from '../../api/call.ts'
import type { ParticipantList } from '../../api/participantTypes.ts'
import { keyOfStudy, studyPath } from '../../api/queries.ts'
import { useWords } from '../../language/useWords.tsx'
import { isFindKey } from './findKey.ts'

const most = 8

/** From any page to any participant: a key opens it, a few letters and Enter lead there. */
export function QuickFind({ study }: { readonly study: string }) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!isFindKey(event) || document.querySelector('dialog[open]')) return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    if (open) dialog.current?.showModal()
  }, [open])
  const close = () => {
    dialog.current?.close()
    setOpen(false)
  }
  return (
    <>
      <button type="button" aria-haspopup="dialog" className="button quick-find" onClick={() => setOpen(true)}>
        {t('find.title')}
        <kbd className="quiet small">{t('find.key')}</kbd>
      </button>
      <dialog ref={dialog} aria-label={t('find.title')} onClose={() => setOpen(false)} className="find">
        {open && <Finder study={study} close={close} />}
      </dialog>
    </>
  )
}

function Finder({ study, close }: { readonly study: string; readonly close: () => void }) {
  const { t, say, language } = useWords()
  const navigate = useNavigate()
  const id = useId()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const asked = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: [...keyOfStudy(study), 'find', language, asked],
    queryFn: () => read<ParticipantList>(`${studyPath(study)}/participants?q=${encodeURIComponent(asked)}`),
    enabled: asked !== '',
    placeholderData: (before) => before,
  })
  const rows = asked === '' ? [] : (found.data?.rows ?? []).slice(0, most)
  const at = Math.min(chosen, rows.length - 1)
  const go = (code: string | undefined) => {
    if (code === undefined) return
    close()
    void navigate(`/studies/${study}/participants/${code}`)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setChosen((Math.max(at, 0) + step + rows.length) % Math.max(rows.length, 1))
    else if (event.key === 'Enter') go(rows[at]?.code)
    else return
    event.preventDefault()
  }
  return (
    <div className="inside">
      <input
        // The dialog was opened to type here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="control"
        role="combobox"
        aria-label={t('find.title')}
        aria-expanded={rows.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={rows.length > 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        placeholder={t('find.hint')}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t('find.title')} className="find-list">
        {rows.map((row, index) => (
          // Keys are handled by the field, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={row.code}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => go(row.code)}
          >
            <span className="code">{row.code}</span>
            <span className="quiet">
              {t(`status.${row.status}`)}
              {row.nextDue && `, ${say(row.nextDue.title)}`}
            </span>
          </div>
        ))}
      </div>
      <output className="quiet small">
        {asked !== '' && found.data !== undefined
          ? found.data.found === 0
            ? t('find.none')
            : t('find.found', { count: found.data.found })
          : ''}
      </output>
    </div>
  )
}
