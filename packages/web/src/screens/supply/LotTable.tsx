import { Link } from 'react-router'
import type { Stock } from '../../api/supplyTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'
import { lotLook } from './looks.ts'

/** Lots in the order in which they are to be used. */
export function LotTable({ stock }: { readonly stock: Stock }) {
  const { t, day, number } = useWords()
  const { study } = usePlace()
  const shown = ['available', 'quarantine', 'prepared'] as const
  return (
    <section className="stack tight">
      <h2>{t('supply.lots')}</h2>
      <div className="card">
        <table className="rows cards">
          <thead className="ledger-head">
            <tr>
              <th scope="col">{t('supply.lot')}</th>
              <th scope="col">{t('supply.brand')}</th>
              <th scope="col">{t('supply.expiry')}</th>
              <th scope="col">{t('supply.standing')}</th>
              {shown.map((account) => (
                <th key={account} scope="col" className="number">
                  {t(`supply.account.${account}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stock.lots.map((lot) => (
              <tr key={lot.lot}>
                <th scope="row">
                  <Link className="code" to={`/studies/${study}/stock/lots/${lot.lot}`}>
                    {lot.batch}
                  </Link>
                </th>
                <td data-label={t('supply.brand')}>{lot.brand}</td>
                <td data-label={t('supply.expiry')}>{day(lot.expiry)}</td>
                <td data-label={t('supply.standing')}>
                  <Chip {...lotLook[lot.standing]}>{t(`supply.standing.${lot.standing}`)}</Chip>
                </td>
                {shown.map((account) => (
                  <td key={account} className="number" data-label={t(`supply.account.${account}`)}>
                    {number(lot.balances[account])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
