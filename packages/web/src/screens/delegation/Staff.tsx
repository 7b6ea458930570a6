import { Link } from 'react-router'
import type { Delegation, SiteDelegation, StaffMember } from '../../api/delegationTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Chip } from '../../elements/Chip.tsx'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'
import { RecordTraining } from './RecordTraining.tsx'

/** Who works at the site, what each has learned, and what still lacks. */
export function Staff({ site, page }: { readonly site: SiteDelegation; readonly page: Delegation }) {
  const { t, say } = useWords()
  const here = page.people.filter(({ grants }) => grants.some((one) => one.site === site.site))
  return (
    <section className="card">
      <header>
        <h3>{t('delegation.staff')}</h3>
        <RecordTraining page={page} people={here} today={site.today} />
      </header>
      <table className="rows cards">
        <thead>
          <tr>
            <th scope="col">{t('delegation.person')}</th>
            {page.training.map(({ id, title }) => (
              <th key={id} scope="col">
                {say(title)}
              </th>
            ))}
            <th scope="col">{t('delegation.lacksDuty')}</th>
          </tr>
        </thead>
        <tbody>
          {here.map((person) => (
            <Row key={person.account} person={person} site={site} page={page} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ person, site, page }: Parameters<typeof Staff>[0] & { readonly person: StaffMember }) {
  const { t, say, day } = useWords()
  const { study } = usePlace()
  const trained = new Set(person.trained.map(({ title }) => title.en))
  const lacks = site.lacking.find(({ account }) => account === person.account)?.lacks ?? []
  const isDelegated = lacks.every(({ en }) => trained.has(en))
  const roles = person.grants.filter((one) => one.site === site.site)
  return (
    <tr>
      <th scope="row">
        <Link to={`/studies/${study}/delegation/${person.account}`}>{person.name}</Link>
        <div className="quiet small">{roles.map(({ role }) => t(`role.${role}` as MessageKey)).join(', ')}</div>
      </th>
      {page.training.map(({ id, title }) => (
        <td key={id} data-label={say(title)}>
          <Trained line={person.trained.find(({ training }) => training === id)} day={day} />
        </td>
      ))}
      <td data-label={t('delegation.lacksDuty')}>
        <Chip tone={isDelegated ? 'good' : 'warn'}>{t(isDelegated ? 'delegation.inForce' : 'delegation.missing')}</Chip>
      </td>
    </tr>
  )
}

export function Trained(props: {
  readonly line: StaffMember['trained'][number] | undefined
  readonly day: (iso: string) => string
}) {
  const { t } = useWords()
  const { line } = props
  if (line?.counts !== true) return <Chip tone="warn">{t('delegation.missing')}</Chip>
  return (
    <Chip tone="good">
      {line.expires === undefined
        ? t('delegation.counts')
        : t('delegation.countsUntil', { day: props.day(line.expires) })}
    </Chip>
  )
}
