import { useEffect, useRef } from 'react'
import { participantPath, useMe } from '../../api/queries.ts'
import type { SignedRecord } from '../../api/signatureTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { useSigning } from '../../command/useSigning.ts'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'

/** Stays at the foot of the list: how many visits are ticked, and the investigator's pen for all of them. */
export function SignTogether(props: {
  readonly visits: readonly SignedRecord[]
  /** So many were signed just now. */
  readonly signed: number
  readonly onOpen: (open: boolean) => void
  readonly refused: () => void
  readonly done: () => void
}) {
  const { t, say } = useWords()
  const { study, code } = usePlace()
  const { visits, signed } = props
  const name = useMe().data?.printedName ?? ''
  const fields = useSigning()
  const count = visits.length
  const status = useRef<HTMLSpanElement>(null)
  // The button is gone with the last tick.
  useEffect(() => {
    if (signed > 0) status.current?.focus()
  }, [signed])
  const titleAt = (field: string) => {
    const visit = visits[Number(/^visits\.(\d+)/.exec(field)?.[1])]
    return visit && say(visit.title)
  }
  return (
    <div className="save-bar">
      <span role="status" className="row" ref={status} tabIndex={-1}>
        {signed > 0 ? (
          <>
            <Icon name="check" /> {t('sign.together.done', { count: signed })}
          </>
        ) : (
          t('sign.together.ticked', { count })
        )}
      </span>
      {count > 0 && (
        <span className="push">
          <CommandButton
            title={t('sign.together', { count })}
            submit={t('sign.together', { count })}
            of={code}
            look="primary"
            withinForm
            path={`${participantPath(study, code)}/sign-visits`}
            fields={fields}
            fixed={{ visits: visits.map(({ encounter, record: seen }) => ({ encounter, seen })) }}
            onOpen={props.onOpen}
            placeOf={titleAt}
            refused={props.refused}
            done={props.done}
          >
            <ul className="signed-together">
              {visits.map((visit) => (
                <li key={visit.encounter}>{say(visit.title)}</li>
              ))}
            </ul>
            <p>{t('sign.together.declare', { name, code, count })}</p>
            <p className="printed">
              {t('sign.together.meaning')}: <strong>{t('sign.meaning.reviewedVisit')}</strong>
            </p>
          </CommandButton>
        </span>
      )}
    </div>
  )
}
