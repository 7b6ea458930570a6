import type { AccessPage as Page } from '../../api/auditTypes.ts'
import type { Study } from '@trialwright/protocol'
import { useWords } from '../../language/useWords.tsx'
import { roleName } from './AuditTable.tsx'
import { When } from './When.tsx'
import { zoneOf } from './zones.ts'

/** Sign-ins and roles, or exports and readings of the open side, newest first. */
export function AccessTable(props: {
  readonly rows: Page['rows']
  readonly definition: Study
  readonly of: 'people' | 'data'
}) {
  const { t, say } = useWords()
  const { rows, definition, of } = props
  return (
    <table className="rows cards">
      <thead>
        <tr>
          <th scope="col">{t('audit.when')}</th>
          <th scope="col">{t('audit.who')}</th>
          <th scope="col">{t('audit.what')}</th>
          {of === 'people' && <th scope="col">{t('access.about')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.position}>
            <td data-label={t('audit.when')}>
              <When {...row} timeZone={zoneOf(definition, row.site)} />
            </td>
            <td data-label={t('audit.who')}>
              <div>
                {row.by.name}
                <div className="quiet small">{roleName(t, row.by.role)}</div>
              </div>
            </td>
            <td data-label={t('audit.what')}>{say(row.what)}</td>
            {of === 'people' && <td data-label={t('access.about')}>{row.about}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
