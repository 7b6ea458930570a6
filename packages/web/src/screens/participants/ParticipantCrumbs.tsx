import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { usePlace } from '../../api/useStudy.ts'
import { useWords } from '../../language/useWords.tsx'

/** The way back from a page below a participant's own; `children` is the page of theirs that it belongs to. */
export function ParticipantCrumbs({ children }: { readonly children?: ReactNode }) {
  const { t } = useWords()
  const { study, code } = usePlace()
  const base = `/studies/${study}/participants`
  return (
    <ol className="crumbs">
      <li>
        <Link to={base}>{t('participants.title')}</Link>
      </li>
      <li>
        <Link to={`${base}/${code}`}>{code}</Link>
      </li>
      {children !== undefined && <li>{children}</li>}
    </ol>
  )
}
