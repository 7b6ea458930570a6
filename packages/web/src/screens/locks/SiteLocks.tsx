import type { Locks, SiteLock } from '../../api/lockTypes.ts'
import { studyPath } from '../../api/queries.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import type { CommandField } from '../../command/fields.ts'
import { useSigning } from '../../command/useSigning.ts'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'
import { ClosureChip, ClosureLine } from './ClosureChip.tsx'

/** Every site with its state and its own checklist. */
export function SiteLocks({ view }: { readonly view: Locks }) {
  const { t } = useWords()
  return (
    <section className="card">
      <header>
        <h2>{t('lock.sites')}</h2>
      </header>
      <table className="rows cards locks">
        <thead>
          <tr>
            <th scope="col">{t('site')}</th>
            <th scope="col">{t('lock.state')}</th>
            <th scope="col">{t('lock.open')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {view.sites.map((site) => (
            <SiteRow key={site.site} site={site} view={view} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function SiteRow({ site, view }: { readonly site: SiteLock; readonly view: Locks }) {
  const { t, say } = useWords()
  const titleOf = new Map(view.lines.map(({ line, title }) => [line, say(title)]))
  const open = site.open.filter(({ count }) => count > 0)
  return (
    <tr>
      <th scope="row">
        {say(site.title)}
        <div className="quiet small">{t('lock.count', { count: site.participants })}</div>
      </th>
      <td data-label={t('lock.state')}>
        {site.closed === undefined ? (
          <Chip tone="neutral">{t('lock.isOpen')}</Chip>
        ) : (
          <div>
            <ClosureChip kind={site.closed.kind} />
            <div>
              <ClosureLine closure={site.closed} />
            </div>
          </div>
        )}
      </td>
      <td data-label={t('lock.open')}>
        {open.length === 0 ? (
          <Chip tone="good">{t('lock.nothingOpen')}</Chip>
        ) : (
          <ul className="open-lines">
            {open.map(({ line, count }) => (
              <li key={line}>
                <strong className="data">{count}</strong> {titleOf.get(line) ?? line}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td className="actions">{view.locked === undefined && <SiteButtons site={site} />}</td>
    </tr>
  )
}

function SiteButtons({ site }: { readonly site: SiteLock }) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const signing = useSigning()
  const manages = useRoles().has('dataManager')
  if (!manages) return null
  const path = `${studyPath(study)}/locks`
  const fixed = { site: site.site }
  const reason: CommandField = { name: 'reason', label: t('reason'), kind: 'long' }
  const override: CommandField = {
    name: 'override',
    label: t('lock.override'),
    kind: 'long',
    optional: true,
    help: t('lock.overrideHelp'),
  }
  if (site.closed?.kind === 'locked')
    return (
      <CommandButton
        title={t('lock.unlock')}
        submit={t('lock.unlock')}
        about={say(site.title)}
        look="compact"
        path={`${path}/unlock-site`}
        fields={[reason, ...signing]}
        fixed={fixed}
      />
    )
  return (
    <span className="row">
      {site.closed === undefined ? (
        <CommandButton
          title={t('lock.freeze')}
          submit={t('lock.freeze')}
          about={say(site.title)}
          look="plain compact"
          path={`${path}/freeze-sites`}
          fields={[reason]}
          fixed={fixed}
        />
      ) : (
        <CommandButton
          title={t('lock.unfreeze')}
          submit={t('lock.unfreeze')}
          about={say(site.title)}
          look="plain compact"
          path={`${path}/unfreeze-sites`}
          fields={[reason]}
          fixed={fixed}
        />
      )}
      <CommandButton
        title={t('lock.lock')}
        submit={t('lock.lock')}
        about={say(site.title)}
        look="compact"
        path={`${path}/lock-site`}
        fields={[reason, override, ...signing]}
        fixed={fixed}
      />
    </span>
  )
}
