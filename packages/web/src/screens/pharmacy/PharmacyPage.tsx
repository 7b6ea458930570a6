import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { isAttended } from '../../api/activity.ts'
import { read } from '../../api/call.ts'
import { keyOfStudy, studyPath } from '../../api/queries.ts'
import type { PharmacyRow } from '../../api/studyTypes.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { pharmacyLook } from './looks.ts'

const groups = [
  ['pharmacy.toPrepare', ['requested']],
  ['pharmacy.toHandOver', ['prepared']],
  ['pharmacy.done', ['handedOver', 'given', 'cancelled']],
] as const

interface PharmacyList {
  readonly rows: readonly PharmacyRow[]
  /** Participants found by their code only. */
  readonly more: number
}

/** What is to be done and what was done last; by a part of its code any participant. */
function usePharmacy(study: string, text: string) {
  const asked = new URLSearchParams(text === '' ? {} : { q: text }).toString()
  return useQuery({
    queryKey: [...keyOfStudy(study), 'pharmacy', asked],
    placeholderData: keepPreviousData,
    refetchInterval: () => (isAttended() ? 15_000 : false),
    queryFn: () => read<PharmacyList>(`${studyPath(study)}/pharmacy?${asked}`),
  })
}

export function PharmacyPage() {
  const { t } = useWords()
  const { study } = usePlace()
  useTitle(t('pharmacy.title'))
  const [text, setText] = useState('')
  const list = usePharmacy(study, useDeferredValue(text).trim())
  return (
    <>
      <h1>{t('pharmacy.title')}</h1>
      <Asked query={list}>
        {({ rows, more }) => (
          <>
            <Notice tone="warn" title={t('pharmacy.unblinded')} />
            {(more > 0 || text !== '') && (
              <search className="row filters">
                <input
                  className="control medium"
                  type="search"
                  maxLength={60}
                  aria-label={t('pharmacy.search')}
                  placeholder={t('pharmacy.searchHint')}
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                />
                {more > 0 && <p className="quiet">{t('pharmacy.more', { count: more })}</p>}
              </search>
            )}
            {rows.length === 0 ? (
              <div className="card">
                <Empty title={t(text === '' ? 'pharmacy.none' : 'pharmacy.notFound')}>
                  <p>{t(text === '' ? 'pharmacy.noneHelp' : 'pharmacy.notFoundHelp')}</p>
                </Empty>
              </div>
            ) : (
              groups.map(([title, states]) => (
                <Group
                  key={title}
                  title={t(title)}
                  rows={rows.filter((row) => (states as readonly string[]).includes(row.state))}
                />
              ))
            )}
          </>
        )}
      </Asked>
    </>
  )
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly PharmacyRow[] }) {
  const { t, say, day } = useWords()
  const { study } = usePlace()
  const sites = useDefinition(study).data?.compiled.sites ?? []
  if (rows.length === 0) return null
  return (
    <section className="stack tight">
      <h2>{title}</h2>
      <div className="card">
        <table className="rows cards">
          <thead>
            <tr>
              <th scope="col">{t('pharmacy.participant')}</th>
              <th scope="col">{t('pharmacy.encounter')}</th>
              <th scope="col">{t('pharmacy.day')}</th>
              <th scope="col">{t('pharmacy.state')}</th>
              <th scope="col">{t('site')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const site = sites.find((one) => one.id === row.site)
              return (
                <tr key={`${row.code} ${row.encounter}`}>
                  <th scope="row">
                    <Link className="code" to={`${row.code}/${row.encounter}`}>
                      {row.code}
                    </Link>
                  </th>
                  <td data-label={t('pharmacy.encounter')}>{say(row.title)}</td>
                  <td data-label={t('pharmacy.day')}>{day(row.day)}</td>
                  <td data-label={t('pharmacy.state')}>
                    <Chip {...pharmacyLook[row.state]}>{t(`pharmacy.state.${row.state}`)}</Chip>
                  </td>
                  <td data-label={t('site')} className="quiet">
                    {site === undefined ? row.site : say(site.title)}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
