import { Link } from 'react-router'
import type { Monitoring } from '../../api/monitoringTypes.ts'
import { studyPath, useRead } from '../../api/queries.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'

/** Monitoring visits, and what is still to be done after them. */
export function MonitoringPage() {
  const { t } = useWords()
  const { study } = usePlace()
  const isMonitor = useRoles().has('monitor')
  useTitle(t('visit.title'))
  const view = useRead<Monitoring>(`${studyPath(study)}/monitoring`)
  return (
    <>
      <div className="page-head">
        <h1>{t('visit.title')}</h1>
        {isMonitor && (
          <div className="buttons">
            <Link className="button primary" to={`/studies/${study}/monitoring/new`}>
              {t('visit.record')}
            </Link>
          </div>
        )}
      </div>
      <Asked query={view}>
        {(page) => (
          <>
            <Actions page={page} />
            <Visits page={page} />
          </>
        )}
      </Asked>
    </>
  )
}

function Actions({ page }: { readonly page: Monitoring }) {
  const { t, day } = useWords()
  const { study } = usePlace()
  const roles = useRoles()
  const closes = roles.has('monitor') || roles.has('dataManager')
  return (
    <section className="card">
      <header>
        <h2>{t('visit.actions')}</h2>
      </header>
      {page.actions.length === 0 ? (
        <Empty title={t('visit.noActions')} />
      ) : (
        <table className="rows cards">
          <thead>
            <tr>
              <th scope="col">{t('visit.due')}</th>
              <th scope="col">{t('visit.action')}</th>
              <th scope="col">{t('visit.responsible')}</th>
              <th scope="col">{t('visit.visit')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {page.actions.map((action) => (
              <tr key={`${action.visit} ${action.finding}`}>
                <td data-label={t('visit.due')} className="nowrap">
                  {day(action.due)} {action.late && <Chip tone="bad">{t('visit.late')}</Chip>}
                </td>
                <th scope="row" className="free">
                  {action.text}
                </th>
                <td data-label={t('visit.responsible')} className="free">
                  {action.responsible}
                </td>
                <td data-label={t('visit.visit')}>
                  <Link className="code" to={`/studies/${study}/monitoring/${action.visit}`}>
                    {action.visit}
                  </Link>
                </td>
                <td className="actions">
                  {closes && (
                    <CommandButton
                      title={t('visit.close')}
                      submit={t('visit.close')}
                      about={action.text}
                      look="compact"
                      path={`${studyPath(study)}/monitoring/close-action`}
                      fields={[{ name: 'note', label: t('visit.closeNote'), kind: 'long' }]}
                      fixed={{ visit: action.visit, finding: action.finding }}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Visits({ page }: { readonly page: Monitoring }) {
  const { t, say, day } = useWords()
  const { study } = usePlace()
  return (
    <section className="card">
      <header>
        <h2>{t('visit.all')}</h2>
      </header>
      {page.visits.length === 0 ? (
        <Empty title={t('visit.none')}>
          <p>{t('visit.noneHelp')}</p>
        </Empty>
      ) : (
        <table className="rows cards">
          <thead>
            <tr>
              <th scope="col">{t('visit.visit')}</th>
              <th scope="col">{t('day')}</th>
              <th scope="col">{t('site')}</th>
              <th scope="col">{t('visit.kind')}</th>
              <th scope="col">{t('visit.by')}</th>
              <th scope="col">{t('visit.findings')}</th>
              <th scope="col">{t('visit.report')}</th>
            </tr>
          </thead>
          <tbody>
            {page.visits.map((visit) => (
              <tr key={visit.visit}>
                <th scope="row">
                  <Link className="code" to={`/studies/${study}/monitoring/${visit.visit}`}>
                    {visit.visit}
                  </Link>
                </th>
                <td data-label={t('day')} className="nowrap">
                  {day(visit.day)}
                </td>
                <td data-label={t('site')}>{say(visit.siteTitle)}</td>
                <td data-label={t('visit.kind')}>{t(`visit.kind.${visit.kind}`)}</td>
                <td data-label={t('visit.by')}>{visit.by}</td>
                <td data-label={t('visit.findings')}>
                  {t('visit.findingsCount', { count: visit.findings, open: visit.openActions })}
                </td>
                <td data-label={t('visit.report')}>
                  <Chip tone={visit.signed ? 'good' : 'neutral'}>
                    {t(visit.signed ? 'sign.valid' : 'sign.unsigned')}
                  </Chip>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
