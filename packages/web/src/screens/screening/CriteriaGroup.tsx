import type { Criterion } from '../../api/screeningTypes.ts'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'
import { CriterionRow } from './CriterionRow.tsx'

const icons = { notMet: 'cross', undecided: 'question', met: 'check' } as const

export function CriteriaGroup(props: { readonly met: Criterion['standing']; readonly criteria: readonly Criterion[] }) {
  const { t } = useWords()
  const { met, criteria } = props
  if (criteria.length === 0) return null
  return (
    <section className={`card group ${met}`} aria-label={t(`screening.group.${met}`)}>
      <header>
        <h3>
          <Icon name={icons[met]} />
          {t(`screening.group.${met}`)}
        </h3>
        <span className="quiet small data">{t('screening.criteriaCount', { count: criteria.length })}</span>
      </header>
      <ul>
        {criteria.map((criterion) => (
          <CriterionRow key={criterion.id} criterion={criterion} />
        ))}
      </ul>
    </section>
  )
}
