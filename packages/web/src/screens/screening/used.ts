import type { Explanation, UsedValue } from '@trialwright/protocol'

/** Every value the explanations rest on, each once, in the order met. */
export function allUsed(...explanations: readonly Explanation[]): readonly UsedValue[] {
  const seen = new Map<string, UsedValue>()
  const visit = (one: Explanation): void => {
    for (const value of one.used) {
      const key = keyOf(value)
      if (!seen.has(key)) seen.set(key, value)
    }
    for (const part of one.parts) visit(part)
  }
  for (const explanation of explanations) visit(explanation)
  return [...seen.values()]
}

/** The values that gave the answer: once it is settled, what nobody has recorded played no part in it. */
export const decisive = (used: readonly UsedValue[], answer: Explanation['answer'] | 'notApplicable') =>
  answer === 'unknown' ? used : used.filter(({ status }) => status !== 'unrecorded')

const keyOf = ({ row, form, item, label, shown, date }: UsedValue): string =>
  `${row?.en ?? ''} ${form ?? ''} ${item ?? ''} ${label.en} ${shown.en} ${date ?? ''}`
