import type { RandomisationReport } from '../../api/randomisationTypes.ts'
import { useWords } from '../../language/useWords.tsx'
import { useWidth } from '../timeline/useWidth.ts'
import { guessedShare, usePercent } from './figures.ts'

const height = 260
const [left, right, top, bottom] = [44, 12, 12, 40]
const [least, most] = [0.45, 0.8]

/** A point for each scheme: left is better balance, low is harder to guess; numbers as in the table. */
export function TradePlot({ report }: { readonly report: RandomisationReport }) {
  const { t, number } = useWords()
  const percent = usePercent()
  const [ref, width] = useWidth<HTMLDivElement>(360)
  const points = report.tried.map((tried) => ({
    own: tried.own,
    imbalance: tried.characteristics.withinStratum.end.mean,
    share: guessedShare(tried),
  }))
  const widest = Math.max(1, ...points.map(({ imbalance }) => imbalance)) * 1.1
  const x = (imbalance: number) => left + (imbalance / widest) * (width - left - right)
  const y = (share: number) => height - bottom - ((share - least) / (most - least)) * (height - bottom - top)
  return (
    <figure className="scheme-plot">
      <figcaption>{t('report.plotTrade')}</figcaption>
      <div ref={ref}>
        <svg width={width} height={height} role="img" aria-label={t('report.plotTrade')}>
          {[0.5, 0.6, 0.7, 0.8].map((share) => (
            <g key={share}>
              <line
                className={share === report.limit ? 'limit' : 'grid'}
                x1={left}
                x2={width - right}
                y1={y(share)}
                y2={y(share)}
              />
              <text x={left - 6} y={y(share) + 4} textAnchor="end">
                {percent(share, 0)}
              </text>
            </g>
          ))}
          {Array.from({ length: Math.floor(widest) + 1 }, (_, imbalance) => (
            <text key={imbalance} x={x(imbalance)} y={height - bottom + 16} textAnchor="middle">
              {number(imbalance, 0)}
            </text>
          ))}
          <text x={(left + width - right) / 2} y={height - 6} textAnchor="middle">
            {t('report.within')}, {t('report.mean')}
          </text>
          {points.map(({ own, imbalance, share }, index) => (
            <g key={report.tried[index]?.name.en} className={own ? 'own' : undefined}>
              <circle cx={x(imbalance)} cy={y(share)} r={own ? 6 : 4} />
              <text x={x(imbalance) + 8} y={y(share) - 5}>
                {index + 1}
              </text>
            </g>
          ))}
        </svg>
      </div>
    </figure>
  )
}
