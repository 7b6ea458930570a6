import { useState } from 'react'
import { Link } from 'react-router'
import type { ParticipantStatus, Summary } from '../../api/participantTypes.ts'
import { useMe } from '../../api/queries.ts'
import { useParticipants } from '../../api/useParticipants.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { useRoles } from '../../api/useRoles.ts'
import { fits, type Filter, needsAttention } from './filter.ts'
import { ParticipantFilter } from './ParticipantFilter.tsx'
import { ReaderTable } from './ReaderTable.tsx'
import { ParticipantTable } from './ParticipantTable.tsx'

const registering = ['coordinator', 'investigator']
const everybody: Filter = { text: '', site: '', status: '', attention: false }

export function ParticipantsPage() {
  const { t } = useWords()
  const { study } = usePlace()
  useTitle(t('participants.title'))
  const [filter, setFilter] = useState(everybody)
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
      <Asked query={useParticipants(study)}>
        {(rows) => <Found rows={rows} filter={filter} setFilter={setFilter} />}
      </Asked>
    </>
  )
}

function Found(props: {
  readonly rows: readonly Summary[]
  readonly filter: Filter
  readonly setFilter: (filter: Filter) => void
}) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const sites = useDefinition(study).data?.compiled.sites ?? []
  const { rows, filter, setFilter } = props
  const isReader = useRoles().has('mriReader')
  if (rows.length === 0)
    return (
      <div className="card">
        <Empty title={t('participants.none')}>
          <p>{t('participants.noneHelp')}</p>
        </Empty>
      </div>
    )
  if (isReader) return <ReaderTable codes={rows.map((row) => row.code)} />
  const siteName = new Map(sites.map((site) => [site.id, say(site.title)]))
  const found = rows.filter((row) =>
    fits(row, filter, [
      row.code,
      t(`status.${row.status}`),
      row.nextDue ? say(row.nextDue.title) : '',
      siteName.get(row.site) ?? '',
    ]),
  )
  return (
    <>
      <ParticipantFilter
        filter={filter}
        change={setFilter}
        sites={[...new Set(rows.map((row) => row.site))].map((id) => ({ id, title: siteName.get(id) ?? id }))}
        statuses={[...new Set(rows.map((row): ParticipantStatus => row.status))]}
        attention={rows.filter(needsAttention).length}
        shown={found.length}
        all={rows.length}
      />
      <div className="card">
        {found.length === 0 ? (
          <Empty title={t('participants.noneFound')}>
            <button type="button" className="button" onClick={() => setFilter(everybody)}>
              {t('participants.clear')}
            </button>
          </Empty>
        ) : (
          <ParticipantTable rows={found} siteName={siteName} />
        )}
      </div>
    </>
  )
}
