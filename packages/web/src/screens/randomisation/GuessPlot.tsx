import type { RandomisationReport } from '../../api/randomisationTypes.ts'
import { useWords } from '../../language/useWords.tsx'
import { useWidth } from '../timeline/useWidth.ts'
import { guessedShare, usePercent } from './figures.ts'

const [from, to] = [0.4, 0.8]
const row = 40

/** For each scheme, what the two guessers name in advance; the line is the limit above which somebody must sign. */
export function GuessPlot({ report }: { readonly report: RandomisationReport }) {
  const { t, say } = useWords()
  const percent = usePercent()
  const [ref, width] = useWidth<HTMLDivElement>(600)
  const x = (share: number) => ((Math.min(Math.max(share, from), to) - from) / (to - from)) * Math.max(width - 60, 0)
  const bottom = report.tried.length * row
  return (
    <figure className="scheme-plot">
      <figcaption>{t('report.plotGuess')}</figcaption>
      <div className="key small">
        <span className="filled" /> {t('report.behind')} <span className="hollow" /> {t('report.best')}
      </div>
      <div ref={ref}>
        <svg width={width} height={bottom + 22} role="img" aria-label={t('report.plotGuess')}>
          {[0.4, 0.5, 0.6, 0.7, 0.8].map((share) => (
            <g key={share}>
              <line
                className={share === report.limit ? 'limit' : 'grid'}
                x1={x(share)}
                x2={x(share)}
                y1={0}
                y2={bottom}
              />
              <text x={x(share)} y={bottom + 16} textAnchor={share === from ? 'start' : 'middle'}>
                {percent(share, 0)}
              </text>
            </g>
          ))}
          {report.tried.map((tried, index) => {
            const { convergence, best } = tried.characteristics.guessed
            return (
              <g key={tried.name.en} className={tried.own ? 'own' : undefined}>
                <text x={0} y={index * row + 13}>
                  {index + 1} {say(tried.name)}
                </text>
                <rect className="filled" x={0} y={index * row + 18} width={x(convergence.mean)} height={7} />
                <rect className="hollow" x={0.5} y={index * row + 27} width={x(best.mean)} height={7} />
                <text x={width} y={index * row + 30} textAnchor="end">
                  {percent(guessedShare(tried), 1)}
                </text>
              </g>
            )
          })}
        </svg>
      </div>
    </figure>
  )
}
