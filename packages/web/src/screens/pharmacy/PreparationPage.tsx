import { Link } from 'react-router'
import { studyPath, useRead } from '../../api/queries.ts'
import type { Preparation } from '../../api/studyTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { DiscardButtons } from './DiscardButtons.tsx'
import { HandOverCard } from './HandOverCard.tsx'
import { LabelCard } from './LabelCard.tsx'
import { pharmacyLook } from './looks.ts'
import { Recipe } from './Recipe.tsx'
import { RecordCard } from './RecordCard.tsx'

/** One infusion to prepare: for whom, what, how much, its label, its hand-over. */
export function PreparationPage() {
  const { t, say, day, instant } = useWords()
  const { study, code, encounter } = usePlace()
  useTitle(code, t('pharmacy.title'))
  const preparation = useRead<Preparation>(`${studyPath(study)}/pharmacy/${code}/${encounter}`)
  return (
    <>
      <ol className="crumbs">
        <li>
          <Link to={`/studies/${study}/pharmacy`}>{t('pharmacy.title')}</Link>
        </li>
        <li aria-current="page">{code}</li>
      </ol>
      <Asked query={preparation} heading={code}>
        {(view) => (
          <>
            <div className="page-head">
              <h1>
                {code} · {say(view.title)}
              </h1>
              <Chip {...pharmacyLook[view.state]}>{t(`pharmacy.state.${view.state}`)}</Chip>
              <span className="quiet data">{day(view.day)}</span>
            </div>
            <div className="not-label">
              <Notice tone="warn" title={t('pharmacy.unblinded')} />
            </div>
            <div className="prepare">
              <div className="stack not-label">
                <Recipe view={view} />
                {view.prepared === undefined && <RecordCard view={view} />}
              </div>
              <div className="stack">
                {view.label !== undefined && <LabelCard view={view} label={view.label} />}
                {view.discarded !== undefined && view.prepared === undefined && (
                  <Notice
                    tone="info"
                    title={t(`pharmacy.discarded.${view.discarded.how}`, { when: instant(view.discarded.at) })}
                  >
                    <p>{view.discarded.reason}</p>
                  </Notice>
                )}
                {view.prepared !== undefined && <HandOverCard view={view} />}
                {view.prepared === undefined && <DiscardButtons view={view} />}
              </div>
            </div>
          </>
        )}
      </Asked>
    </>
  )
}
