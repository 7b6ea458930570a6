import type { Study } from '@trialwright/protocol'
import type { ReadingRow } from '../../api/auditTypes.ts'
import { useWords } from '../../language/useWords.tsx'
import { roleName } from './AuditTable.tsx'
import { When } from './When.tsx'
import { zoneOf } from './zones.ts'

/** Who was told what alone unblinded roles may know, newest first. */
export function ReadingsTable({
  rows,
  definition,
}: {
  readonly rows: readonly ReadingRow[]
  readonly definition: Study
}) {
  const { t, say } = useWords()
  return (
    <table className="rows cards">
      <thead>
        <tr>
          <th scope="col">{t('audit.when')}</th>
          <th scope="col">{t('audit.who')}</th>
          <th scope="col">{t('access.page')}</th>
          <th scope="col">{t('access.participants')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number}>
            <td data-label={t('audit.when')}>
              <When at={row.at} recordedAt={row.at} timeZone={zoneOf(definition, undefined)} />
            </td>
            <td data-label={t('audit.who')}>
              <div>
                {row.by.name}
                <div className="quiet small">{roleName(t, row.by.role)}</div>
              </div>
            </td>
            <td data-label={t('access.page')}>
              <div>
                {say(row.what)}
                {row.where.en !== '' && <div className="quiet small">{say(row.where)}</div>}
              </div>
            </td>
            <td data-label={t('access.participants')}>
              <Participants codes={row.participants} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A few by their codes; of many how many they are, and the codes behind a click. */
function Participants({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useWords()
  if (codes.length <= 3) return <span className="data">{codes.length === 0 ? '–' : codes.join(', ')}</span>
  return (
    <details>
      <summary>{t('access.count', { count: codes.length })}</summary>
      <span className="data small">{codes.join(', ')}</span>
    </details>
  )
}
