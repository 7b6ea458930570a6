import {
  type AbsenceReason,
  type CompiledForm,
  type CompiledItem,
  formatUnit,
  type RawEntry,
  type Text,
} from '@trialwright/protocol'
import type { FilledFormView } from '../../api/formTypes.ts'
import { Notice } from '../../elements/Notice.tsx'
import { useWords } from '../../language/useWords.tsx'
import { type Conflict, conflictKey } from './merge.ts'
import type { Merging } from './useMerging.ts'

type Place = Pick<Conflict, 'item' | 'row' | 'column'>

/** What somebody else saved meanwhile: what of it simply stands, and what one must choose. */
export function MergeView(props: {
  readonly form: CompiledForm
  readonly view: FilledFormView
  readonly merging: Merging
}) {
  const { t, say } = useWords()
  const { form, view, merging } = props
  const { conflicts, taken } = merging
  if (conflicts.length === 0 && taken.length === 0) return null
  const itemOf = (place: Place) => form.items.find(({ id }) => id === place.item)
  const columnOf = (place: Place) => itemOf(place)?.columns?.find(({ id }) => id === place.column)
  const titleOf = (place: Place): string => {
    const item = itemOf(place)
    const number = view.items.find((one) => one.item === place.item)?.rows?.find(({ row }) => row === place.row)?.number
    const parts = [
      item && say(item.label),
      number !== undefined && t('forms.row', { row: number }),
      columnOf(place) && say((columnOf(place) as CompiledItem).label),
    ]
    return parts.filter(Boolean).join(', ')
  }
  const by = lastBy(view)
  return (
    <Notice tone="warn" live title={by === undefined ? t('forms.changedTitle') : t('forms.changedBy', { name: by })}>
      {conflicts.length > 0 && <p>{t('forms.mergeChoose')}</p>}
      {conflicts.map((conflict) => {
        const title = titleOf(conflict)
        const shown = columnOf(conflict) ?? itemOf(conflict)
        return (
          <fieldset key={conflictKey(conflict)} className="merge">
            <legend>{title}</legend>
            <dl>
              {(['before', 'theirs', 'mine'] as const).map((which) => (
                <div key={which}>
                  <dt>{which === 'theirs' && by !== undefined ? by : t(`forms.merge.${which}`)}</dt>
                  <dd className="data">
                    <Shown item={shown} raw={conflict[which]} />
                  </dd>
                </div>
              ))}
            </dl>
            <div className="buttons">
              <button
                type="button"
                className="button compact"
                aria-label={`${t('forms.merge.takeTheirs')}: ${title}`}
                onClick={() => merging.choose(conflict, 'theirs')}
              >
                {t('forms.merge.takeTheirs')}
              </button>
              <button
                type="button"
                className="button compact"
                aria-label={`${t('forms.merge.keepMine')}: ${title}`}
                onClick={() => merging.choose(conflict, 'mine')}
              >
                {t('forms.merge.keepMine')}
              </button>
            </div>
          </fieldset>
        )
      })}
      {taken.length > 0 && (
        <>
          <p>{t('forms.mergeTaken')}</p>
          <ul>
            {taken.map((place) => (
              <li key={conflictKey(place)}>
                {titleOf(place)}: <Shown item={columnOf(place) ?? itemOf(place)} raw={place.theirs} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}

/** Who saved last, in another window it may have been oneself. */
function lastBy({ items }: FilledFormView): string | undefined {
  const saved = items.flatMap(({ history, rows = [] }) => [
    ...history,
    ...rows.flatMap(({ cells, removed }) => [...cells.flatMap((cell) => cell.history), ...(removed ? [removed] : [])]),
  ])
  return saved.toSorted((a, b) => a.version - b.version).at(-1)?.by.name
}

const yesNo: Readonly<Record<string, Text>> = { yes: { en: 'Yes', nb: 'Ja' }, no: { en: 'No', nb: 'Nei' } }

/** An entry as it was typed, or a whole row. */
function Shown({ item, raw }: { readonly item: CompiledItem | undefined; readonly raw: RawEntry }) {
  const { t, say, language } = useWords()
  const text = (of: CompiledItem | undefined, one: RawEntry): string => {
    if (one.absent !== undefined) return t(`absent.${one.absent as AbsenceReason}`)
    const typed = (one.typed ?? '').trim()
    const code = (of?.type === 'yesNo' ? yesNo : of?.codes)?.[typed]
    return code ? say(code) : [typed, typed === '' ? '' : formatUnit(one.unit ?? '', language)].join(' ').trim()
  }
  const rows = raw.rows ?? []
  if (rows.length === 0) return <>{text(item, raw) || t('forms.notRecorded')}</>
  return (
    <>
      {rows
        .map((row) => {
          const cells = (item?.columns ?? []).map((column) => text(column, row.cells[column.id] ?? {}))
          return [row.removed === true ? t('forms.rowRemoved') : '', ...cells].filter((part) => part !== '').join(', ')
        })
        .join('; ')}
    </>
  )
}
