import type { CompiledItem, RawEntry } from '@trialwright/protocol'
import type { VirtualAnswer, VirtualAnswers, VirtualRow } from '@trialwright/protocol/simulation'

type Items = readonly Pick<CompiledItem, 'id' | 'unit' | 'columns'>[]

/** Answers as somebody at a Norwegian keyboard types them: decimal comma, unit chosen, codes, rows one by one. */
export function typed(items: Items, answers: VirtualAnswers): Readonly<Record<string, RawEntry>> {
  return Object.fromEntries(
    items.flatMap((item) => {
      const answer = answers[item.id]
      return answer === undefined ? [] : [[item.id, rawOf(item, answer)]]
    }),
  )
}

function rawOf(item: Items[number], answer: VirtualAnswer): RawEntry {
  if (typeof answer === 'number') return measured(answer, item.unit)
  if (typeof answer === 'string') return { typed: answer }
  if (isRows(answer)) return { rows: answer.map((row, index) => rowOf(item, row, index)), complete: true }
  if ('absent' in answer) return { absent: answer.absent }
  if ('unit' in answer) return measured(answer.value, answer.unit)
  const [sign, limit] = 'below' in answer ? ['<', answer.below] : ['>', answer.above]
  return { ...measured(limit, item.unit), typed: `${sign}${comma(limit)}` }
}

const rowOf = ({ columns = [] }: Items[number], row: VirtualRow, index: number) => ({
  id: `row${index + 1}`,
  cells: typed(columns, row),
})

const isRows = (answer: VirtualAnswer): answer is readonly VirtualRow[] => Array.isArray(answer)
const comma = (value: number): string => String(value).replace('.', ',')
const measured = (value: number, unit: string | undefined): RawEntry => ({
  typed: comma(value),
  ...(unit === undefined ? {} : { unit }),
})
