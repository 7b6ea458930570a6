import { NO, UNKNOWN, YES, type Tri } from './answer.ts'
import type { ConditionMeaning, Place, Test } from './meaning.ts'
import { UNRECORDED, type Fact } from './fact.ts'
import type { ReferenceRange } from './nodes.ts'
import { numberWords, stateItem } from './say.ts'
import { over, sql } from './sql.ts'

const above = ({ low, high, refHigh }: Fact, times: number): Tri => {
  const limit = refHigh * times
  return low > high || high <= limit ? NO : low > limit ? YES : UNKNOWN
}

const below = ({ low, high, refLow }: Fact): Tri => (low > high || low >= refLow ? NO : high < refLow ? YES : UNKNOWN)

/** Told apart once, when it is compiled, so that no person's answer asks again which side is meant. */
function testing({ side, times }: ReferenceRange, { inRow, index }: Place): Test {
  switch (side) {
    case 'above':
      return (record, row) => above((inRow ? row[index] : record.facts[index]) ?? UNRECORDED, times)
    case 'below':
      return (record, row) => below((inRow ? row[index] : record.facts[index]) ?? UNRECORDED)
    case 'outside':
      return (record, row) => {
        const fact = (inRow ? row[index] : record.facts[index]) ?? UNRECORDED
        const isAbove = above(fact, 1)
        return isAbove === YES ? YES : (Math.max(isAbove, below(fact)) as Tri)
      }
  }
}

/** Against the limits of the laboratory that reported, for the person's sex and age on the day of the sample. */
export const referenceRange: ConditionMeaning<ReferenceRange> = {
  test: (node, scope) => testing(node, scope.place(node.of)),
  sql(node, scope) {
    const high = sql`ref_high * ${node.side === 'outside' ? 1 : node.times}`
    const isAbove = sql`case when low > high or high <= ${high} then false when low > ${high} then true end`
    const isBelow = sql`case when low > high or low >= ref_low then false when high < ref_low then true end`
    const answer = { above: isAbove, below: isBelow, outside: sql`(${isAbove}) or (${isBelow})` }[node.side]
    const end = (name: string) => sql`(${scope.fact(node.of)}->>${name})::float8`
    return over(
      answer,
      sql`${end('low')} as low, ${end('high')} as high, ${end('refLow')} as ref_low, ${end('refHigh')} as ref_high`,
    )
  },
  state(node, scope) {
    const item = stateItem(node.of, scope)
    const times = numberWords(node.times)
    const limit =
      node.times === 1
        ? { en: 'the laboratory’s upper limit', nb: 'laboratoriets øvre grense' }
        : { en: `${times.en} times the laboratory’s upper limit`, nb: `${times.nb} ganger laboratoriets øvre grense` }
    switch (node.side) {
      case 'above':
        return { en: `${item.en} is above ${limit.en}`, nb: `${item.nb} er over ${limit.nb}` }
      case 'below':
        return {
          en: `${item.en} is below the laboratory’s lower limit`,
          nb: `${item.nb} er under laboratoriets nedre grense`,
        }
      case 'outside':
        return {
          en: `${item.en} is outside the laboratory’s limits`,
          nb: `${item.nb} er utenfor laboratoriets grenser`,
        }
    }
  },
  parts: (node) => [node.of],
}
