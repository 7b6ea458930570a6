import { Link } from 'react-router'
import type { SiteActivation, Sites } from '../../api/peopleTypes.ts'
import { studyPath } from '../../api/queries.ts'
import { useRoles } from '../../api/useRoles.ts'
import { useSites } from '../../api/usePeople.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'

/** Each site's way to its first participant: what is recorded, what is missing, which protocol version runs there. */
export function SitesPage() {
  const { t } = useWords()
  useTitle(t('sites.title'))
  return (
    <>
      <h1>{t('sites.title')}</h1>
      <p className="quiet lead">{t('sites.help')}</p>
      <Asked query={useSites()}>
        {(page) => (
          <>
            <p className="quiet">{t('sites.version', { version: page.version })}</p>
            {page.sites.map((site) => (
              <SiteCard key={site.site} site={site} page={page} />
            ))}
          </>
        )}
      </Asked>
    </>
  )
}

function SiteCard({ site, page }: { readonly site: SiteActivation; readonly page: Sites }) {
  const { t, say, instant } = useWords()
  const { study } = usePlace()
  const isAdministrator = useRoles().has('administrator')
  const missing = site.approvals.filter(({ recorded }) => recorded === undefined).length
  return (
    <section className="card">
      <header>
        <h2>{say(site.title)}</h2>
        <Chip tone={site.including ? 'good' : 'warn'}>
          {t(site.including ? 'sites.including' : 'sites.notIncluding')}
        </Chip>
        <span className="quiet small">
          {[
            ...(site.opened === undefined ? [] : [t('sites.openedAt', { when: instant(site.opened) })]),
            ...(site.version === undefined ? [] : [t('sites.runs', { version: site.version })]),
            ...(missing > 0 ? [t('sites.missing', { count: missing })] : []),
          ].join(' · ')}
        </span>
        {isAdministrator && site.opened === undefined && missing === 0 && page.opened && (
          <CommandButton
            title={t('sites.open')}
            submit={t('sites.open')}
            about={say(site.title)}
            look="primary compact"
            path={`${studyPath(study)}/open-site`}
            fixed={{ site: site.site }}
            fields={[]}
          >
            <p>{t('sites.openHelp')}</p>
          </CommandButton>
        )}
      </header>
      <p className="body small">
        <Link to={`/studies/${study}/delegation?site=${site.site}`}>
          {t('delegation.of', { site: say(site.title) })}
        </Link>
      </p>
      <table className="rows cards">
        <thead>
          <tr>
            <th scope="col">{t('sites.approval')}</th>
            <th scope="col">{t('sites.reference')}</th>
            <th scope="col">{t('sites.given')}</th>
            <th scope="col">{t('sites.recordedBy')}</th>
            {isAdministrator && (
              <th scope="col">
                <span className="hidden-visually">{t('sites.record')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {site.approvals.map((approval) => (
            <Row key={approval.approval} site={site} approval={approval} page={page} may={isAdministrator} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row(props: {
  readonly site: SiteActivation
  readonly approval: SiteActivation['approvals'][number]
  readonly page: Sites
  readonly may: boolean
}) {
  const { t, say, day } = useWords()
  const { recorded, title, eachVersion } = props.approval
  return (
    <tr>
      <th scope="row">{say(title)}</th>
      <td data-label={t('sites.reference')}>
        {recorded === undefined ? <Chip tone="warn">{t('sites.lacks')}</Chip> : recorded.reference}
      </td>
      <td data-label={t('sites.given')} className="nowrap">
        {recorded !== undefined && day(recorded.day)}
        {recorded !== undefined && eachVersion && (
          <div className="quiet small">{t('sites.forVersion', { version: recorded.version })}</div>
        )}
      </td>
      <td data-label={t('sites.recordedBy')}>{recorded?.by}</td>
      {props.may && (
        <td>
          <Act {...props} />
        </td>
      )}
    </tr>
  )
}

function Act({ site, approval, page }: Parameters<typeof Row>[0]) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const { recorded } = approval
  if (recorded?.computed === true)
    return <Link to={`/studies/${study}/delegation?site=${site.site}`}>{t('sites.computed')}</Link>
  const place = { site: site.site, approval: approval.approval, version: recorded?.version ?? page.version }
  if (recorded === undefined)
    return (
      <CommandButton
        title={t('sites.record')}
        submit={t('sites.record')}
        about={say(approval.title)}
        of={say(site.title)}
        look="compact"
        path={`${studyPath(study)}/record-approval`}
        fixed={place}
        fields={[
          { name: 'reference', label: t('sites.reference'), kind: 'text', help: t('sites.referenceHelp') },
          { name: 'day', label: t('sites.given'), kind: 'day', initial: page.today },
        ]}
      >
        <p>{t('sites.recordHelp', { version: page.version })}</p>
      </CommandButton>
    )
  return (
    <CommandButton
      title={t('sites.withdraw')}
      submit={t('sites.withdraw')}
      about={say(approval.title)}
      of={say(site.title)}
      look="plain compact"
      danger
      path={`${studyPath(study)}/withdraw-approval`}
      fixed={place}
      fields={[{ name: 'reason', label: t('reason'), kind: 'long' }]}
    >
      <p>{t('sites.withdrawHelp')}</p>
    </CommandButton>
  )
}
