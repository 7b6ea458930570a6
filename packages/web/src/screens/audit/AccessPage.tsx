import { Link, useSearchParams } from 'react-router'
import type { AccessPage as Page } from '../../api/auditTypes.ts'
import { studyPath, useRead } from '../../api/queries.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { roleName } from './AuditTable.tsx'
import { When } from './When.tsx'
import { zoneOf } from './zones.ts'

const lists = ['people', 'data'] as const

/** Who came in, and who took or opened what. */
export function AccessPage() {
  const { t, say } = useWords()
  const { study } = usePlace()
  useTitle(t('access.title'))
  const [address] = useSearchParams()
  const of = address.get('of') === 'data' ? 'data' : 'people'
  const before = address.get('before')
  const definition = useDefinition(study)
  const page = useRead<Page>(
    `${studyPath(study)}/audit/access?of=${of}${before === null ? '' : `&before=${encodeURIComponent(before)}`}`,
  )
  return (
    <>
      <div className="page-head">
        <h1>{t('access.title')}</h1>
      </div>
      <p className="quiet">{t('access.help')}</p>
      <nav className="tabs" aria-label={t('access.title')}>
        {lists.map((one) => (
          <Link
            key={one}
            to={`?of=${one}`}
            aria-current={one === of ? 'page' : undefined}
            className={one === of ? 'active' : ''}
          >
            {t(`access.${one}`)}
          </Link>
        ))}
      </nav>
      <Asked query={definition}>
        {(loaded) => (
          <Asked query={page}>
            {({ rows, next }) => (
              <>
                <div className="card">
                  {rows.length === 0 ? (
                    <Empty title={t('access.none')} />
                  ) : (
                    <table className="rows cards">
                      <thead>
                        <tr>
                          <th scope="col">{t('audit.when')}</th>
                          <th scope="col">{t('audit.who')}</th>
                          <th scope="col">{t('audit.what')}</th>
                          {of === 'people' && <th scope="col">{t('access.about')}</th>}
                        </tr>
                      </thead>
                      <tbody>
                        {rows.map((row) => (
                          <tr key={row.position}>
                            <td data-label={t('audit.when')}>
                              <When {...row} timeZone={zoneOf(loaded, row.site)} />
                            </td>
                            <td data-label={t('audit.who')}>
                              <div>
                                {row.by.name}
                                <div className="quiet small">{roleName(t, row.by.role)}</div>
                              </div>
                            </td>
                            <td data-label={t('audit.what')}>{say(row.what)}</td>
                            {of === 'people' && <td data-label={t('access.about')}>{row.about}</td>}
                          </tr>
                        ))}
                      </tbody>
                    </table>
                  )}
                </div>
                {next !== undefined && (
                  <div className="buttons">
                    <Link className="button" to={`?of=${of}&before=${next}`}>
                      {t('audit.older')}
                    </Link>
                  </div>
                )}
              </>
            )}
          </Asked>
        )}
      </Asked>
    </>
  )
}
