import type { PublicStudy } from '../../api/types.ts'
import { useWords } from '../../language/useWords.tsx'

export function TrialHero({ answer }: { readonly answer: PublicStudy }) {
  const { t, say } = useWords()
  const study = answer.definition
  return (
    <header className="public-hero">
      <div>
        <p className="eyebrow">{say(study.registry.condition)}</p>
        <h1>{say(study.title)}</h1>
        <p>{say(study.summary)}</p>
        <dl className="hero-facts">
          <div>
            <dt>{t('trial.registry')}</dt>
            <dd>
              {study.registry.name} {study.registry.id}
            </dd>
          </div>
          <div>
            <dt>{t('trial.phase')}</dt>
            <dd>{study.registry.phase}</dd>
          </div>
          <div>
            <dt>{t('trial.sponsor')}</dt>
            <dd>{study.registry.sponsor}</dd>
          </div>
          <div>
            <dt>{t('trial.recruitment')}</dt>
            <dd>{t('trial.randomisedOf', { randomised: answer.recruitment.randomised, target: study.target })}</dd>
          </div>
        </dl>
        {answer.mode === 'demo' && <p className="demo-note">{t('trial.demo')}</p>}
      </div>
    </header>
  )
}
