import type { CompiledStudy } from '@trialwright/protocol'
import { useWords } from '../../language/useWords.tsx'
import type { MessageKey } from '../../language/messages/index.ts'

const ratioOf = (study: CompiledStudy): string =>
  study.arms.map((arm) => study.randomisation.ratio[arm.id] ?? 1).join(' : ')

export function Arms({ study }: { readonly study: CompiledStudy }) {
  const { t, say } = useWords()
  const masked = study.masking.map((who) => t(`masked.${who}` as MessageKey)).join(', ')
  return (
    <section id="arms">
      <h2>{t('trial.arms')}</h2>
      <p className="quiet">{t('trial.armsHelp', { ratio: ratioOf(study), masked })}</p>
      <ul className="tiles">
        {study.arms.map((arm) => (
          <li key={arm.id}>
            <span className="quiet small">{t(`arm.${arm.type}`)}</span>
            <h3>{say(arm.title)}</h3>
            <p>{say(arm.description)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
