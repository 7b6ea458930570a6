import { Link } from 'react-router'
import { studyPath, useRead } from '../../api/queries.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import type { VerificationView } from '../../api/verificationTypes.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { ProgressBar } from './ProgressBar.tsx'

/** The monitor's work list: the plan, how far each site has come, and where most is left. */
export function VerificationPage() {
  const { t } = useWords()
  const { study } = usePlace()
  useTitle(t('verify.title'))
  const view = useRead<VerificationView>(`${studyPath(study)}/verification`, { every: 30_000 })
  return (
    <>
      <h1>{t('verify.title')}</h1>
      <p className="quiet lead">{t('verify.help')}</p>
      <Asked query={view}>
        {(page) => (
          <>
            <Plan page={page} />
            <Sites page={page} />
            <Work page={page} />
          </>
        )}
      </Asked>
    </>
  )
}

function Plan({ page }: { readonly page: VerificationView }) {
  const { t, say, number } = useWords()
  return (
    <section className="card">
      <header>
        <h2>{t('verify.plan')}</h2>
      </header>
      <div className="body stack">
        <p>{t('verify.sample', { percent: number(page.share * 100, 0) })}</p>
        <div>
          <strong>{t('verify.always')}</strong>
          <ul className="bullets">
            {page.critical.map((one) => (
              <li key={one.form}>
                {say(one.title)}
                {one.items.length > 0 && `: ${one.items.map(say).join(', ')}`}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}

function Sites({ page }: { readonly page: VerificationView }) {
  const { t, say, number } = useWords()
  return (
    <section className="card">
      <header>
        <h2>{t('verify.bySite')}</h2>
      </header>
      <table className="rows cards">
        <thead>
          <tr>
            <th scope="col">{t('site')}</th>
            <th scope="col">{t('verify.share')}</th>
            <th scope="col">{t('verify.progress')}</th>
          </tr>
        </thead>
        <tbody>
          {page.sites.map((site) => (
            <tr key={site.site}>
              <th scope="row">{say(site.title)}</th>
              <td data-label={t('verify.share')} className="data">
                {t('verify.percent', { percent: number(site.share * 100, 0) })}
              </td>
              <td data-label={t('verify.progress')}>
                <ProgressBar {...site} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Work({ page }: { readonly page: VerificationView }) {
  const { t, say, number } = useWords()
  const { study } = usePlace()
  const shown = page.participants.length
  const sites = useDefinition(study).data?.compiled.sites ?? []
  return (
    <section className="card">
      <header>
        <h2>{t('verify.work')}</h2>
      </header>
      {shown < page.found && (
        <p className="quiet body">{t('verify.first', { shown: number(shown, 0), all: number(page.found, 0) })}</p>
      )}
      {shown === 0 ? (
        <Empty title={t('verify.nothing')} />
      ) : (
        <table className="rows cards">
          <thead>
            <tr>
              <th scope="col">{t('end.participant')}</th>
              <th scope="col">{t('site')}</th>
              <th scope="col">{t('verify.scope')}</th>
              <th scope="col">{t('verify.progress')}</th>
            </tr>
          </thead>
          <tbody>
            {page.participants.map((row) => {
              const site = sites.find(({ id }) => id === row.site)
              return (
                <tr key={row.code}>
                  <th scope="row">
                    <Link className="code" to={`/studies/${study}/participants/${row.code}/verification`}>
                      {row.code}
                    </Link>
                  </th>
                  <td data-label={t('site')}>{site === undefined ? row.site : say(site.title)}</td>
                  <td data-label={t('verify.scope')}>
                    <Chip tone={row.sampled ? 'info' : 'neutral'}>
                      {t(row.sampled ? 'verify.whole' : 'verify.criticalOnly')}
                    </Chip>
                  </td>
                  <td data-label={t('verify.progress')}>
                    <ProgressBar {...row} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}
