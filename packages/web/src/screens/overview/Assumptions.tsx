import type { Overview } from '../../api/studyTypes.ts'
import { useState } from 'react'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'
import { assumedWords } from './assumedWords.ts'

const shownAtFirst = 10

type Assumption = Overview['assumptions'][number]

export function Assumptions({ view }: { readonly view: Overview }) {
  const { t } = useWords()
  const sorted = view.assumptions.toSorted(
    (a, b) => Number(a.confirmed !== undefined) - Number(b.confirmed !== undefined),
  )
  const [all, setAll] = useState(false)
  if (sorted.length === 0) return null
  const rows = all ? sorted : sorted.slice(0, shownAtFirst)
  return (
    <section className="card">
      <header>
        <h2>{t('overview.assumptions')}</h2>
        <span className="quiet small">{t('overview.assumptionsHelp')}</span>
      </header>
      <ul className="assumptions">
        {rows.map((one) => (
          <Row key={one.id} assumption={one} />
        ))}
      </ul>
      {rows.length < sorted.length && (
        <div className="body">
          <button type="button" className="button compact" onClick={() => setAll(true)}>
            {t('trial.showAll', { count: sorted.length })}
          </button>
        </div>
      )}
    </section>
  )
}

function Row({ assumption }: { readonly assumption: Assumption }) {
  const { t, say, language } = useWords()
  const { confirmed } = assumption
  return (
    <li>
      <details>
        <summary>
          <span>{say(assumption.title)}</span>
          <strong className="data">{assumedWords(assumption.value, language)}</strong>
          {confirmed === undefined ? (
            <Chip tone="warn" icon="question">
              {t('overview.assumption.open')}
            </Chip>
          ) : (
            <Chip tone="good">{t('overview.assumption.confirmed', { by: confirmed.by })}</Chip>
          )}
        </summary>
        <dl className="facts small">
          <dt>{t('overview.assumption.why')}</dt>
          <dd>{assumption.why}</dd>
          <dt>{t('overview.assumption.question')}</dt>
          <dd>{assumption.question}</dd>
        </dl>
      </details>
    </li>
  )
}
