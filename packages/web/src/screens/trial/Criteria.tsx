import type { CompiledCriterion } from '@trialwright/protocol'
import { useState } from 'react'
import { useWords } from '../../language/useWords.tsx'

const shownAtFirst = 8

export function Criteria(props: { readonly title: string; readonly criteria: readonly CompiledCriterion[] }) {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  const shown = all ? props.criteria : props.criteria.slice(0, shownAtFirst)
  return (
    <section className="stack tight">
      <h3>{props.title}</h3>
      <ol className="criteria-words">
        {shown.map((criterion) => (
          <CriterionWords key={criterion.id} criterion={criterion} />
        ))}
      </ol>
      {shown.length < props.criteria.length && (
        <div>
          <button type="button" className="button compact" onClick={() => setAll(true)}>
            {t('trial.showAll', { count: props.criteria.length })}
          </button>
        </div>
      )}
    </section>
  )
}

function CriterionWords({ criterion }: { readonly criterion: CompiledCriterion }) {
  const { t, say } = useWords()
  return (
    <li>
      <code className="quiet">{criterion.id}</code>
      <div>
        <p>{say(criterion.text)}</p>
        {criterion.reading !== undefined && (
          <details className="small quiet">
            <summary>{t('trial.reading')}</summary>
            <p>{say(criterion.reading)}</p>
          </details>
        )}
      </div>
    </li>
  )
}
