import type { CompiledStudy } from '@trialwright/protocol'
import type { QueryStatus } from '../../api/queryTypes.ts'
import { useWords } from '../../language/useWords.tsx'
import { ages, type Filter } from './filter.ts'

export function QueryFilter(props: {
  readonly filter: Filter
  readonly change: (filter: Filter) => void
  readonly sites: CompiledStudy['sites']
}) {
  const { t, say } = useWords()
  const { filter, change } = props
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
      <select
        className="control medium"
        aria-label={t('site')}
        value={filter.site}
        onChange={(event) => change({ ...filter, site: event.target.value })}
      >
        <option value="">{t('participants.allSites')}</option>
        {props.sites.map((site) => (
          <option key={site.id} value={site.id}>
            {say(site.title)}
          </option>
        ))}
      </select>
    </search>
  )
}
