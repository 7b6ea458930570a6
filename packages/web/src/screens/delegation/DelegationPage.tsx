import { Link, useSearchParams } from 'react-router'
import type { Delegation, SiteDelegation } from '../../api/delegationTypes.ts'
import { studyPath, useRead } from '../../api/queries.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Asked } from '../../elements/Asked.tsx'
import { Icon } from '../../elements/Icon.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { DelegateButton } from './DelegateButton.tsx'
import { DelegationLog } from './DelegationLog.tsx'
import { Findings } from './Findings.tsx'
import { Staff } from './Staff.tsx'

export const useDelegation = () => useRead<Delegation>(`${studyPath(usePlace().study)}/delegation`)

/** A site's delegation log, its people's training, and who acted without; it prints as it stands. */
export function DelegationPage() {
  const { t, say } = useWords()
  useTitle(t('delegation.title'))
  const [search] = useSearchParams()
  return (
    <>
      <h1>{t('delegation.title')}</h1>
      <p className="quiet lead no-print">{t('delegation.help')}</p>
      <Asked query={useDelegation()}>
        {(page) => {
          const site = page.sites.find((one) => one.site === search.get('site')) ?? page.sites[0]
          if (site === undefined) return null
          return (
            <>
              {page.sites.length > 1 && (
                <nav className="tabs" aria-label={t('site')}>
                  {page.sites.map((one) => (
                    <Link
                      key={one.site}
                      to={`?site=${one.site}`}
                      className={one.site === site.site ? 'active' : undefined}
                      aria-current={one.site === site.site ? 'page' : undefined}
                    >
                      {say(one.title)}
                    </Link>
                  ))}
                </nav>
              )}
              <Site key={site.site} site={site} page={page} />
            </>
          )
        }}
      </Asked>
    </>
  )
}

function Site({ site, page }: { readonly site: SiteDelegation; readonly page: Delegation }) {
  const { t, say, instant } = useWords()
  const isMine = site.log.some(({ account, standing }) => account === page.me && standing === 'waiting')
  const { investigator } = site
  return (
    <div className="stack report">
      {isMine && <Notice tone="warn">{t('delegation.yours')}</Notice>}
      <div className="page-head">
        <h2>{t('delegation.of', { site: say(site.title) })}</h2>
        <div className="buttons">
          {investigator?.account === page.me && <DelegateButton site={site} page={page} />}
          <NameButton site={site} page={page} />
          <button type="button" className="button" onClick={() => window.print()}>
            <Icon name="print" /> {t('print')}
          </button>
        </div>
      </div>
      <dl className="facts">
        <div>
          <dt className="quiet small">{t('delegation.responsible')}</dt>
          <dd>
            {investigator === undefined ? (
              <>
                {t('delegation.nobody')}. <span className="quiet">{t('delegation.nobodyHelp')}</span>
              </>
            ) : (
              <>
                {investigator.name}{' '}
                <span className="quiet small">
                  {t('delegation.namedBy', { name: investigator.by, when: instant(investigator.at, site.timeZone) })}
                </span>
              </>
            )}
          </dd>
        </div>
      </dl>
      <DelegationLog site={site} page={page} />
      <Staff site={site} page={page} />
      <Findings site={site} />
    </div>
  )
}

function NameButton({ site, page }: { readonly site: SiteDelegation; readonly page: Delegation }) {
  const { t } = useWords()
  const { study } = usePlace()
  if (!useRoles().has('administrator')) return null
  const choices = page.people
    .filter(({ grants }) => grants.some((one) => one.role === 'investigator' && (one.site ?? site.site) === site.site))
    .map(({ account, name }) => ({ value: account, label: name }))
  return (
    <CommandButton
      title={t('delegation.name')}
      submit={t('delegation.name')}
      path={`${studyPath(study)}/delegation/name-investigator`}
      fixed={{ site: site.site }}
      fields={[{ name: 'person', label: t('delegation.person'), kind: 'choice', choices }]}
    >
      <p>{t('delegation.nameHelp')}</p>
    </CommandButton>
  )
}
