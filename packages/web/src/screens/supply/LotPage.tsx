import { useParams } from 'react-router'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'
import { NotFound } from '../shell/NotFound.tsx'
import { LedgerTable } from './LedgerTable.tsx'
import { LotActions } from './LotActions.tsx'
import { accountOrder, lotLook } from './looks.ts'
import { useStock } from './StockFrame.tsx'

/** One lot: what it is, where its vials are, what may be done with them, and all that was. */
export function LotPage() {
  const { t, say, day, number } = useWords()
  const stock = useStock()
  const { lot: id } = useParams()
  const lot = stock.lots.find((one) => one.lot === id)
  if (lot === undefined) return <NotFound />
  const product = stock.products.find((one) => one.product === lot.product)
  const rows = stock.ledger.filter(({ moves }) => moves.some((move) => move.lot === id))
  return (
    <>
      <section className="card">
        <header>
          <h2>
            {lot.brand} · {lot.batch}
          </h2>
          <Chip {...lotLook[lot.standing]}>{t(`supply.standing.${lot.standing}`)}</Chip>
        </header>
        <div className="body stack">
          <dl className="facts">
            {product !== undefined && (
              <>
                <dt>{t('supply.product')}</dt>
                <dd>
                  {say(product.title)}
                  <div className="quiet small">
                    {t('supply.limits', { low: number(product.lowest), high: number(product.highest) })}
                  </div>
                </dd>
              </>
            )}
            <dt>{t('supply.expiryDay')}</dt>
            <dd>{day(lot.expiry)}</dd>
          </dl>
          <h3>{t('supply.accounts')}</h3>
          <dl className="figures">
            {accountOrder
              .filter((account) => lot.balances[account] > 0)
              .map((account) => (
                <div key={account}>
                  <dt>{t(`supply.account.${account}`)}</dt>
                  <dd>{number(lot.balances[account])}</dd>
                </div>
              ))}
          </dl>
          <LotActions lot={lot} />
        </div>
      </section>
      <LedgerTable rows={rows} />
    </>
  )
}
