import type { LedgerRow } from '../../api/supplyTypes.ts'
import { useWords } from '../../language/useWords.tsx'

/** Movements, newest first. */
export function LedgerTable({ rows }: { readonly rows: readonly LedgerRow[] }) {
  const { t } = useWords()
  return (
    <section className="stack tight">
      <h2>{t('supply.entries')}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{t('supply.entriesNone')}</p>
      ) : (
        <div className="card">
          <table className="rows cards">
            <thead>
              <tr>
                <th scope="col" className="number">
                  {t('supply.number')}
                </th>
                <th scope="col">{t('supply.event')}</th>
                <th scope="col">{t('supply.moves')}</th>
                <th scope="col">{t('supply.by')}</th>
                <th scope="col">{t('supply.when')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Entry key={row.number} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Entry({ row }: { readonly row: LedgerRow }) {
  const { t, instant } = useWords()
  const notes = [
    row.codes.join(', '),
    row.shipment === undefined ? '' : t('supply.note', { number: row.shipment }),
    row.reason ?? '',
    row.witness === undefined ? '' : t('supply.witnessed', { name: row.witness }),
  ].filter((note) => note !== '')
  return (
    <tr>
      <td className="number" data-label={t('supply.number')}>
        {row.number}
      </td>
      <th scope="row">{t(`supply.event.${row.type}`)}</th>
      <td>
        {row.moves.length === 0 ? (
          <span className="quiet">{t('supply.noMove')}</span>
        ) : (
          row.moves.map((move) => (
            <div key={`${move.lot} ${move.from} ${move.to}`}>
              {t('supply.move', {
                vials: move.vials,
                batch: move.batch,
                from: t(`supply.account.${move.from}`),
                to: t(`supply.account.${move.to}`),
              })}
            </div>
          ))
        )}
        {notes.length > 0 && <div className="quiet small free">{notes.join(' · ')}</div>}
      </td>
      <td data-label={t('supply.by')}>{row.by}</td>
      <td data-label={t('supply.when')} className="data">
        {instant(row.at)}
      </td>
    </tr>
  )
}
