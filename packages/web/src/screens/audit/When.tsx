import { useWords } from '../../language/useWords.tsx'
import { offsetAt } from '@trialwright/protocol'
import { gapSeconds } from './times.ts'

/** An instant as the site's clock showed it, with its offset, and in UTC; entry and storage apart where both are known. */
export function When(props: {
  readonly at: string
  readonly recordedAt: string
  readonly clientTime?: string | undefined
  readonly timeZone: string
}) {
  const { t, instant, number } = useWords()
  const { at, recordedAt, clientTime, timeZone } = props
  const gap = clientTime === undefined ? undefined : gapSeconds(clientTime, recordedAt)
  return (
    <div>
      <span className="nowrap">
        <time dateTime={at}>{instant(at, timeZone)}</time> <span className="quiet small">{offsetAt(at, timeZone)}</span>
      </span>
      <div className="quiet small nowrap">{t('audit.utc', { time: instant(at, 'UTC') })}</div>
      {clientTime !== undefined && gap !== undefined && (
        <details className="quiet small">
          <summary>{`${number(gap, 0)} s`}</summary>
          {t('audit.entered', {
            entered: clientTime.replace('T', ' '),
            stored: recordedAt.replace('T', ' '),
            gap: number(gap, 0),
          })}
        </details>
      )}
    </div>
  )
}
