import type { CompiledItem, Entry, FilledForm } from '@trialwright/protocol'
import type { VirtualAnswer, VirtualAnswers, VirtualRow } from '@trialwright/protocol/simulation'

type Items = readonly Pick<CompiledItem, 'id' | 'unit' | 'columns'>[]

/** Answers as they are stored, without the way over the keyboard. */
export function entries(items: Items, answers: VirtualAnswers): FilledForm['entries'] {
  const stored: Record<string, Entry> = {}
  for (const item of items) {
    const answer = answers[item.id]
    if (answer !== undefined) stored[item.id] = entryOf(item, answer)
  }
  return stored
}

function entryOf(item: Items[number], answer: VirtualAnswer): Entry {
  if (typeof answer === 'number') return { typed: '', value: answer, ...unitOf(item) }
  if (typeof answer === 'string') return { typed: answer, value: answer }
  if (isRows(answer)) {
    const rows = answer.map((row, index) => ({ id: `row${index + 1}`, cells: entries(item.columns ?? [], row) }))
    return { typed: '', value: { rows, complete: true } }
  }
  if ('absent' in answer) return answer
  if ('unit' in answer) return { typed: '', value: answer.value, unit: answer.unit }
  return { typed: '', value: answer, ...unitOf(item) }
}

const unitOf = ({ unit }: Items[number]) => (unit === undefined ? {} : { unit })
const isRows = (answer: VirtualAnswer): answer is readonly VirtualRow[] => Array.isArray(answer)
