import { useRead } from '../../api/queries.ts'
import type { Forecast } from '../../api/supplyTypes.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'
import { useStockPath } from './StockFrame.tsx'

/** Whether the stock lasts, and what to order. */
export function ForecastCard() {
  const { t, say, day } = useWords()
  return (
    <Asked query={useRead<Forecast>(`${useStockPath()}/forecast`)}>
      {({ until, products }) => (
        <section className="card unblind">
          <header>
            <h2>{t('supply.forecast', { day: day(until) })}</h2>
          </header>
          {products.map((product) => (
            <div key={product.product} className="body stack">
              <div className="row">
                <strong>{say(product.title)}</strong>
                {product.shortFrom === undefined ? (
                  <Chip tone={product.toOrder > 0 ? 'warn' : 'good'}>
                    {t(product.toOrder > 0 ? 'supply.intoReserve' : 'supply.enough')}
                  </Chip>
                ) : (
                  <Chip tone="bad" icon="alert">
                    {t('supply.short', { day: day(product.shortFrom) })}
                  </Chip>
                )}
              </div>
              <Figures product={product} />
              <Coming infusions={product.infusions} />
            </div>
          ))}
          <p className="body quiet small">{t('supply.forecastHelp')}</p>
        </section>
      )}
    </Asked>
  )
}

type Product = Forecast['products'][number]

function Figures({ product }: { readonly product: Product }) {
  const { t, number } = useWords()
  return (
    <dl className="figures">
      {(['usable', 'needed', 'reserve', 'toOrder'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`supply.${name}`)}</dt>
          <dd>{number(product[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

function Coming({ infusions }: Pick<Product, 'infusions'>) {
  const { t, say, day, number } = useWords()
  const title = t('supply.upcoming', { count: infusions.length })
  if (infusions.length === 0) return <p className="quiet">{title}</p>
  return (
    <details>
      <summary>{title}</summary>
      <div className="scroll">
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t('pharmacy.day')}</th>
              <th scope="col">{t('pharmacy.participant')}</th>
              <th scope="col">{t('pharmacy.encounter')}</th>
              <th scope="col" className="number">
                {t('supply.vials')}
              </th>
            </tr>
          </thead>
          <tbody>
            {infusions.map((one) => (
              <tr key={`${one.code} ${one.encounter}`}>
                <td>{day(one.day)}</td>
                <th scope="row" className="code">
                  {one.code}
                </th>
                <td>{say(one.title)}</td>
                <td className="number">
                  {one.vials === undefined ? (
                    <span className="quiet">{t('supply.vialsUnknown')}</span>
                  ) : (
                    number(one.vials)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
