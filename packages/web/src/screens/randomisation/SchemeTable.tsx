import type { Tried } from '../../api/randomisationTypes.ts'
import { useWords } from '../../language/useWords.tsx'
import { usePercent } from './figures.ts'

/** The figures behind the plots; the numbers before the names are those of the plot of balance against predictability. */
export function SchemeTable({ tried }: { readonly tried: readonly Tried[] }) {
  const { t, say, number } = useWords()
  const percent = usePercent()
  return (
    // A table wider than the screen is scrolled, by the keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <div className="scrolls" tabIndex={0} role="region" aria-label={t('report.table')}>
      <table className="rows">
        <thead>
          <tr>
            <td rowSpan={2} />
            <th scope="colgroup" colSpan={2}>
              {t('report.overall')}
            </th>
            <th scope="colgroup" colSpan={2}>
              {t('report.within')}
            </th>
            <th scope="colgroup" colSpan={3}>
              {t('report.guessed')}
            </th>
          </tr>
          <tr>
            {(['mean', 'worst', 'mean', 'worst', 'behind', 'best', 'certain'] as const).map((column, index) => (
              <th key={`${column} ${index < 2}`} scope="col" className="number">
                {t(`report.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tried.map(({ name, own, characteristics: { overall, withinStratum, guessed } }, index) => (
            <tr key={name.en} className={own ? 'own' : undefined}>
              <th scope="row">
                {index + 1} {say(name)}
                {own && <span className="quiet small"> · {t('report.own')}</span>}
              </th>
              <td className="number">{number(overall.end.mean, 1)}</td>
              <td className="number">{number(overall.worst, 0)}</td>
              <td className="number">{number(withinStratum.end.mean, 1)}</td>
              <td className="number">{number(withinStratum.worst, 0)}</td>
              <td className="number">{percent(guessed.convergence.mean, 1)}</td>
              <td className="number">{percent(guessed.best.mean, 1)}</td>
              <td className="number">{percent(guessed.certain.mean, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
