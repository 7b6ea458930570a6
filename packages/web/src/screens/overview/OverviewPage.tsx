import { studyPath, useRead } from '../../api/queries.ts'
import type { Overview } from '../../api/studyTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { FileButton } from '../../elements/FileButton.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { Assumptions } from './Assumptions.tsx'
import { FlowChart } from './FlowChart.tsx'
import { Opening } from './Opening.tsx'
import { Recruitment } from './Recruitment.tsx'
import { SiteTable } from './SiteTable.tsx'

export function OverviewPage() {
  const { t } = useWords()
  const { study } = usePlace()
  useTitle(t('overview.title'))
  return (
    <>
      <div className="page-head">
        <h1>{t('overview.title')}</h1>
        <div className="buttons">
          <FileButton path={`${studyPath(study)}/blank-casebook`} spoken>
            {t('casebook.blank')}
          </FileButton>
        </div>
      </div>
      <Asked query={useRead<Overview>(`${studyPath(study)}/overview`)}>
        {(view) => (
          <>
            <Figures view={view} />
            <Opening view={view} />
            <Recruitment view={view} />
            <SiteTable view={view} />
            <FlowChart flow={view.flow} />
            <Assumptions view={view} />
          </>
        )}
      </Asked>
    </>
  )
}

function Figures({ view }: { readonly view: Overview }) {
  const { t, number } = useWords()
  const open = view.sites.filter((site) => site.opened !== undefined).length
  const assumptions = view.assumptions.filter((one) => one.confirmed === undefined).length
  const figures = [
    [number(view.randomised), t('overview.randomisedOf', { target: view.target })],
    [number(open), t('overview.sitesOpen', { count: open })],
    [number(view.overdue), t('overview.overdue')],
    [number(view.missing), t('overview.missing')],
    [number(assumptions), t('overview.openAssumptions')],
  ] as const
  return (
    <section className="card">
      <dl className="body figures">
        {figures.map(([value, name]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
