import { formatDate, parsePartialDate } from '@trialwright/protocol'
import { useState } from 'react'
import { useWords } from '../../language/useWords.tsx'
import { Labelled } from './Labelled.tsx'

interface Props {
  readonly label: string
  /** `2026-11-22`, or empty. */
  readonly day: string
  readonly set: (day: string) => void
}

/** A day to filter by, typed as every other date is, whatever language the browser itself speaks; taken once it is whole. */
export function Day({ label, day, set }: Props) {
  const { t, say, language } = useWords()
  const [text, setText] = useState(day && formatDate(day, language))
  const [left, setLeft] = useState(false)
  const read = parsePartialDate(text, language)
  const problem = read.ok
    ? read.value.length < 10 && t('audit.dayIncomplete')
    : read.refusals.map(({ remedy }) => say(remedy)).join(' ')
  const wrong = left && text.trim() !== '' && problem
  return (
    <Labelled label={label}>
      {(id) => (
        <>
          <input
            id={id}
            className="control"
            autoComplete="off"
            placeholder={t('forms.date')}
            aria-invalid={wrong ? true : undefined}
            value={text}
            onBlur={() => setLeft(true)}
            onChange={(event) => {
              const typed = event.target.value
              setText(typed)
              setLeft(false)
              const now = parsePartialDate(typed, language)
              if (typed.trim() === '') set('')
              else if (now.ok && now.value.length === 10) set(now.value)
            }}
          />
          {wrong && (
            <span className="problem small" role="status">
              {wrong}
            </span>
          )}
        </>
      )}
    </Labelled>
  )
}
