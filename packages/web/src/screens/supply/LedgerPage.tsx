import { Notice } from '../../elements/Notice.tsx'
import { useWords } from '../../language/useWords.tsx'
import { ExcursionCard } from './ExcursionCard.tsx'
import { LedgerTable } from './LedgerTable.tsx'
import { accountOrder } from './looks.ts'
import { useStock } from './StockFrame.tsx'

/** Accountability: what came, and where each vial of it is, down to zero; then everything that was booked. */
export function LedgerPage() {
  const { t, number, instant } = useWords()
  const { lots, ledger, counted, excursions } = useStock()
  const balanced = lots.every(({ difference }) => difference === 0)
  return (
    <>
      {lots.length > 0 && balanced && <Notice tone="good" title={t('supply.balanced')} />}
      <p className="quiet">
        {counted === undefined
          ? t('supply.neverCounted')
          : t('supply.counted', { when: instant(counted.at), name: counted.by, count: counted.differences })}
      </p>
      {lots.length > 0 && (
        <div className="card scroll" tabIndex={0} role="region" aria-label={t('supply.ledger')}>
          <table className="rows">
            <thead className="ledger-head">
              <tr>
                <th scope="col">{t('supply.lot')}</th>
                <th scope="col" className="number">
                  {t('supply.received')}
                </th>
                {accountOrder.map((account) => (
                  <th key={account} scope="col" className="number">
                    {t(`supply.account.${account}`)}
                  </th>
                ))}
                <th scope="col" className="number">
                  {t('supply.difference')}
                </th>
              </tr>
            </thead>
            <tbody>
              {lots.map((lot) => (
                <tr key={lot.lot}>
                  <th scope="row">{lot.batch}</th>
                  <td className="number">{number(lot.received)}</td>
                  {accountOrder.map((account) => (
                    <td key={account} className={`number ${lot.balances[account] === 0 ? 'quiet' : ''}`}>
                      {number(lot.balances[account])}
                    </td>
                  ))}
                  <td className="number">
                    <strong>{number(lot.difference)}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {excursions
        .filter(({ decided }) => decided !== undefined)
        .map((excursion) => (
          <ExcursionCard key={excursion.excursion} excursion={excursion} />
        ))}
      <LedgerTable rows={ledger} />
    </>
  )
}
