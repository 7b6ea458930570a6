import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { AuditPage as Page, AuditPeople } from '../../api/auditTypes.ts'
import { read } from '../../api/call.ts'
import { keyOfStudy, studyPath, useRead } from '../../api/queries.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { AuditFiles } from './AuditFiles.tsx'
import { AuditFilters } from './AuditFilters.tsx'
import { type AuditFilter, filterFields, filterOf } from './auditPlace.ts'
import { AuditTable } from './AuditTable.tsx'

/** The study's audit trail. What is asked for stands in the address, so that any view of it can be handed on. */
export function AuditPage() {
  const { t } = useWords()
  const { study } = usePlace()
  useTitle(t('audit.title'))
  const [address, setAddress] = useSearchParams()
  const filter = filterOf(address)
  const before = address.get('before')
  const definition = useDefinition(study)
  const people = useRead<AuditPeople>(`${studyPath(study)}/audit/people`)
  const query = new URLSearchParams({ ...filter, ...(before !== null && { before }) } as Record<string, string>)
  const page = useQuery({
    queryKey: [...keyOfStudy(study), 'audit', query.toString()],
    queryFn: () => read<Page>(`${studyPath(study)}/audit?${query}`),
    placeholderData: keepPreviousData,
  })
  const change = (next: AuditFilter) =>
    // At once, or a second choice made quickly would be added to what stood before the first.
    setAddress(Object.fromEntries(filterFields.flatMap((field) => (next[field] ? [[field, next[field]]] : []))), {
      flushSync: true,
    })
  const at = (position: string | undefined): string => {
    const there = new URLSearchParams(address)
    if (position === undefined) there.delete('before')
    else there.set('before', position)
    return `?${there}`
  }
  return (
    <>
      <div className="page-head">
        <h1>{t('audit.title')}</h1>
        <AuditFiles study={study} filter={filter} />
      </div>
      <p className="quiet">{t('audit.help')}</p>
      <Asked query={definition}>
        {(loaded) => (
          <>
            <AuditFilters definition={loaded} people={people.data?.people ?? []} filter={filter} change={change} />
            {filter.pattern !== undefined && <p className="quiet small">{t('audit.patternHelp')}</p>}
            <Asked query={page}>
              {({ rows, next }) => (
                <>
                  <div className="card" aria-busy={page.isPlaceholderData}>
                    {rows.length === 0 ? (
                      <Empty title={t('audit.none')}>
                        <p>{t('audit.noneHelp')}</p>
                      </Empty>
                    ) : (
                      <AuditTable rows={rows} definition={loaded} />
                    )}
                  </div>
                  <nav className="buttons" aria-label={t('audit.title')}>
                    {before !== null && (
                      <Link className="button" to={at(undefined)}>
                        {t('audit.newest')}
                      </Link>
                    )}
                    {next !== undefined && (
                      <Link className="button" to={at(String(next))}>
                        {t('audit.older')}
                      </Link>
                    )}
                  </nav>
                </>
              )}
            </Asked>
          </>
        )}
      </Asked>
    </>
  )
}
