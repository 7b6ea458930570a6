import { formatUnit } from '@trialwright/protocol'
import { useWords } from '../../language/useWords.tsx'
import type { Score } from './computed.ts'

/** Scores as the answers stand now, before anything is saved. */
export function ComputedScores({ scores }: { readonly scores: readonly Score[] }) {
  const { t, say, number, language } = useWords()
  if (scores.length === 0) return null
  return (
    <aside className="card computed" aria-label={t('forms.computed')}>
      <div className="body">
        <h2>{t('forms.computed')}</h2>
        <dl aria-live="polite">
          {scores.map(({ id, title, unit, value }) => (
            <div key={id}>
              <dt>{say(title)}</dt>
              <dd>
                {value === undefined || !Number.isFinite(value.low + value.high) ? (
                  <span className="quiet">{t('forms.computedUnknown')}</span>
                ) : (
                  <strong className="data">
                    {value.low === value.high
                      ? number(value.low, undefined)
                      : `${number(value.low)}–${number(value.high)}`}{' '}
                    <span className="unit">{formatUnit(unit, language, value.low)}</span>
                  </strong>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </aside>
  )
}
