import type { Refusal } from '@trialwright/protocol'
import type { Problem } from '../api/call.ts'
import { useWords } from '../language/useWords.tsx'
import { Notice } from './Notice.tsx'

/** What was refused, why, and what to do. Refusals that belong to a field on the page are shown there and left out here. */
export function Refusals(props: {
  readonly problem: Problem | undefined
  readonly fields?: readonly string[]
  /** What a field is called where several things were sent together. */
  readonly placeOf?: (field: string) => string | undefined
  readonly onRetry?: () => void
}) {
  const { t } = useWords()
  if (props.problem === undefined) return null
  if (props.problem.unknown) {
    return (
      <Notice tone="warn" live title={t('problem.unknownTitle')}>
        <p>{t('problem.unknown')}</p>
        {props.onRetry && (
          <div className="buttons">
            <button type="button" className="button compact" onClick={props.onRetry}>
              {t('problem.retry')}
            </button>
          </div>
        )}
      </Notice>
    )
  }
  const rest = props.problem.refusals.filter((r) => r.field === undefined || !props.fields?.includes(r.field))
  if (rest.length === 0) {
    if (props.problem.refusals.length > 0) return null
    return <Notice tone="bad" live title={t('problem.status', { status: props.problem.status })} />
  }
  return (
    <Notice tone="bad" live title={rest.length > 1 ? t('problem.several', { count: rest.length }) : undefined}>
      <ul>
        {rest.map((refusal) => (
          <RefusalLine
            key={`${refusal.code} ${refusal.field ?? ''} ${refusal.reason.en}`}
            refusal={refusal}
            place={refusal.field === undefined ? undefined : props.placeOf?.(refusal.field)}
          />
        ))}
      </ul>
    </Notice>
  )
}

function RefusalLine({ refusal, place }: { readonly refusal: Refusal; readonly place: string | undefined }) {
  const { say } = useWords()
  return (
    <li>
      {place !== undefined && `${place}: `}
      <strong>{say(refusal.reason)}</strong> {say(refusal.remedy)}
      {/* Said of any field in the same words; others name theirs. */}
      {refusal.code === 'malformed' && refusal.field && (
        <span className="quiet small data break"> {refusal.field}</span>
      )}
    </li>
  )
}
