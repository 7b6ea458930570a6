import { Navigate, useParams } from 'react-router'
import { useMe } from '../../api/queries.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useWords } from '../../language/useWords.tsx'
import { pagesOf } from './pages.ts'

/** Brings a person to the page they work on. */
export function StartPage() {
  const { study } = useParams()
  const { t } = useWords()
  return (
    <Asked query={useMe()}>
      {({ grants }) => {
        const id = study ?? grants[0]?.study
        const page = pagesOf(grants.filter((grant) => grant.study === id))[0]
        if (id === undefined || page === undefined)
          return (
            <Empty title={t('shell.noPages')} page>
              <p>{t('shell.noPagesHelp')}</p>
            </Empty>
          )
        return <Navigate to={`/studies/${id}/${page}`} replace />
      }}
    </Asked>
  )
}
