import type { UseQueryResult } from '@tanstack/react-query'
import type { RandomisationReport, ReportProgress } from '../../api/randomisationTypes.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useWords } from '../../language/useWords.tsx'
import { EndsPlot } from './EndsPlot.tsx'
import { guessedShare, usePercent } from './figures.ts'
import { GuessPlot } from './GuessPlot.tsx'
import { SchemeTable } from './SchemeTable.tsx'
import { TradePlot } from './TradePlot.tsx'

/** How the study's scheme and others balance and are guessed, tried out on invented trials. */
export function ReportCard({ query }: { readonly query: UseQueryResult<ReportProgress> }) {
  const { t } = useWords()
  return (
    <section className="card">
      <header>
        <h2>{t('report.title')}</h2>
      </header>
      <Asked query={query}>
        {({ report, done, of }) => (report === undefined ? <Waiting done={done} of={of} /> : <Shown report={report} />)}
      </Asked>
    </section>
  )
}

function Waiting({ done, of }: Pick<ReportProgress, 'done' | 'of'>) {
  const { t } = useWords()
  return (
    <div className="body stack">
      <label className="stack tight">
        {t('report.working', { done, of })}
        <progress value={done} max={of} />
      </label>
    </div>
  )
}

function Shown({ report }: { readonly report: RandomisationReport }) {
  const { t, number } = useWords()
  const percent = usePercent()
  const own = report.tried.find((tried) => tried.own)
  if (own === undefined) return null
  const share = percent(guessedShare(own), 1)
  const limit = percent(report.limit, 0)
  return (
    <div className="body stack report">
      <p className="quiet">
        {t('report.setting', {
          participants: report.participants,
          sites: report.strata.length,
          runs: number(report.runs),
        })}
      </p>
      <Notice
        tone={report.needsSignOff ? 'warn' : 'good'}
        title={t(report.needsSignOff ? 'report.needsSignOff' : 'report.noSignOff', { share, limit })}
      />
      <GuessPlot report={report} />
      <div className="report-pair">
        <TradePlot report={report} />
        <EndsPlot own={own} />
      </div>
      <SchemeTable tried={report.tried} />
      <p className="quiet small">{t('report.reading')}</p>
      <details>
        <summary>{t('report.sources')}</summary>
        <ul className="small">
          {report.tried.map(({ name, source }) => (
            <Source key={name.en} name={name} source={source} />
          ))}
        </ul>
      </details>
    </div>
  )
}

function Source({ name, source }: Pick<RandomisationReport['tried'][number], 'name' | 'source'>) {
  const { say } = useWords()
  return (
    <li>
      {say(name)}: {source}
    </li>
  )
}
