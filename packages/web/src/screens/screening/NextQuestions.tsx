import { useState } from 'react'
import { Link } from 'react-router'
import type { NextQuestion, Screening } from '../../api/screeningTypes.ts'
import { useWords } from '../../language/useWords.tsx'
import { useFormLink } from './UsedValues.tsx'

const shownAtFirst = 5

/** Which missing answer decides soonest, cheapest first. */
export function NextQuestions({ view }: { readonly view: Screening }) {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  const questions = all ? view.nextQuestions : view.nextQuestions.slice(0, shownAtFirst)
  const rest = view.nextQuestions.length - questions.length
  return (
    <section className="card no-print">
      <header>
        <h3>{t('screening.nextQuestions')}</h3>
      </header>
      {questions.length === 0 ? (
        <p className="body quiet">{t('screening.noQuestions')}</p>
      ) : (
        <ol className="questions">
          {questions.map((question) => (
            <Question key={`${question.form} ${question.item}`} question={question} />
          ))}
        </ol>
      )}
      {rest > 0 && (
        <div className="body">
          <button type="button" className="button compact" onClick={() => setAll(true)}>
            {t('screening.moreQuestions', { count: rest })}
          </button>
        </div>
      )}
    </section>
  )
}

function Question({ question }: { readonly question: NextQuestion }) {
  const { t, say } = useWords()
  const link = useFormLink(question.form, question.encounter, question.item)
  const { couldSettle } = question
  return (
    <li>
      <div>
        {link === undefined ? say(question.label) : <Link to={link}>{say(question.label)}</Link>}
        <span className="quiet small">
          {' '}
          {say(question.formTitle)} · {t(`screening.burden.${question.burden}`)}
        </span>
      </div>
      <div className="quiet small">
        {couldSettle.length === 0
          ? t('screening.mayHelp')
          : t('screening.couldSettle', { count: couldSettle.length, list: couldSettle.join(', ') })}
      </div>
    </li>
  )
}
