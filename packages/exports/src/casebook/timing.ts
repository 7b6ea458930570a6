import type { FormItemView } from '@trialwright/conduct'
import type { CompiledItem, Language } from '@trialwright/protocol'
import { cellName } from './queries.ts'
import type { TimingLine } from './types.ts'
import { fill, words } from './words.ts'

/** What is told of when an item's values came: entry long after its day, and storage apart from entry (EMA-10, EMA-11). */
export function timingLines(item: CompiledItem, view: FormItemView, language: Language): readonly TimingLine[] {
  const ofRows = (view.rows ?? []).flatMap(({ row, number, cells }) =>
    cells.flatMap(({ column, history }) => {
      const label = item.columns?.find(({ id }) => id === column)?.label
      return linesOf(history, language, { row, column }, `${cellName(number, label, language)}: `)
    }),
  )
  return [...linesOf(view.history, language, {}, ''), ...ofRows]
}

const linesOf = (
  history: FormItemView['history'],
  language: Language,
  cell: Pick<TimingLine, 'row' | 'column'>,
  before: string,
): readonly TimingLine[] =>
  history.flatMap(({ version, lateDays, clocks }) => {
    if (lateDays === undefined && clocks === undefined) return []
    const said = [
      ...(lateDays === undefined ? [] : [fill(words.late[language], { n: lateDays })]),
      ...(clocks === undefined ? [] : [fill(words.clocks[language], clocks)]),
    ]
    return [
      {
        ...cell,
        version,
        ...(lateDays !== undefined && { lateDays }),
        ...(clocks && { entered: clocks.entered, stored: clocks.stored }),
        text: `${before}${said.join('; ')}`,
      },
    ]
  })
