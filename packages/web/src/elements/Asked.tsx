import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemError } from '../api/call.ts'
import { useWords } from '../language/useWords.tsx'
import { Notice } from './Notice.tsx'
import { Refusals } from './Refusals.tsx'

/** What a page shows while, after and instead of an answer of the server. */
export function Asked<T>(props: {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error'> & { readonly refetch: () => unknown }
  /** The page's heading until the answer brings its own. */
  readonly heading?: string
  readonly children: (value: T) => ReactNode
}) {
  const { t } = useWords()
  const { data, error, refetch } = props.query
  if (data !== undefined) {
    return (
      <>
        {error instanceof ProblemError && error.problem.unknown && (
          <Notice tone="warn" live title={t('problem.stale')} />
        )}
        {props.children(data)}
      </>
    )
  }
  return (
    <>
      {props.heading !== undefined && <h1>{props.heading}</h1>}
      {error === null ? (
        <Loading />
      ) : error instanceof ProblemError ? (
        <Refusals problem={error.problem} onRetry={() => void refetch()} />
      ) : (
        <Notice tone="bad" live title={t('problem.status', { status: 0 })} />
      )}
    </>
  )
}

export function Loading() {
  const { t } = useWords()
  return (
    <div className="loading" role="status">
      <span className="hidden-visually">{t('loading')}</span>
      <i />
      <i />
      <i />
      <i />
      <i />
    </div>
  )
}
