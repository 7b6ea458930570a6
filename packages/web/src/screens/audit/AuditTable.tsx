import type { Study } from '@trialwright/protocol'
import { Link } from 'react-router'
import type { AuditRow, ValueChange } from '../../api/auditTypes.ts'
import { Chip } from '../../elements/Chip.tsx'
import { type MessageKey, messages } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'
import { zoneOf } from './zones.ts'
import { When } from './When.tsx'

const shownAtFirst = 4

/** The trail as one table: each value changed has a line of its own within its row. */
export function AuditTable({ rows, definition }: { readonly rows: readonly AuditRow[]; readonly definition: Study }) {
  const { t } = useWords()
  return (
    <div className="scroll">
      <table className="rows cards audit">
        <thead>
          <tr>
            <th scope="col">{t('audit.when')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.where')}</th>
            <th scope="col">{t('audit.what')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.position} row={row} definition={definition} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row, definition }: { readonly row: AuditRow; readonly definition: Study }) {
  const { t, say } = useWords()
  return (
    <tr>
      <td data-label={t('audit.when')}>
        <When {...row} timeZone={zoneOf(definition, row.site)} />
      </td>
      <td data-label={t('audit.who')}>
        <div>
          {row.by.name}
          <div className="quiet small">{roleName(t, row.by.role)}</div>
          {row.site !== undefined && <div className="quiet small">{siteName(definition, row.site, say)}</div>}
        </div>
      </td>
      <td data-label={t('audit.where')}>
        <Where row={row} definition={definition} />
      </td>
      <td data-label={t('audit.what')}>
        <div className="stack tight">
          <span className="free">{say(row.what)}</span>
          {row.patterns.length > 0 && (
            <span className="row chips">
              {row.patterns.map((pattern) => (
                <Chip key={pattern} tone={pattern === 'correction' ? 'neutral' : 'warn'} icon="alert">
                  {t(`audit.pattern.${pattern}` as MessageKey)}
                </Chip>
              ))}
            </span>
          )}
          <Changes changes={row.changes} />
        </div>
      </td>
    </tr>
  )
}

/** Empty for what acts by itself, such as the database. */
export const roleName = (t: (key: MessageKey) => string, role: string): string =>
  Object.hasOwn(messages, `role.${role}`) ? t(`role.${role}` as MessageKey) : ''

const siteName = (definition: Study, site: string, say: (text: { en: string; nb: string }) => string): string => {
  const found = definition.compiled.sites.find(({ id }) => id === site)
  return found ? say(found.title) : site
}

/** The place links to where the work was done. */
function Where({ row, definition }: { readonly row: AuditRow; readonly definition: Study }) {
  const { say } = useWords()
  const { participant, place } = row
  if (participant === undefined) return null
  const base = `/studies/${definition.compiled.id}/participants/${participant}`
  const encounter = definition.compiled.encounters.find(({ id }) => id === place?.encounter)
  const form = definition.compiled.forms.find(({ id }) => id === place?.form)
  return (
    <div className="where">
      <Link to={base} className="code">
        {participant}
      </Link>
      {encounter && form && (
        <div className="small">
          <Link to={`${base}/encounters/${encounter.id}/forms/${form.id}`}>
            {say(encounter.title)}: {say(form.title)}
          </Link>
        </div>
      )}
    </div>
  )
}

function Changes({ changes }: { readonly changes: readonly ValueChange[] }) {
  const { t } = useWords()
  if (changes.length === 0) return null
  // Corrections first: they are what a reviewer reads.
  const sorted = changes.toSorted((a, b) => Number(b.from !== undefined) - Number(a.from !== undefined))
  const rest = sorted.slice(shownAtFirst)
  return (
    <>
      <ChangeList changes={sorted.slice(0, shownAtFirst)} />
      {rest.length > 0 && (
        <details className="small">
          <summary className="quiet">{t('audit.more', { count: rest.length })}</summary>
          <ChangeList changes={rest} />
        </details>
      )}
    </>
  )
}

const ChangeList = ({ changes }: { readonly changes: readonly ValueChange[] }) => (
  <dl className="changes">
    {changes.map((change) => (
      <Change key={change.item ?? change.label.en} change={change} />
    ))}
  </dl>
)

function Change({ change }: { readonly change: ValueChange }) {
  const { t, say } = useWords()
  return (
    <div>
      <dt>{say(change.label)}</dt>
      <dd>
        {change.from === undefined ? (
          say(change.to)
        ) : (
          <>
            <del>{say(change.from)}</del> <span aria-hidden="true">→</span> <ins>{say(change.to)}</ins>
          </>
        )}
        {change.reason !== undefined && <div>{t('history.because', { reason: change.reason })}</div>}
      </dd>
    </div>
  )
}
