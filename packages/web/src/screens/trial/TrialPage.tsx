import { useParams } from 'react-router'
import { usePublicStudy } from '../../api/queries.ts'
import type { PublicStudy } from '../../api/types.ts'
import { Asked } from '../../elements/Asked.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { Arms } from './Arms.tsx'
import { Criteria } from './Criteria.tsx'
import { ScheduleList, ScheduleTable } from './ScheduleTable.tsx'
import { SelfCheck } from './SelfCheck.tsx'
import { Sites } from './Sites.tsx'
import { TrialHead } from './TrialHead.tsx'
import { TrialHero } from './TrialHero.tsx'

/** What anybody may know of the trial, made from the definition it runs from. */
export function TrialPage() {
  const { study = '' } = useParams()
  return (
    <div className="public">
      <TrialHead />
      <Asked query={usePublicStudy(study)}>{(answer) => <Trial answer={answer} />}</Asked>
    </div>
  )
}

function Trial({ answer }: { readonly answer: PublicStudy }) {
  const { t, say } = useWords()
  const study = answer.definition
  useTitle(say(study.title))
  const sections = [
    ['who', t('trial.who')],
    ['self-check', t('selfCheck.title')],
    ['arms', t('trial.arms')],
    ['schedule', t('trial.schedule')],
    ['sites', t('trial.sites')],
    ['commitment', t('trial.commitment')],
  ] as const
  return (
    <main id="content">
      <TrialHero answer={answer} />
      <div className="public-body">
        <nav aria-label={t('trial.sections')}>
          <h2>{t('trial.sections')}</h2>
          {sections.map(([id, title]) => (
            <a key={id} href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
        <div className="public-sections">
          <section id="who">
            <h2>{t('trial.who')}</h2>
            <p className="quiet">{t('trial.whoHelp')}</p>
            <Criteria title={t('trial.inclusion')} criteria={study.criteria.filter((c) => c.type === 'inclusion')} />
            <Criteria title={t('trial.exclusion')} criteria={study.criteria.filter((c) => c.type === 'exclusion')} />
          </section>
          <section id="self-check">
            <h2>{t('selfCheck.title')}</h2>
            <SelfCheck definition={study} />
          </section>
          <Arms study={study} />
          <section id="schedule">
            <h2>{t('trial.schedule')}</h2>
            <p className="quiet">{t('trial.scheduleHelp')}</p>
            <ScheduleTable study={study} />
            <p className="quiet small spirit-note">{t('trial.scheduleNote')}</p>
            <ScheduleList study={study} />
          </section>
          <Sites study={study} />
          <section id="commitment">
            <h2>{t('trial.commitment')}</h2>
            <p className="quiet">{t('trial.commitmentHelp')}</p>
            <p className="commitment hash">{answer.commitment ?? t('trial.commitmentNone')}</p>
            <p className="quiet small">
              {t('trial.version', { version: study.version })} <span className="hash">{answer.hash}</span>
            </p>
          </section>
        </div>
      </div>
    </main>
  )
}
