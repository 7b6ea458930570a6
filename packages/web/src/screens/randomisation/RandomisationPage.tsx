import { Link } from 'react-router'
import type { RandomisationList, RandomisationReport, ReportProgress } from '../../api/randomisationTypes.ts'
import { studyPath, useRead } from '../../api/queries.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { DrawButton } from './DrawButton.tsx'
import { ImportCard } from './ImportCard.tsx'
import { ReportCard } from './ReportCard.tsx'
import { StrataTable } from './StrataTable.tsx'

/** Randomisation officer: how the scheme does, the list drawn or imported and sealed, and its commitment. */
export function RandomisationPage() {
  const { t } = useWords()
  const { study } = usePlace()
  useTitle(t('randomisation.title'))
  const list = useRead<RandomisationList>(`${studyPath(study)}/randomisation-list`)
  const report = useRead<ReportProgress>(`${studyPath(study)}/randomisation-report`, {
    every: (answer) => (answer?.report === undefined ? 700 : undefined),
  })
  return (
    <div className="stack">
      <div>
        <h1>{t('randomisation.title')}</h1>
        <p className="quiet lead">{t('randomisation.help')}</p>
      </div>
      <Asked query={list}>{(shown) => <Sealing list={shown} report={report.data?.report} />}</Asked>
      <ReportCard query={report} />
    </div>
  )
}

function Sealing({ list, report }: { readonly list: RandomisationList; readonly report?: RandomisationReport }) {
  const { t, instant } = useWords()
  const { study } = usePlace()
  const { sealed } = list
  const method = useDefinition(study).data?.compiled.randomisation.method
  return (
    <>
      <section className="card">
        <header>
          <h2>{t(sealed === undefined ? 'randomisation.list' : 'randomisation.commitment')}</h2>
          {sealed === undefined ? (
            <Chip tone="warn" icon="clock">
              {t('randomisation.notSealed')}
            </Chip>
          ) : (
            <Chip tone="good" icon="lock">
              {t('randomisation.sealed', { when: instant(sealed.at) })}
            </Chip>
          )}
        </header>
        <div className="body stack">
          {sealed === undefined ? (
            <DrawButton report={report} />
          ) : (
            <>
              <p className="hash">{sealed.commitment}</p>
              <p className="quiet small">
                {t('randomisation.published')}{' '}
                <Link to={`/trials/${encodeURIComponent(study)}#commitment`}>{t('randomisation.publicPage')}</Link>
              </p>
            </>
          )}
        </div>
      </section>
      {sealed === undefined && method !== 'minimisation' && <ImportCard />}
      {list.strata.length > 0 && <StrataTable strata={list.strata} />}
    </>
  )
}
