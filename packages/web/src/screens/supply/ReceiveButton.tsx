import type { Stock } from '../../api/supplyTypes.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { useWords } from '../../language/useWords.tsx'
import { useStockPath } from './StockFrame.tsx'

export function ReceiveButton({ stock }: { readonly stock: Stock }) {
  const { t, say } = useWords()
  const products = stock.products.map(({ product, title }) => ({ value: product, label: say(title) }))
  return (
    <CommandButton
      title={t('supply.receive')}
      submit={t('supply.receive')}
      look="primary"
      path={`${useStockPath()}/receive-vials`}
      fields={[
        { name: 'product', label: t('supply.product'), kind: 'choice', initial: products[0]?.value, choices: products },
        { name: 'brand', label: t('supply.brand'), kind: 'text' },
        { name: 'batch', label: t('supply.batch'), kind: 'text' },
        { name: 'expiry', label: t('supply.expiryDay'), kind: 'day' },
        { name: 'vials', label: t('supply.count'), kind: 'whole' },
        { name: 'shipment', label: t('supply.shipment'), kind: 'text' },
        {
          name: 'coldChain',
          label: t('supply.coldChain'),
          kind: 'choice',
          choices: (['kept', 'broken', 'notLogged'] as const).map((value) => ({
            value,
            label: t(`supply.coldChain.${value}`),
          })),
        },
      ]}
    >
      <p className="quiet">{t('supply.receiveHelp')}</p>
    </CommandButton>
  )
}
