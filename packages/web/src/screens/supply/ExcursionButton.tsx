import type { Stock } from '../../api/supplyTypes.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { useWords } from '../../language/useWords.tsx'
import { useStockPath } from './StockFrame.tsx'

const everything = 'all'

export function ExcursionButton({ stock }: { readonly stock: Stock }) {
  const { t } = useWords()
  const lots = stock.lots.filter(
    ({ balances, excursion }) => excursion === undefined && balances.available + balances.quarantine > 0,
  )
  const path = `${useStockPath()}/record-excursion`
  if (lots.length === 0) return null
  return (
    <CommandButton
      title={t('supply.excursionRecord')}
      submit={t('supply.excursionRecord')}
      path={path}
      shape={({ lots: chosen, ...rest }) => ({
        ...rest,
        lots: chosen === everything ? lots.map(({ lot }) => lot) : [chosen],
      })}
      fields={[
        {
          name: 'lots',
          label: t('supply.excursionLots'),
          kind: 'choice',
          initial: everything,
          choices: [
            { value: everything, label: t('supply.excursionAll') },
            ...lots.map(({ lot, batch }) => ({ value: lot, label: batch })),
          ],
        },
        { name: 'lowest', label: t('supply.lowest'), kind: 'text', unit: '°C' },
        { name: 'highest', label: t('supply.highest'), kind: 'text', unit: '°C' },
        { name: 'minutes', label: t('supply.minutes'), kind: 'whole', unit: t('supply.minutesUnit') },
        { name: 'what', label: t('supply.what'), kind: 'long' },
      ]}
    >
      <p className="quiet">{t('supply.excursionHelp')}</p>
    </CommandButton>
  )
}
