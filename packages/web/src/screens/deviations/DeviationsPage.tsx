import { useState } from 'react'
import { type DeviationPage, type DeviationRule, rules } from '../../api/deviationTypes.ts'
import { studyPath, useRead } from '../../api/queries.ts'
import { useOwnSites } from '../../api/useOwnSites.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { FileButton } from '../../elements/FileButton.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { DeviationTable } from './DeviationTable.tsx'

const states = ['toClassify', 'important', 'notImportant', 'gone'] as const

interface Filter {
  readonly site: string
  readonly rule: DeviationRule | ''
  readonly state: (typeof states)[number] | ''
}
const everything: Filter = { site: '', rule: '', state: '' }

/** What is chosen; the rest is everything. */
const given = (filter: Partial<Filter> & { readonly after?: string | undefined }): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  )

const parametersOf = (filter: Filter, after: string | undefined): string => {
  const text = new URLSearchParams(given({ ...filter, after })).toString()
  return text === '' ? '' : `?${text}`
}

/** Departures from the protocol at the sites, as the data are now. */
export function DeviationsPage() {
  const { t, say } = useWords()
  const { study } = usePlace()
  useTitle(t('deviations.title'))
  const [filter, setFilter] = useState(everything)
  const [after, setAfter] = useState<string>()
  const change = (next: Filter) => {
    setFilter(next)
    setAfter(undefined)
  }
  const sites = useOwnSites()
  const address = `${studyPath(study)}/deviations`
  const page = useRead<DeviationPage>(`${address}${parametersOf(filter, after)}`)
  return (
    <>
      <div className="page-head">
        <h1>{t('deviations.title')}</h1>
        <div className="buttons">
          <FileButton path={`${address}/table`} wanted={given(filter)} spoken>
            {t('deviations.file')}
          </FileButton>
        </div>
      </div>
      <p className="quiet">{t('deviations.help')}</p>
      <search className="row filters">
        {sites.length > 1 && (
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
        <select
          className="control medium"
          aria-label={t('deviations.rule')}
          value={filter.rule}
          onChange={(event) => change({ ...filter, rule: event.target.value as Filter['rule'] })}
        >
          <option value="">{t('deviations.anyRule')}</option>
          {rules.map((rule) => (
            <option key={rule} value={rule}>
              {t(`deviations.rule.${rule}`)}
            </option>
          ))}
        </select>
        <select
          className="control medium"
          aria-label={t('deviations.judgement')}
          value={filter.state}
          onChange={(event) => change({ ...filter, state: event.target.value as Filter['state'] })}
        >
          <option value="">{t('deviations.anyState')}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {t(`deviations.state.${state}`)}
            </option>
          ))}
        </select>
      </search>
      <Asked query={page}>
        {({ rows, next }) => (
          <>
            <div className="card">
              {rows.length > 0 ? (
                <DeviationTable rows={rows} />
              ) : filter === everything ? (
                <Empty title={t('deviations.none')} />
              ) : (
                <Empty title={t('deviations.noneFound')}>
                  <button type="button" className="button" onClick={() => change(everything)}>
                    {t('deviations.clear')}
                  </button>
                </Empty>
              )}
            </div>
            {next !== undefined && (
              <button type="button" className="button" onClick={() => setAfter(next)}>
                {t('queries.next')}
              </button>
            )}
          </>
        )}
      </Asked>
    </>
  )
}

/** The same for one participant. */
export function ParticipantDeviations() {
  const { t } = useWords()
  const { study, code } = usePlace()
  const page = useRead<DeviationPage>(`${studyPath(study)}/participants/${encodeURIComponent(code)}/deviations`)
  return (
    <>
      <p className="quiet">{t('deviations.help')}</p>
      <Asked query={page}>
        {({ rows }) => (
          <div className="card">
            {rows.length > 0 ? <DeviationTable rows={rows} /> : <Empty title={t('deviations.none')} />}
          </div>
        )}
      </Asked>
    </>
  )
}
