import type { StockExcursion } from '../../api/supplyTypes.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'
import { useStockPath } from './StockFrame.tsx'

export function ExcursionCard({ excursion }: { readonly excursion: StockExcursion }) {
  const { t, number, instant } = useWords()
  const { decided, lowest, highest, minutes, what, affected } = excursion
  return (
    <section className="card">
      <header>
        <h2>{t('supply.excursion')}</h2>
        {decided === undefined ? (
          <Chip tone="warn">{t('supply.waiting')}</Chip>
        ) : (
          <Chip tone={decided.decision === 'release' ? 'good' : 'neutral'} icon="check">
            {t(`supply.decided.${decided.decision}`)}
          </Chip>
        )}
      </header>
      <div className="body stack tight">
        <p>{t('supply.excursionSays', { low: number(lowest), high: number(highest), minutes, what })}</p>
        <ul>
          {affected.map(({ lot, batch, vials }) => (
            <li key={lot}>{t('supply.excursionVials', { batch, count: vials })}</li>
          ))}
        </ul>
        <p className="quiet small">{t('supply.recordedBy', { name: excursion.by, when: instant(excursion.at) })}</p>
        {decided === undefined ? (
          <DecideButton excursion={excursion.excursion} />
        ) : (
          <p className="small">
            {t('supply.decidedBy', { reason: decided.reason, name: decided.by, when: instant(decided.at) })}{' '}
            {decided.witness !== undefined && t('supply.witnessed', { name: decided.witness })}
          </p>
        )}
      </div>
    </section>
  )
}

function DecideButton({ excursion }: { readonly excursion: string }) {
  const { t } = useWords()
  return (
    <div className="buttons">
      <CommandButton
        title={t('supply.decide')}
        submit={t('supply.decide')}
        path={`${useStockPath()}/decide-excursion`}
        fixed={{ excursion }}
        fields={[
          {
            name: 'decision',
            label: t('supply.decision'),
            kind: 'choice',
            choices: (['release', 'destroy'] as const).map((value) => ({
              value,
              label: t(`supply.decision.${value}`),
            })),
          },
          { name: 'reason', label: t('reason'), kind: 'long' },
          { name: 'witness', label: t('supply.witness'), kind: 'text', optional: true, help: t('supply.witnessHelp') },
        ]}
      />
    </div>
  )
}
