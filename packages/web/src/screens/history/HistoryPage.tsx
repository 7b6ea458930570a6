import { Link } from 'react-router'
import type { HistoryRow } from '../../api/participantTypes.ts'
import { participantPath, useRead } from '../../api/queries.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { FileButton } from '../../elements/FileButton.tsx'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'
import { auditAddress } from '../audit/auditPlace.ts'

export function HistoryPage() {
  const { t } = useWords()
  const { study, code } = usePlace()
  const history = useRead<{ readonly rows: readonly HistoryRow[] }>(`${participantPath(study, code)}/history`)
  return (
    <>
      <p className="quiet">
        {t('history.help')} <Link to={auditAddress(study, { participant: code })}>{t('audit.of')}</Link>
      </p>
      <div className="buttons">
        <FileButton path={`${participantPath(study, code)}/casebook`} spoken>
          {t('casebook.pdf')}
        </FileButton>
        <FileButton path={`${participantPath(study, code)}/casebook-data`} spoken>
          {t('casebook.data')}
        </FileButton>
      </div>
      <Asked query={history}>
        {({ rows }) => (
          <div className="card">
            {rows.length === 0 ? (
              <Empty title={t('history.none')} />
            ) : (
              <table className="rows cards">
                <thead>
                  <tr>
                    <th scope="col">{t('history.when')}</th>
                    <th scope="col">{t('history.what')}</th>
                    <th scope="col">{t('history.who')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <Row key={row.position} row={row} />
                  ))}
                </tbody>
              </table>
            )}
          </div>
        )}
      </Asked>
    </>
  )
}

function Row({ row }: { readonly row: HistoryRow }) {
  const { t, say, instant } = useWords()
  return (
    <tr>
      <td data-label={t('history.when')} className="nowrap">
        {instant(row.at)}
      </td>
      <td data-label={t('history.what')} className="free">
        <div>
          {say(row.what)}
          {row.changes.length > 0 && (
            <details className="small" open={row.changes.length <= 4}>
              <summary className="quiet">{t('history.values', { count: row.changes.length })}</summary>
              <dl className="facts">
                {row.changes.map((change) => (
                  <div key={change.label.en} className="contents">
                    <dt>{say(change.label)}</dt>
                    <dd>
                      {change.from === undefined
                        ? say(change.to)
                        : t('history.fromTo', { from: say(change.from), to: say(change.to) })}
                      {change.reason !== undefined && (
                        <div className="quiet">{t('history.because', { reason: change.reason })}</div>
                      )}
                    </dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
        </div>
      </td>
      <td data-label={t('history.who')}>
        <div className="nowrap">
          {row.by.name}
          <div className="quiet small">{t(`role.${row.by.role}` as MessageKey)}</div>
        </div>
      </td>
    </tr>
  )
}
