import { formatEntry, rowsOf, type CompiledItem, type Text } from '@trialwright/protocol'
import { currentEntry, type FormState, type ValueVersion } from './state.ts'
import { type Timing, timingOf } from './timing.ts'
import type { FormItemView, RowView } from './types.ts'
import { cellVersions, rowVersions } from './versions.ts'

/** The rows of a repeating item, removed ones too, each cell with every value it has had. */
export const rowsView = (filled: FormState | undefined, item: CompiledItem, timeZone: string): readonly RowView[] =>
  (rowsOf(currentEntry(filled, item.id))?.rows ?? []).map((row, index): RowView => {
    const versions = rowVersions(filled as FormState, item.id, row.id)
    const last = row.removed && versions.findLast(({ changed }) => moved(changed, row.id)?.removed === true)
    return {
      row: row.id,
      number: index + 1,
      ...(last
        ? {
            removed: {
              at: last.at,
              by: last.by,
              reason: moved(last.changed, row.id)?.reason ?? '',
              version: last.version,
            },
          }
        : {}),
      cells: (item.columns ?? []).flatMap((column) => {
        const history = cellVersions(filled as FormState, item.id, row.id, column.id)
        if (history.length === 0) return []
        return [{ column: column.id, history: shownVersions(history, column, timeZone) }]
      }),
    }
  })

const moved = (change: ValueVersion['changed'], row: string) =>
  change?.rows.find((each) => each.row === row && each.removed !== undefined)

/** Of the list as a whole: when it was said to be all, or that there is none to give. */
export const listHistory = (versions: readonly ValueVersion[], timeZone: string): FormItemView['history'] =>
  versions.flatMap((version, index) => {
    const now = completeness(version)
    return now === undefined || now === completeness(versions[index - 1])
      ? []
      : [shownVersion(version, said[now], timingOf(version, index === 0, timeZone))]
  })

const completeness = (version: ValueVersion | undefined): keyof typeof said | undefined => {
  const rows = rowsOf(version?.entry)
  return rows && (rows.complete ? 'complete' : 'open')
}

const said: Readonly<Record<'complete' | 'open', Text>> = {
  complete: { en: 'All rows are listed', nb: 'Alle rader er ført opp' },
  open: { en: 'More rows may come', nb: 'Flere rader kan komme' },
}

/** All versions of one answer as the page shows them, oldest first. */
export const shownVersions = (
  versions: readonly ValueVersion[],
  item: CompiledItem,
  timeZone: string,
): FormItemView['history'] =>
  versions.map((version, index) =>
    shownVersion(version, formatEntry(item, version.entry), timingOf(version, index === 0, timeZone)),
  )

function shownVersion(version: ValueVersion, shown: Text, timing: Timing): FormItemView['history'][number] {
  const { changed: _, clientTime: _entered, recordedAt: _stored, ...plain } = version
  return { ...plain, shown, ...timing }
}
