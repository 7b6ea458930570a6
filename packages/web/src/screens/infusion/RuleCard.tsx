import type { Rule } from '../../api/participantTypes.ts'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'

const looks = {
  yes: { tone: 'bad', icon: 'stop' },
  no: { tone: 'good', icon: 'check' },
  unknown: { tone: 'warn', icon: 'question' },
  notApplicable: { tone: 'neutral', icon: 'dash' },
} as const

const order = ['yes', 'unknown', 'no', 'notApplicable'] as const

/** Holding or stopping rules and how each stands, the ones that matter first. */
export function RuleCard({ title, rules }: { readonly title: string; readonly rules: readonly Rule[] }) {
  const { t, say } = useWords()
  if (rules.length === 0) return null
  const sorted = rules.toSorted((a, b) => order.indexOf(a.answer) - order.indexOf(b.answer))
  return (
    <section className="card">
      <header>
        <h2>{title}</h2>
      </header>
      <ul className="rules">
        {sorted.map((rule) => (
          <li key={rule.id}>
            <div>
              {say(rule.text)}
              {rule.answer === 'yes' && <div className="quiet small">{say(rule.remedy)}</div>}
              {rule.answer === 'unknown' && <div className="quiet small">{t('treatment.rule.record')}</div>}
            </div>
            <Chip {...looks[rule.answer]}>
              {rule.kind === 'stop' && rule.answer === 'yes'
                ? t('treatment.stopRule.yes')
                : t(`treatment.rule.${rule.answer}`)}
            </Chip>
          </li>
        ))}
      </ul>
    </section>
  )
}
