import { CommandButton } from '../../command/CommandButton.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useWords } from '../../language/useWords.tsx'
import { CountButton } from './CountButton.tsx'
import { ExcursionButton } from './ExcursionButton.tsx'
import { ExcursionCard } from './ExcursionCard.tsx'
import { ForecastCard } from './ForecastCard.tsx'
import { LotTable } from './LotTable.tsx'
import { ReceiveButton } from './ReceiveButton.tsx'
import { useStock, useStockPath } from './StockFrame.tsx'

/** What is there, what waits for somebody, and whether it lasts. */
export function StockPage() {
  const { t } = useWords()
  const stock = useStock()
  const path = useStockPath()
  const open = stock.excursions.filter(({ decided }) => decided === undefined)
  return (
    <>
      <div className="buttons">
        <ReceiveButton stock={stock} />
        {stock.toBook > 0 && (
          <CommandButton
            title={t('supply.book', { count: stock.toBook })}
            submit={t('supply.book', { count: stock.toBook })}
            path={`${path}/book-given`}
            fields={[]}
          >
            <p className="quiet">{t('supply.bookHelp')}</p>
          </CommandButton>
        )}
        {stock.shelves.length > 0 && (
          <>
            <CountButton stock={stock} />
            <ExcursionButton stock={stock} />
          </>
        )}
      </div>
      {open.map((excursion) => (
        <ExcursionCard key={excursion.excursion} excursion={excursion} />
      ))}
      {stock.lots.length === 0 ? (
        <div className="card">
          <Empty title={t('supply.empty')}>
            <p>{t('supply.emptyHelp')}</p>
          </Empty>
        </div>
      ) : (
        <LotTable stock={stock} />
      )}
      <ForecastCard />
    </>
  )
}
