import { Link } from 'react-router'
import { studyPath, useRead } from '../../api/queries.ts'
import type { Register } from '../../api/unblindingTypes.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Empty } from '../../elements/Empty.tsx'
import type { MessageKey } from '../../language/messages/index.ts'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { Arms } from './Arms.tsx'
import { EndOfBlind } from './EndOfBlind.tsx'
import { RegisterTable } from './RegisterTable.tsx'

const readers = ['statistician', 'dataManager', 'inspector', 'randomisationOfficer']
const followers = ['monitor', 'dataManager', 'inspector']

/** The study's register of who came to know an arm, and the end of the blind. */
export function UnblindingPage() {
  const { t } = useWords()
  const { study } = usePlace()
  const roles = useRoles()
  useTitle(t('end.title'))
  const register = useRead<Register>(`${studyPath(study)}/unblinding`)
  const follows = followers.some((role) => roles.has(role))
  return (
    <>
      <h1>{t('end.title')}</h1>
      <p className="quiet lead">{t('end.help')}</p>
      <Asked query={register}>
        {(view) => (
          <>
            <EndOfBlind view={view} />
            {view.unblinded !== undefined && readers.some((role) => roles.has(role)) && <Arms />}
            <section className="card">
              <header>
                <h2>{t('end.register')}</h2>
              </header>
              {view.mustStayBlind.length > 0 && (
                <p className="body quiet">
                  {t('end.mustStayBlind', {
                    roles: view.mustStayBlind.map((role) => t(`role.${role}` as MessageKey)).join(', '),
                  })}
                </p>
              )}
              {view.rows.length === 0 ? (
                <Empty title={t('blind.kept')}>
                  <p>{t('blind.keptHelp')}</p>
                </Empty>
              ) : (
                <RegisterTable
                  first={t('end.participant')}
                  rows={view.rows.map((row) => ({
                    ...row,
                    first: follows ? (
                      <Link className="code" to={`/studies/${study}/participants/${row.code}/unblinding`}>
                        {row.code}
                      </Link>
                    ) : (
                      <span className="code">{row.code}</span>
                    ),
                  }))}
                />
              )}
            </section>
          </>
        )}
      </Asked>
    </>
  )
}
