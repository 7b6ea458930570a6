import type { Screening } from '../../api/screeningTypes.ts'
import { participantPath, useMe, useRead } from '../../api/queries.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Icon } from '../../elements/Icon.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { useShownParticipant } from '../participants/ParticipantFrame.tsx'
import { CriteriaGroup } from './CriteriaGroup.tsx'
import { Decision } from './Decision.tsx'
import { NextQuestions } from './NextQuestions.tsx'
import { Requirements } from './Requirements.tsx'

/** The criteria as the data stand now, and what is to be done about them. */
export function ScreeningPage() {
  const { t, instant } = useWords()
  const { study, code } = usePlace()
  const participant = useShownParticipant()
  const now = useMe().data?.now
  useTitle(t('tab.screening'), code)
  const screening = useRead<Screening>(`${participantPath(study, code)}/screening`, { every: 20_000 })
  return (
    <Asked query={screening}>
      {(view) => (
        <div className="screening">
          <div className="stack criteria">
            <div className="page-head">
              <h2>{t('screening.title')}</h2>
              {view.attempt > 1 && (
                <span className="quiet small">{t('screening.attempt', { attempt: view.attempt })}</span>
              )}
              <div className="buttons">
                <button type="button" className="button compact" onClick={() => print()}>
                  <Icon name="print" />
                  {t('print')}
                </button>
              </div>
            </div>
            {now !== undefined && (
              <p className="only-print small">
                {code} · {t('screening.printedOn', { when: instant(now, participant.site.timeZone) })}
              </p>
            )}
            {(['notMet', 'undecided', 'met'] as const).map((met) => (
              <CriteriaGroup
                key={met}
                met={met}
                criteria={view.criteria.filter((criterion) => criterion.standing === met)}
              />
            ))}
          </div>
          <div className="stack side">
            <Decision view={view} participant={participant} />
            {view.failed === undefined && view.randomised === undefined && <NextQuestions view={view} />}
            {view.requirements.length > 0 && <Requirements view={view} />}
          </div>
        </div>
      )}
    </Asked>
  )
}
