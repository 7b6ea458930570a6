import type { Criterion } from '../../api/screeningTypes.ts'
import { useWords } from '../../language/useWords.tsx'
import { ExplanationTree } from './ExplanationTree.tsx'
import { UsedValues } from './UsedValues.tsx'
import { allUsed, decisive } from './used.ts'

export function CriterionRow({ criterion }: { readonly criterion: Criterion }) {
  const { t, say } = useWords()
  const { because, concerns } = criterion
  const used = decisive(allUsed(...(concerns === undefined ? [] : [concerns]), because), criterion.answer)
  return (
    <li className="criterion">
      <code className="id">{criterion.id}</code>
      <div className="stack tight">
        <p>
          {say(criterion.text)}
          {criterion.judgement && <span className="quiet small"> ({t('screening.judgement')})</span>}
        </p>
        <UsedValues used={used} />
        <details className="small why">
          <summary>{t('screening.why')}</summary>
          {concerns !== undefined && <ExplanationTree explanation={concerns} />}
          {criterion.answer !== 'notApplicable' && <ExplanationTree explanation={because} />}
          {criterion.reading !== undefined && (
            <p className="quiet">
              {t('trial.reading')}: {say(criterion.reading)}
              {criterion.assumes.length > 0 && ` (${t('screening.assumes')}: ${criterion.assumes.join(', ')})`}
            </p>
          )}
        </details>
      </div>
      <span className="answer-words small">
        <span className="hidden-visually">{t(`screening.${criterion.type}`)}: </span>
        {t(`screening.answer.${criterion.answer}`)}
      </span>
    </li>
  )
}
