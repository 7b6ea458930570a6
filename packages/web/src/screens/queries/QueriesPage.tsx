import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useRead, studyPath } from '../../api/queries.ts'
import type { QueryPage } from '../../api/queryTypes.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { useToday } from '../../api/useToday.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { everything, type Filter, parametersOf } from './filter.ts'
import { QueryFilter } from './QueryFilter.tsx'
import { QueryTable } from './QueryTable.tsx'

/** The work list: what waits for an answer, or for whoever asked, longest first. */
export function QueriesPage() {
  const { t } = useWords()
  const { study } = usePlace()
  const today = useToday()
  useTitle(t('queries.title'))
  const [address, setAddress] = useSearchParams()
  const participant = address.get('participant') ?? undefined
  const [filter, setFilter] = useState(everything)
  const [after, setAfter] = useState<string>()
  const change = (next: Filter) => {
    setFilter(next)
    setAfter(undefined)
  }
  const definition = useDefinition(study)
  const page = useRead<QueryPage>(
    `${studyPath(study)}/queries${parametersOf(participant === undefined ? filter : { ...filter, participant }, today, after)}`,
  )
  return (
    <>
      <div className="page-head">
        <h1>{t('queries.title')}</h1>
      </div>
      <QueryFilter
        filter={filter}
        change={change}
        participant={participant}
        ofAll={() => {
          setAddress({})
          setAfter(undefined)
        }}
      />
      <Asked query={definition}>
        {(loaded) => (
          <Asked query={page}>
            {({ rows, next }) => (
              <>
                <div className="card">
                  {rows.length === 0 ? (
                    <Nothing filter={filter} clear={() => change(everything)} />
                  ) : (
                    <QueryTable rows={rows} definition={loaded} today={today} />
                  )}
                </div>
                <div className="buttons">
                  {after !== undefined && (
                    <button type="button" className="button" onClick={() => setAfter(undefined)}>
                      {t('queries.first')}
                    </button>
                  )}
                  {next !== undefined && (
                    <button type="button" className="button" onClick={() => setAfter(next)}>
                      {t('queries.next')}
                    </button>
                  )}
                </div>
              </>
            )}
          </Asked>
        )}
      </Asked>
    </>
  )
}

function Nothing({ filter, clear }: { readonly filter: Filter; readonly clear: () => void }) {
  const { t } = useWords()
  if (filter === everything)
    return (
      <Empty title={t('queries.none')}>
        <p>{t('queries.noneHelp')}</p>
      </Empty>
    )
  return (
    <Empty title={t('queries.noneFound')}>
      <button type="button" className="button" onClick={clear}>
        {t('queries.clear')}
      </button>
    </Empty>
  )
}
