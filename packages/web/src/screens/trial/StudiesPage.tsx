import { Link, Navigate } from 'react-router'
import { usePublicStudies } from '../../api/queries.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { TrialHead } from './TrialHead.tsx'

/** The way in: the trial's page when there is one, a list when there are several. */
export function StudiesPage() {
  const { t, say } = useWords()
  useTitle(t('trial.studies'))
  return (
    <div className="public">
      <TrialHead />
      <main id="content" className="public-body">
        <Asked query={usePublicStudies()}>
          {({ studies }) => {
            const [first] = studies
            if (first !== undefined && studies.length === 1) return <Navigate to={`/trials/${first.id}`} replace />
            if (first === undefined) return <Empty title={t('trial.noStudies')} />
            return (
              <div className="stack">
                <h1>{t('trial.studies')}</h1>
                <ul className="tiles">
                  {studies.map((study) => (
                    <li key={study.id}>
                      <Link to={`/trials/${study.id}`}>{say(study.title)}</Link>
                    </li>
                  ))}
                </ul>
              </div>
            )
          }}
        </Asked>
      </main>
    </div>
  )
}
