import type { Screening } from '../../api/screeningTypes.ts'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'

const looks = {
  yes: { tone: 'good', icon: 'check' },
  no: { tone: 'bad', icon: 'cross' },
  unknown: { tone: 'warn', icon: 'question' },
  notApplicable: { tone: 'neutral', icon: 'dash' },
} as const

/** The clocks and other rules that must hold beside the criteria. */
export function Requirements({ view }: { readonly view: Screening }) {
  const { t, say } = useWords()
  return (
    <section className="card">
      <header>
        <h3>{t('screening.requirements')}</h3>
      </header>
      <ul className="rules">
        {view.requirements.map((rule) => (
          <li key={rule.id}>
            <div>
              {say(rule.text)}
              {rule.answer === 'no' && <div className="quiet small">{say(rule.remedy)}</div>}
            </div>
            <Chip {...looks[rule.answer]}>{t(`screening.requirement.${rule.answer}`)}</Chip>
          </li>
        ))}
      </ul>
    </section>
  )
}
