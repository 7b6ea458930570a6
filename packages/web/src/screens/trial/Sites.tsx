import type { CompiledStudy } from '@trialwright/protocol'
import { useWords } from '../../language/useWords.tsx'

export function Sites({ study }: { readonly study: CompiledStudy }) {
  const { t, say, number } = useWords()
  return (
    <section id="sites">
      <h2>{t('trial.sites')}</h2>
      <ul className="tiles">
        {study.sites.map((site) => (
          <li key={site.id}>
            <h3>{say(site.title)}</h3>
            <span className="quiet small data">
              {t('trial.participantsPlanned')}: {number(site.target)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
