import type { Stock } from '../../api/supplyTypes.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import type { CommandField } from '../../command/fields.ts'
import { useWords } from '../../language/useWords.tsx'
import { useStockPath } from './StockFrame.tsx'

/** A count of every shelf; the ledger's own numbers are not shown, so that nobody copies them. */
export function CountButton({ stock }: { readonly stock: Stock }) {
  const { t } = useWords()
  const batch = (id: string) => stock.lots.find(({ lot }) => lot === id)?.batch ?? id
  const fields = stock.shelves.flatMap(({ lot, account }, index): CommandField[] => {
    const shelf = t('supply.shelf', { batch: batch(lot), account: t(`supply.account.${account}`) })
    return [
      { name: `counts.${index}.counted`, label: shelf, kind: 'whole' },
      {
        name: `counts.${index}.explanation`,
        label: t('supply.explanation', { shelf }),
        kind: 'text',
        optional: true,
        help: t('supply.explanationHelp'),
      },
    ]
  })
  return (
    <CommandButton
      title={t('supply.countStock')}
      submit={t('supply.countStock')}
      path={`${useStockPath()}/count-stock`}
      shape={(body) => ({
        witness: body['witness'],
        counts: stock.shelves.map(({ lot, account }, index) => ({
          lot,
          account,
          counted: body[`counts.${index}.counted`],
          explanation: body[`counts.${index}.explanation`],
        })),
      })}
      fields={[...fields, { name: 'witness', label: t('supply.witness'), kind: 'text' }]}
    >
      <p className="quiet">{t('supply.countHelp')}</p>
    </CommandButton>
  )
}
