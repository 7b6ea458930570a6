import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { useMe } from '../../api/queries.ts'
import { type Filter, useParticipants } from '../../api/useParticipants.ts'
import { useRoles } from '../../api/useRoles.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import type { ParticipantList, Summary } from '../../api/participantTypes.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { ParticipantFilter } from './ParticipantFilter.tsx'
import { ParticipantTable } from './ParticipantTable.tsx'
import { ReaderTable } from './ReaderTable.tsx'

const registering = ['coordinator', 'investigator']
const everybody: Filter = { text: '', site: '', status: '', attention: false }

export function ParticipantsPage() {
  const { t } = useWords()
  const { study } = usePlace()
  useTitle(t('participants.title'))
  const [filter, setFilter] = useState(everybody)
  const list = useParticipants(study, useDeferredValue(filter))
  const mayRegister = useMe().data?.grants.some((one) => one.study === study && registering.includes(one.role))
  return (
    <>
      <div className="page-head">
        <h1>{t('participants.title')}</h1>
        {mayRegister === true && (
          <div className="buttons">
            <Link to="new" className="button primary">
              {t('participants.register')}
            </Link>
          </div>
        )}
      </div>
      <Asked query={list}>
        {({ pages }) => (
          <>
            <Found pages={pages} filter={filter} setFilter={setFilter} />
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
  readonly pages: readonly ParticipantList[]
  readonly filter: Filter
  readonly setFilter: (filter: Filter) => void
}) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const sites = useDefinition(study).data?.compiled.sites ?? []
  const { pages, filter, setFilter } = props
  const isReader = useRoles().has('mriReader')
  const rows: readonly Summary[] = pages.flatMap((page) => page.rows)
  const last = pages.at(-1)
  if (last === undefined || last.all === 0)
    return (
      <div className="card">
        <Empty title={t('participants.none')}>
          <p>{t('participants.noneHelp')}</p>
        </Empty>
      </div>
    )
  if (isReader) return <ReaderTable codes={rows.map((row) => row.code)} />
  const siteName = new Map(sites.map((site) => [site.id, say(site.title)]))
  return (
    <>
      <ParticipantFilter
        filter={filter}
        change={setFilter}
        sites={last.sites.map((id) => ({ id, title: siteName.get(id) ?? id }))}
        statuses={last.statuses}
        attention={last.attention}
        shown={last.found}
        all={last.all}
      />
      <div className="card">
        {rows.length === 0 ? (
          <Empty title={t('participants.noneFound')}>
            <button type="button" className="button" onClick={() => setFilter(everybody)}>
              {t('participants.clear')}
            </button>
          </Empty>
        ) : (
          <ParticipantTable rows={rows} siteName={siteName} />
        )}
      </div>
    </>
  )
}
