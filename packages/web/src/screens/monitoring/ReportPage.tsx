import { Link, useParams } from 'react-router'
import type { MonitoringReport } from '../../api/monitoringTypes.ts'
import { studyPath, useMe, useRead } from '../../api/queries.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { useSigning } from '../../command/useSigning.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Icon } from '../../elements/Icon.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { Printed, StandingChip } from '../signatures/SignedCard.tsx'

/** The report of a monitoring visit, composed from the record; it prints as it stands. */
export function ReportPage() {
  const { t } = useWords()
  const { study } = usePlace()
  const { visit = '' } = useParams()
  useTitle(t('visit.reportOf', { visit }))
  const report = useRead<MonitoringReport>(`${studyPath(study)}/monitoring/${encodeURIComponent(visit)}`)
  return (
    <>
      <ol className="crumbs">
        <li>
          <Link to={`/studies/${study}/monitoring`}>{t('visit.title')}</Link>
        </li>
        <li aria-current="page">{visit}</li>
      </ol>
      <Asked query={report} heading={visit}>
        {(view) => <Report view={view} />}
      </Asked>
    </>
  )
}

function Report({ view }: { readonly view: MonitoringReport }) {
  const { t, say, day } = useWords()
  const { study } = usePlace()
  return (
    <article className="stack report">
      <div className="page-head">
        <h1>{t('visit.reportOf', { visit: view.visit })}</h1>
        <StandingChip standing={view.standing} />
        <div className="buttons">
          {view.own && (
            <Link className="button" to={`/studies/${study}/monitoring/${view.visit}/edit`}>
              {t('visit.correct')}
            </Link>
          )}
          <button type="button" className="button" onClick={() => window.print()}>
            <Icon name="print" /> {t('print')}
          </button>
        </div>
      </div>
      <dl className="facts">
        <Fact term={t('site')}>{say(view.siteTitle)}</Fact>
        <Fact term={t('day')}>{day(view.day)}</Fact>
        <Fact term={t('visit.kind')}>{t(`visit.kind.${view.kind}`)}</Fact>
        <Fact term={t('visit.by')}>{view.by}</Fact>
        <Fact term={t('visit.people')}>{view.people}</Fact>
      </dl>
      <section className="card">
        <header>
          <h2>{t('visit.reviewed')}</h2>
        </header>
        <p className="body written">{view.reviewed}</p>
      </section>
      <Evidence view={view} />
      <Consents view={view} />
      <section className="card">
        <header>
          <h2>{t('visit.auditReview')}</h2>
        </header>
        <p className="body written">{view.auditReview ?? t('visit.noAuditReview')}</p>
      </section>
      <Findings view={view} />
      <Signing view={view} />
    </article>
  )
}

const Fact = ({ term, children }: { readonly term: string; readonly children: React.ReactNode }) => (
  <div>
    <dt className="quiet small">{term}</dt>
    <dd>{children}</dd>
  </div>
)

const counted = [
  'verified',
  'participants',
  'corrections',
  'queriesOpened',
  'queriesAnswered',
  'queriesClosed',
  'frozen',
  'deviationsJudged',
  'consents',
  'withdrawals',
] as const

function Evidence({ view }: { readonly view: MonitoringReport }) {
  const { t } = useWords()
  return (
    <section className="card">
      <header>
        <h2>{t('visit.evidence')}</h2>
      </header>
      <ul className="checklist body">
        {counted.map((name) => (
          <li key={name}>
            <Icon name="dot" />
            <span>{t(`visit.evidence.${name}`)}</span>
            <strong className="data">{view.evidence[name]}</strong>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Each consent as it is recorded, to be held against the signed form. */
function Consents({ view }: { readonly view: MonitoringReport }) {
  const { t, day } = useWords()
  const { study } = usePlace()
  const { signedConsents } = view.evidence
  return (
    <section className="card">
      <header>
        <h2>{t('visit.consents')}</h2>
      </header>
      {signedConsents.length === 0 ? (
        <p className="body quiet">{t('visit.noConsents')}</p>
      ) : (
        <table className="rows cards">
          <thead>
            <tr>
              <th scope="col">{t('end.participant')}</th>
              <th scope="col">{t('visit.consentVersion')}</th>
              <th scope="col">{t('visit.consentDay')}</th>
              <th scope="col">{t('visit.consentWithdrawn')}</th>
            </tr>
          </thead>
          <tbody>
            {signedConsents.map((consent) => (
              <tr key={`${consent.participant} ${consent.version}`}>
                <th scope="row">
                  <Link className="code" to={`/studies/${study}/participants/${consent.participant}`}>
                    {consent.participant}
                  </Link>
                </th>
                <td data-label={t('visit.consentVersion')}>{consent.version}</td>
                <td data-label={t('visit.consentDay')}>{day(consent.day)}</td>
                <td data-label={t('visit.consentWithdrawn')}>
                  {consent.withdrawn === undefined ? '–' : day(consent.withdrawn)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Findings({ view }: { readonly view: MonitoringReport }) {
  const { t, day, instant } = useWords()
  return (
    <section className="card">
      <header>
        <h2>{t('visit.findings')}</h2>
      </header>
      {view.findings.length === 0 ? (
        <p className="body quiet">{t('visit.noFindings')}</p>
      ) : (
        <ol className="body stack findings">
          {view.findings.map((finding) => (
            <li key={finding.number}>
              <p className="written">
                {finding.number}. {finding.text}
              </p>
              {finding.action !== undefined && (
                <p className="small">
                  <strong>{finding.action.text}</strong>{' '}
                  <span className="quiet">
                    {t('visit.dueBy', { name: finding.action.responsible, day: day(finding.action.due) })}
                  </span>
                </p>
              )}
              {finding.closed !== undefined && (
                <p className="small">
                  {t('visit.closed', { name: finding.closed.by, when: instant(finding.closed.at, view.timeZone) })}:{' '}
                  {finding.closed.note}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Signing({ view }: { readonly view: MonitoringReport }) {
  const { t } = useWords()
  const { study } = usePlace()
  const fields = useSigning()
  const name = useMe().data?.printedName ?? ''
  const latest = view.signatures.at(-1)
  return (
    <section className="card signed-card">
      <header>
        <h2>{t('visit.signature')}</h2>
        <StandingChip standing={view.standing} />
      </header>
      <div className="body stack">
        {latest === undefined ? (
          <p className="quiet">{t('sign.none')}</p>
        ) : (
          <Printed line={latest} zone={view.timeZone} isVoid={view.standing === 'void'} />
        )}
        {view.own && view.standing !== 'valid' && (
          <div className="buttons">
            <CommandButton
              title={t('visit.sign')}
              submit={t('sign.submit')}
              look="primary"
              path={`${studyPath(study)}/monitoring/sign`}
              fields={fields}
              fixed={{ visit: view.visit, seen: view.record }}
              refusals={view.toSign}
            >
              <p>{t('visit.declare', { name, visit: view.visit })}</p>
            </CommandButton>
          </div>
        )}
      </div>
    </section>
  )
}
