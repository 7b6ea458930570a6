import type { Preparation } from '../../api/studyTypes.ts'
import { useWords } from '../../language/useWords.tsx'

/** Which vials to take: the lot that expires first before the others. */
export function PickTable({ picks }: { readonly picks: NonNullable<Preparation['picks']> }) {
  const { t, day, number } = useWords()
  if (picks.length === 0) return <p className="quiet">{t('pharmacy.picksNone')}</p>
  return (
    <div className="scroll">
      <table className="rows">
        <caption>{t('pharmacy.picks')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('supply.lot')}</th>
            <th scope="col">{t('supply.brand')}</th>
            <th scope="col">{t('supply.expiry')}</th>
            <th scope="col" className="number">
              {t('supply.vials')}
            </th>
          </tr>
        </thead>
        <tbody>
          {picks.map((pick) => (
            <tr key={pick.lot}>
              <th scope="row">{pick.batch}</th>
              <td>{pick.brand}</td>
              <td>{day(pick.expiry)}</td>
              <td className="number">{number(pick.vials)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
