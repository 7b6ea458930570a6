import type { RandomisationList } from '../../api/randomisationTypes.ts'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'
import { useStratumName } from './useStratumName.ts'

/** From this share of taken places on, somebody should think of what comes after. */
const nearlyOut = 0.8

/** Places of each stratum and how many are taken; which arm a place holds is told nowhere. */
export function StrataTable({ strata }: Pick<RandomisationList, 'strata'>) {
  const { t } = useWords()
  const nameOf = useStratumName()
  return (
    <div className="card narrow">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('randomisation.stratum')}</th>
            <th scope="col" className="number">
              {t('randomisation.slots')}
            </th>
            <th scope="col" className="number">
              {t('randomisation.taken')}
            </th>
          </tr>
        </thead>
        <tbody>
          {strata.map(({ stratum, slots, taken }) => (
            <tr key={stratum}>
              <th scope="row">
                {nameOf(stratum)}{' '}
                {taken >= slots ? (
                  <Chip tone="bad">{t('randomisation.usedUp')}</Chip>
                ) : (
                  taken >= slots * nearlyOut && <Chip tone="warn">{t('randomisation.nearlyOut')}</Chip>
                )}
              </th>
              <td className="number">{slots}</td>
              <td className="number">{taken}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
