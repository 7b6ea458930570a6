import type { CompiledItem } from '@trialwright/protocol'
import { useRef } from 'react'
import { Link } from 'react-router'
import type { FormRow, ValueVersion } from '../../api/formTypes.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'
import { auditAddress } from '../audit/auditPlace.ts'
import { gapSeconds } from '../audit/times.ts'

/** Every value an item has had, newest first, with who, when and why; of a list, cell by cell. */
export function HistoryButton(props: {
  readonly item: CompiledItem
  readonly history: readonly ValueVersion[]
  readonly rows?: readonly FormRow[] | undefined
}) {
  const { t, say } = useWords()
  const { study, code: participant, encounter, form } = usePlace()
  const isReader = useRoles().has('mriReader')
  const dialog = useRef<HTMLDialogElement>(null)
  const title = t('forms.historyOf', { item: say(props.item.label) })
  const odd =
    props.history.some(isOdd) ||
    (props.rows ?? []).some(({ cells }) => cells.some(({ history }) => history.some(isOdd)))
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className="button plain compact"
        onClick={() => dialog.current?.showModal()}
      >
        {t('forms.history')}
        <span className="hidden-visually">: {say(props.item.label)}</span>
        {props.history.length > 1 && <span className="count data">{props.history.length}</span>}
        {odd && (
          <>
            {' '}
            <Icon name="clock" />
            <span className="hidden-visually">, {t('forms.odd')}</span>
          </>
        )}
      </button>
      <dialog ref={dialog} aria-label={title}>
        <div className="inside">
          <h2>{title}</h2>
          {(props.rows ?? []).map((row) => (
            <RowHistory key={row.row} item={props.item} row={row} />
          ))}
          <Versions history={props.history} />
          <div className="buttons">
            {!isReader && (
              <Link className="button" to={auditAddress(study, { participant, encounter, form, item: props.item.id })}>
                {t('audit.of')}
              </Link>
            )}
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {t('close')}
            </button>
          </div>
        </div>
      </dialog>
    </>
  )
}

function RowHistory({ item, row }: { readonly item: CompiledItem; readonly row: FormRow }) {
  const { t, say, instant } = useWords()
  return (
    <section className="stack tight">
      <h3>{t('forms.row', { row: row.number })}</h3>
      {row.removed && (
        <p>
          <strong>{t('forms.rowRemoved')}</strong>{' '}
          <span className="quiet small">
            {t('forms.by', { name: row.removed.by.name, when: instant(row.removed.at) })}
          </span>
          <br />
          {row.removed.reason}
        </p>
      )}
      <dl className="cells">
        {row.cells.map(({ column, history }) => (
          <div key={column}>
            <dt>{say(item.columns?.find(({ id }) => id === column)?.label ?? item.label)}</dt>
            <dd>
              <Versions history={history} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Versions({ history }: { readonly history: readonly ValueVersion[] }) {
  const { t, say, instant } = useWords()
  if (history.length === 0) return null
  return (
    <ol className="versions">
      {history.toReversed().map((version) => (
        <li key={version.version}>
          <strong className="data">{say(version.shown)}</strong>
          <span className="quiet small">{t('forms.by', { name: version.by.name, when: instant(version.at) })}</span>
          {version.origin !== undefined && (
            <span className="small break">
              {t('files.fromFile', { name: version.origin.name, line: version.origin.line })}
            </span>
          )}
          {version.lateDays !== undefined && (
            <span className="small waiting">{t('forms.late', { count: version.lateDays })}</span>
          )}
          {version.clocks && <Clocks {...version.clocks} />}
          {version.reason !== undefined && <span>{version.reason}</span>}
        </li>
      ))}
    </ol>
  )
}

function Clocks({ entered, stored }: NonNullable<ValueVersion['clocks']>) {
  const { t, instant } = useWords()
  const minutes = Math.round(Math.abs(gapSeconds(entered, stored) ?? 0) / 60)
  return (
    <span className="small waiting">
      {t('forms.clocks', { entered: instant(entered), stored: instant(stored), minutes })}
    </span>
  )
}

const isOdd = ({ lateDays, clocks }: ValueVersion): boolean => lateDays !== undefined || clocks !== undefined
