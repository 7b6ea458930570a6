import type { ParticipantStatus } from '../../api/participantTypes.ts'
import { useWords } from '../../language/useWords.tsx'
import type { Filter } from '../../api/useParticipants.ts'

export function ParticipantFilter(props: {
  readonly filter: Filter
  readonly change: (filter: Filter) => void
  readonly sites: readonly { readonly id: string; readonly title: string }[]
  readonly statuses: readonly ParticipantStatus[]
  readonly attention: number
  readonly shown: number
  readonly all: number
}) {
  const { t } = useWords()
  const { filter, change } = props
  return (
    <search className="row filters">
      <input
        className="control medium"
        type="search"
        aria-label={t('participants.search')}
        placeholder={t('participants.searchHint')}
        value={filter.text}
        onChange={(event) => change({ ...filter, text: event.target.value })}
      />
      {props.sites.length > 1 && (
        <select
          className="control medium"
          aria-label={t('site')}
          value={filter.site}
          onChange={(event) => change({ ...filter, site: event.target.value })}
        >
          <option value="">{t('participants.allSites')}</option>
          {props.sites.map((site) => (
            <option key={site.id} value={site.id}>
              {site.title}
            </option>
          ))}
        </select>
      )}
      <select
        className="control medium"
        aria-label={t('participants.status')}
        value={filter.status}
        onChange={(event) => change({ ...filter, status: event.target.value })}
      >
        <option value="">{t('participants.allStatuses')}</option>
        {props.statuses.map((status) => (
          <option key={status} value={status}>
            {t(`status.${status}`)}
          </option>
        ))}
      </select>
      <label className="choice">
        <input
          type="checkbox"
          checked={filter.attention}
          onChange={(event) => change({ ...filter, attention: event.target.checked })}
        />
        {t('participants.attention')}
        <span className="count data">{props.attention}</span>
      </label>
      <output className="quiet small push data">
        {t('participants.shown', { shown: props.shown, all: props.all })}
      </output>
    </search>
  )
}
