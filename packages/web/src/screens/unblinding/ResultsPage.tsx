import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { read } from '../../api/call.ts'
import { keyOfStudy, studyPath } from '../../api/queries.ts'
import type { ResultRow, Told } from '../../api/unblindingTypes.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { ToldArm } from './ToldArm.tsx'

interface Page {
  readonly rows: readonly ResultRow[]
  readonly next?: string
}

/** Some participants at a time, found by their code. */
function useResults(study: string, text: string) {
  const asked = new URLSearchParams(text === '' ? {} : { q: text }).toString()
  return useInfiniteQuery({
    queryKey: [...keyOfStudy(study), 'unblinded-results', asked],
    placeholderData: keepPreviousData,
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const after = pageParam === '' ? '' : `&after=${encodeURIComponent(pageParam)}`
      return read<Page>(`${studyPath(study)}/unblinded-results?${asked}${after}`)
    },
    getNextPageParam: ({ next }) => next,
  })
}

/** Forms with results that tell the arm, by participant. Unblinded roles only. */
export function ResultsPage() {
  const { t } = useWords()
  const { study } = usePlace()
  useTitle(t('results.title'))
  const [told, setTold] = useState<{ readonly code: string; readonly arm: Told['arm'] }>()
  const [text, setText] = useState('')
  const list = useResults(study, useDeferredValue(text).trim())
  return (
    <>
      <h1>{t('results.title')}</h1>
      <Notice tone="warn" title={t('results.help')} />
      <search className="row filters">
        <input
          className="control medium"
          type="search"
          maxLength={60}
          aria-label={t('results.search')}
          placeholder={t('results.searchHint')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </search>
      {told !== undefined && <ToldArm {...told} />}
      <Asked query={list}>
        {({ pages }) => (
          <>
            <Found rows={pages.flatMap(({ rows }) => rows)} isSearched={text.trim() !== ''} told={setTold} />
            {list.hasNextPage && (
              <div className="buttons">
                <button type="button" className="button" onClick={() => void list.fetchNextPage()}>
                  {t('participants.more')}
                </button>
              </div>
            )}
          </>
        )}
      </Asked>
    </>
  )
}

function Found(props: {
  readonly rows: readonly ResultRow[]
  readonly isSearched: boolean
  readonly told: (told: { readonly code: string; readonly arm: Told['arm'] }) => void
}) {
  const { t } = useWords()
  const { rows, isSearched, told } = props
  if (rows.length === 0)
    return (
      <div className="card">
        <Empty title={t(isSearched ? 'results.notFound' : 'results.none')}>
          <p>{t(isSearched ? 'results.notFoundHelp' : 'results.noneHelp')}</p>
        </Empty>
      </div>
    )
  return [...Map.groupBy(rows, ({ code }) => code)].map(([code, own]) => (
    <Participant key={code} code={code} rows={own} told={(arm) => told({ code, arm })} />
  ))
}

function Participant(props: {
  readonly code: string
  readonly rows: readonly ResultRow[]
  readonly told: (arm: Told['arm']) => void
}) {
  const { t, say, day } = useWords()
  const { study } = usePlace()
  const { code, rows } = props
  return (
    <section className="card">
      <header>
        <h2 className="code">{code}</h2>
        {useRoles().has('safetyOfficer') && (
          <CommandButton
            title={t('results.safety')}
            submit={t('results.safety')}
            about={code}
            look="compact"
            danger
            path={`${studyPath(study)}/unblinded-results/${code}/unblind-for-safety`}
            fields={[
              { name: 'note', label: t('results.case'), kind: 'text' },
              { name: 'password', label: t('password'), kind: 'password' },
            ]}
            done={(answer) => props.told((answer as unknown as Told).arm)}
          >
            <p>{t('results.safetyHelp', { code })}</p>
          </CommandButton>
        )}
      </header>
      <table className="rows cards">
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.encounter} ${row.form}`}>
              <th scope="row">
                <Link to={`${code}/${row.encounter}/${row.form}`}>
                  {say(row.title)}, {say(row.formTitle)}
                </Link>
              </th>
              <td>{row.day !== undefined && day(row.day)}</td>
              <td>
                {row.version > 0 ? (
                  <Chip tone="good">{t('results.entered')}</Chip>
                ) : (
                  <Chip tone="neutral">{t('results.empty')}</Chip>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
