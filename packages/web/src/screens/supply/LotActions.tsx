import type { Shelf, StockLot } from '../../api/supplyTypes.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import type { CommandField } from '../../command/fields.ts'
import { useWords } from '../../language/useWords.tsx'
import { useStockPath } from './StockFrame.tsx'

/** Release, and the ways out. What an open excursion holds leaves by the decision on it. */
export function LotActions({ lot }: { readonly lot: StockLot }) {
  const { t } = useWords()
  const path = useStockPath()
  const { balances, excursion } = lot
  const from = (shelves: readonly Shelf[]) =>
    shelves.filter((shelf) => balances[shelf] > 0 && !(shelf === 'quarantine' && excursion !== undefined))
  const unopened = from(['available', 'quarantine'])
  const all = from(['available', 'quarantine', 'returned', 'wasted'])
  const fields = (shelves: readonly Shelf[]): CommandField[] => [
    {
      name: 'from',
      label: t('supply.from'),
      kind: 'choice',
      initial: shelves[0],
      choices: shelves.map((value) => ({ value, label: t(`supply.account.${value}`) })),
    },
    { name: 'vials', label: t('supply.count'), kind: 'whole' },
    { name: 'reason', label: t('reason'), kind: 'long' },
  ]
  const fixed = { lot: lot.lot }
  return (
    <div className="buttons">
      {balances.quarantine > 0 && excursion === undefined && (
        <CommandButton
          title={t('supply.release')}
          submit={t('supply.release')}
          of={lot.batch}
          look="primary"
          path={`${path}/release-vials`}
          fixed={fixed}
          fields={
            lot.doubtful ? [{ name: 'reason', label: t('reason'), kind: 'long', help: t('supply.releaseReason') }] : []
          }
        >
          <p className="quiet">{t('supply.releaseHelp', { count: balances.quarantine, batch: lot.batch })}</p>
        </CommandButton>
      )}
      {unopened.length > 0 && (
        <>
          <CommandButton
            title={t('supply.waste')}
            submit={t('supply.waste')}
            of={lot.batch}
            path={`${path}/waste-vials`}
            fixed={fixed}
            fields={fields(unopened)}
          />
          <CommandButton
            title={t('supply.sendBack')}
            submit={t('supply.sendBack')}
            of={lot.batch}
            path={`${path}/send-back-vials`}
            fixed={fixed}
            fields={fields(unopened)}
          />
        </>
      )}
      {all.length > 0 && (
        <CommandButton
          title={t('supply.destroy')}
          submit={t('supply.destroy')}
          of={lot.batch}
          danger
          path={`${path}/destroy-vials`}
          fixed={fixed}
          fields={[...fields(all), { name: 'witness', label: t('supply.witness'), kind: 'text' }]}
        />
      )}
    </div>
  )
}
