import { Link } from 'react-router'
import type { Summary } from '../../api/participantTypes.ts'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'
import { EncounterChip, StatusChip, VerdictChip } from './StatusChip.tsx'

/** The site is told only where there are several. */
export function ParticipantTable(props: {
  readonly rows: readonly Summary[]
  readonly siteName: ReadonlyMap<string, string>
}) {
  const { t } = useWords()
  const several = new Set(props.rows.map((row) => row.site)).size > 1
  return (
    <table className="rows cards participants">
      <thead>
        <tr>
          <th scope="col">{t('participants.code')}</th>
          <th scope="col">{t('participants.status')}</th>
          <th scope="col">{t('participants.verdict')}</th>
          <th scope="col">{t('participants.nextDue')}</th>
          <th scope="col">{t('participants.missing')}</th>
          <th scope="col" className="number">
            {t('participants.infusions')}
          </th>
          {several && <th scope="col">{t('site')}</th>}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <ParticipantRow
            key={row.code}
            row={row}
            site={several ? (props.siteName.get(row.site) ?? row.site) : undefined}
          />
        ))}
      </tbody>
    </table>
  )
}

function ParticipantRow({ row, site }: { readonly row: Summary; readonly site: string | undefined }) {
  const { t } = useWords()
  return (
    <tr>
      <th scope="row">
        <Link to={row.code} className="code">
          {row.code}
        </Link>
      </th>
      <td data-label={t('participants.status')}>
        <span className="row chips">
          <StatusChip status={row.status} />
          {row.held && (
            <Chip tone="warn" icon="pause">
              {t('participants.held')}
            </Chip>
          )}
          {row.reconsentDue && (
            <Chip tone="warn" icon="alert">
              {t('participants.reconsent')}
            </Chip>
          )}
        </span>
      </td>
      <td data-label={t('participants.verdict')}>
        <VerdictChip verdict={row.verdict} />
      </td>
      <td data-label={t('participants.nextDue')}>
        <Next row={row} />
      </td>
      <td data-label={t('participants.missing')} className="nowrap">
        <span className="due">
          <Missing row={row} />
          {row.queries > 0 && (
            <Link to={`../queries?participant=${row.code}`} relative="path">
              {t('queries.count', { count: row.queries })}
            </Link>
          )}
        </span>
      </td>
      <td data-label={t('participants.infusions')} className="number">
        {row.infusions.given}/{row.infusions.planned}
      </td>
      {site !== undefined && (
        <td data-label={t('site')} className="quiet">
          {site}
        </td>
      )}
    </tr>
  )
}

const dash = '–'

/** Before consent nothing else may be recorded, so nothing else is next. */
function Next({ row }: { readonly row: Summary }) {
  const { t } = useWords()
  if (row.status === 'registered') return t('participants.consentDue')
  return row.nextDue ? <NextDue due={row.nextDue} /> : <span className="quiet">{dash}</span>
}

function Missing({ row }: { readonly row: Summary }) {
  const { t } = useWords()
  if (row.status === 'registered') return t('participants.consentMissing')
  if (row.missing > 0) return t('participants.missingForms', { count: row.missing })
  return row.queries > 0 ? null : <span className="quiet">{t('participants.nothingMissing')}</span>
}

function NextDue({ due }: { readonly due: NonNullable<Summary['nextDue']> }) {
  const { say, day } = useWords()
  const when = due.booked ?? due.planned
  return (
    <span className="due">
      <span>
        {say(due.title)} {when !== undefined && <span className="quiet nowrap">{day(when)}</span>}
      </span>
      {due.state !== 'upcoming' && <EncounterChip state={due.state} />}
    </span>
  )
}
