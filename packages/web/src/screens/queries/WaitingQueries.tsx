import { studyPath, useRead } from '../../api/queries.ts'
import type { QueryCounts } from '../../api/queryTypes.ts'
import type { Grant } from '../../api/types.ts'
import { useWords } from '../../language/useWords.tsx'

const asking = ['monitor', 'dataManager']

/** How many queries wait for the person: for an answer at the sites, for a look at the answer elsewhere. */
export function WaitingQueries({ study, grants }: { readonly study: string; readonly grants: readonly Grant[] }) {
  const { t } = useWords()
  const counts = useRead<QueryCounts>(`${studyPath(study)}/queries/counts`, { every: 60_000 }).data
  if (counts === undefined) return null
  const toClose = grants.some(({ role }) => asking.includes(role))
  const count = toClose ? counts.answered : counts.open
  if (count === 0) return null
  return (
    <span className="count data">
      <span aria-hidden="true">{count}</span>
      <span className="hidden-visually">{t(toClose ? 'queries.toClose' : 'queries.toAnswer', { count })}</span>
    </span>
  )
}
