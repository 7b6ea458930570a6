import { added, beyond } from './answered.ts'
import { UNRECORDED } from './fact.ts'
import type { End, NumberMeaning } from './meaning.ts'

/** One end of a score over the parts that were answered; those said to be absent are left out. */
export function scoreOfAnswered(
  parts: readonly NumberMeaning[],
  side: 'low' | 'high',
  score: (sum: number, answered: number) => number,
): End {
  const facts = parts.flatMap(({ of }) =>
    of === undefined || of.place.inRow ? [] : [{ index: of.place.index, end: of[side] }],
  )
  if (facts.length === parts.length) {
    return (record) => {
      let sum = 0
      let answered = 0
      for (const { index, end } of facts) {
        const fact = record.facts[index] ?? UNRECORDED
        if (fact.skipped) continue
        sum = added(sum, end(fact), beyond[side])
        answered += 1
      }
      return score(sum, answered)
    }
  }
  return (record, row) => {
    let sum = 0
    let answered = 0
    for (const part of parts) {
      if (part.skipped(record, row)) continue
      sum = added(sum, part[side](record, row), beyond[side])
      answered += 1
    }
    return score(sum, answered)
  }
}
