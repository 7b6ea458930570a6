import type { EvaluationRecord, Study } from '@trialwright/protocol'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'

const tones = { eligible: 'good', undecided: 'info', notEligible: 'warn' } as const
const icons = { eligible: 'check', undecided: 'half', notEligible: 'alert' } as const

/** The answer so far in three values, with the sentences it rests on. */
export function SelfCheckResult(props: {
  readonly study: Study
  readonly record: EvaluationRecord
  readonly answered: number
  readonly count: number
  readonly clear: () => void
}) {
  const { t, say } = useWords()
  const { study, record, answered, count } = props
  const verdict = study.verdict(record)
  const results = study.criteria(record)
  const against = results.filter((one) => one.standing === 'notMet')
  const open = results.filter((one) => one.standing === 'undecided').length
  const texts = new Map(study.compiled.criteria.map((one) => [one.id, one.text]))
  return (
    <aside className={`self-check-result ${answered === 0 ? '' : tones[verdict]}`} aria-live="polite">
      <h3>{t('selfCheck.result')}</h3>
      {answered === 0 ? (
        <p className="quiet">{t('selfCheck.start')}</p>
      ) : (
        <>
          <p className="verdict">
            <Icon name={icons[verdict]} />
            <strong>{t(`selfCheck.${verdict}`)}</strong>
          </p>
          {against.length > 0 ? (
            <>
              <p className="small">{t('selfCheck.because')}</p>
              <ul className="against">
                {against.map(({ id }) => {
                  const text = texts.get(id)
                  return <li key={id}>{text === undefined ? id : say(text)}</li>
                })}
              </ul>
              <p className="quiet small">{t('selfCheck.notEligibleHelp')}</p>
            </>
          ) : (
            <p className="quiet small">{t('selfCheck.undecidedHelp', { count: open })}</p>
          )}
        </>
      )}
      <p className="small data">{t('selfCheck.answered', { answered, count })}</p>
      {answered > 0 && (
        <button type="button" className="button compact" onClick={props.clear}>
          {t('selfCheck.clear')}
        </button>
      )}
    </aside>
  )
}
