import { type CompiledItem, type Entry, rowsOf } from '@trialwright/protocol'
import type { QueryView } from '../../api/queryTypes.ts'
import { useWords } from '../../language/useWords.tsx'
import { QueryThread, useCellName } from './QueryThread.tsx'

/** What is asked of a value: what waits stands open beside it, what is closed can be unfolded. */
export function ItemQueries(props: {
  readonly item: CompiledItem
  readonly recorded: Entry | undefined
  readonly queries: readonly QueryView[]
}) {
  const { t } = useWords()
  const cellName = useCellName()
  if (props.queries.length === 0) return null
  const rows = (rowsOf(props.recorded)?.rows ?? []).map((row) => row.id)
  const thread = (query: QueryView) => (
    <QueryThread key={query.id} query={query} cell={cellName(props.item, rows, query)} />
  )
  const closed = props.queries.filter((query) => query.status === 'closed')
  return (
    <div className="stack tight queries-of-item">
      {props.queries.filter((query) => query.status !== 'closed').map(thread)}
      {closed.length > 0 && (
        <details className="small">
          <summary className="quiet">
            {t('queries.onlyClosed')}: {t('queries.count', { count: closed.length })}
          </summary>
          {closed.map(thread)}
        </details>
      )}
    </div>
  )
}
