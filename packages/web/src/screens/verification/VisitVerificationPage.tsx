import { Link } from 'react-router'
import { participantPath, useRead } from '../../api/queries.ts'
import { useRoles } from '../../api/useRoles.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import type { VisitVerification } from '../../api/verificationTypes.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { ParticipantCrumbs } from '../participants/ParticipantCrumbs.tsx'
import { NotFound } from '../shell/NotFound.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import { VisitValues } from './VisitValues.tsx'

/** A whole visit beside its source: every value recorded at it, in the order of the visit, marked in one act. */
export function VisitVerificationPage() {
  const { t, say } = useWords()
  const { study, code, encounter } = usePlace()
  const view = useRead<VisitVerification>(`${participantPath(study, code)}/verification/${encounter}`)
  const loaded = useDefinition(study)
  const title = view.data?.title ?? loaded.data?.findEncounter(encounter)?.title
  useTitle(title ? say(title) : t('verify.title'), code)
  const isMonitor = useRoles().has('monitor')
  return (
    <>
      <ParticipantCrumbs>
        <Link to={`/studies/${study}/participants/${code}/verification`}>{t('tab.verification')}</Link>
      </ParticipantCrumbs>
      <Asked query={loaded} heading={title && say(title)}>
        {(definition) =>
          definition.findEncounter(encounter) === undefined ? (
            <NotFound />
          ) : (
            <Asked query={view} heading={title && say(title)}>
              {(page) => (
                <>
                  <div className="page-head">
                    <h1>{say(page.title)}</h1>
                    <span className="code">{code}</span>
                    <Chip tone={page.sampled ? 'info' : 'neutral'}>
                      {t(page.sampled ? 'verify.whole' : 'verify.criticalOnly')}
                    </Chip>
                    {page.planned > 0 && <ProgressBar {...page} />}
                  </div>
                  {page.forms.length === 0 ? (
                    <div className="card">
                      <Empty title={t('verify.visit.empty')}>
                        <p>{t('verify.visit.emptyHelp')}</p>
                      </Empty>
                    </div>
                  ) : (
                    <VisitValues
                      key={`${code} ${encounter}`}
                      definition={definition}
                      page={page}
                      marks={isMonitor}
                      refresh={() => void view.refetch()}
                    />
                  )}
                </>
              )}
            </Asked>
          )
        }
      </Asked>
    </>
  )
}
