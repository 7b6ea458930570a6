import type { Explanation } from '@trialwright/protocol'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'

const icons = { yes: 'check', no: 'cross', unknown: 'question' } as const

/** The evaluation, part by part, with each part's own answer. */
export function ExplanationTree({ explanation }: { readonly explanation: Explanation }) {
  const { t, say } = useWords()
  return (
    <div className={`tree ${explanation.answer}`}>
      <span className="statement">
        <Icon name={icons[explanation.answer]} />
        <span>
          {explanation.row !== undefined && `${say(explanation.row)}: `}
          {say(explanation.statement)}
          <span className="quiet"> – {t(`screening.answer.${explanation.answer}`).toLowerCase()}</span>
        </span>
      </span>
      {explanation.parts.length > 0 && (
        <ul>
          {explanation.parts.map((part, index) => (
            <li key={index}>
              <ExplanationTree explanation={part} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
