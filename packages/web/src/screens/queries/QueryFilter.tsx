import type { QueryStatus } from '../../api/queryTypes.ts'
import { useOwnSites } from '../../api/useOwnSites.ts'
import { useWords } from '../../language/useWords.tsx'
import { ages, type Filter } from './filter.ts'

export function QueryFilter(props: {
  readonly filter: Filter
  readonly change: (filter: Filter) => void
  readonly participant: string | undefined
  readonly ofAll: () => void
}) {
  const { t, say } = useWords()
  const { filter, change, participant } = props
  const sites = useOwnSites()
  return (
    <search className="row filters">
      <select
        className="control medium"
        aria-label={t('queries.which')}
        value={filter.status}
        onChange={(event) => change({ ...filter, status: event.target.value as QueryStatus | '' })}
      >
        <option value="">{t('queries.waiting')}</option>
        <option value="open">{t('queries.onlyOpen')}</option>
        <option value="answered">{t('queries.onlyAnswered')}</option>
        <option value="closed">{t('queries.onlyClosed')}</option>
      </select>
      <select
        className="control medium"
        aria-label={t('queries.age')}
        value={filter.days}
        onChange={(event) => change({ ...filter, days: Number(event.target.value) })}
      >
        <option value={0}>{t('queries.anyAge')}</option>
        {ages.map((days) => (
          <option key={days} value={days}>
            {t('queries.olderThan', { days })}
          </option>
        ))}
      </select>
      {participant === undefined && sites.length > 1 && (
        <select
          className="control medium"
          aria-label={t('site')}
          value={filter.site}
          onChange={(event) => change({ ...filter, site: event.target.value })}
        >
          <option value="">{t('participants.allSites')}</option>
          {sites.map((site) => (
            <option key={site.id} value={site.id}>
              {say(site.title)}
            </option>
          ))}
        </select>
      )}
      {participant !== undefined && (
        <>
          <strong className="data">{participant}</strong>
          <button type="button" className="button" onClick={props.ofAll}>
            {t('queries.ofAll')}
          </button>
        </>
      )}
    </search>
  )
}
