import type { Overview } from '../../api/studyTypes.ts'
import { useWords } from '../../language/useWords.tsx'
import { cumulative, monthsOf } from './cumulative.ts'
import { StepPlot } from './StepPlot.tsx'

/** One plot for the whole and a small one for each site, on one time axis. */
export function Recruitment({ view }: { readonly view: Overview }) {
  const { t, say } = useWords()
  const found = monthsOf(view.sites)
  const months = found.length > 0 ? found : [view.today.slice(0, 7)]
  return (
    <section className="card">
      <header>
        <h2>{t('overview.recruitment')}</h2>
        <span className="quiet small">{t('overview.recruitmentHelp')}</span>
      </header>
      <div className="body plots">
        <StepPlot
          title={t('overview.allSites')}
          points={cumulative(view.sites, months)}
          randomised={view.randomised}
          target={view.target}
          height={220}
        />
        <div className="small-plots">
          {view.sites.map((site) => (
            <StepPlot
              key={site.site}
              title={say(site.title)}
              note={site.opened === undefined ? t('overview.notOpen') : undefined}
              points={cumulative([site], months)}
              randomised={site.randomised}
              target={site.target}
              height={96}
            />
          ))}
        </div>
      </div>
    </section>
  )
}
