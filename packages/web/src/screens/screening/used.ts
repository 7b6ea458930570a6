import type { Explanation, UsedValue } from '@trialwright/protocol'

/** Every value an explanation rests on, each once, in the order met. */
export function allUsed(explanation: Explanation): readonly UsedValue[] {
  const seen = new Map<string, UsedValue>()
  const visit = (one: Explanation): void => {
    for (const value of one.used) {
      const key = `${value.row?.en ?? ''} ${value.form ?? ''} ${value.item ?? ''} ${value.label.en} ${value.shown.en} ${value.date ?? ''}`
      if (!seen.has(key)) seen.set(key, value)
    }
    for (const part of one.parts) visit(part)
  }
  visit(explanation)
  return [...seen.values()]
}
