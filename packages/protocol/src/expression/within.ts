import { shiftDay } from '../value/calendar.ts'
import { NO, UNKNOWN, YES } from './answer.ts'
import type { ConditionMeaning } from './meaning.ts'
import type { Within } from './nodes.ts'
import { durationWords } from './say.ts'
import { shiftedInSql } from './shifted.ts'
import { over, sql, type Sql } from './sql.ts'

/** From a duration earlier to the day itself, both days included; a later date is not within. */
export const within: ConditionMeaning<Within> = {
  test(node, scope) {
    const date = scope.date(node.date)
    const before = scope.date(node.before)
    const back = { value: -node.duration.value, unit: node.duration.unit }
    return (record, row) => {
      const low = date.low(record, row)
      const high = date.high(record, row)
      const earliest = before.low(record, row)
      const latest = before.high(record, row)
      if (low > latest) return NO
      if (!(earliest <= latest)) return low > high || earliest > latest ? NO : UNKNOWN
      if (high < shiftDay(earliest, back)) return NO
      return low >= shiftDay(latest, back) && high <= earliest ? YES : UNKNOWN
    }
  },
  sql(node, scope) {
    const earlier = (day: Sql) => shiftedInSql(day, { value: -node.duration.value, unit: node.duration.unit })
    return over(
      sql`case when d[1] > b[2] then false
        when b[1] <= b[2] then
          case when d[2] < ${earlier(sql`b[1]`)} then false
            when d[1] >= ${earlier(sql`b[2]`)} and d[2] <= b[1] then true end
        when d[1] > d[2] or b[1] > b[2] then false end`,
      sql`${scope.date(node.date)} as d, ${scope.date(node.before)} as b`,
    )
  },
  state(node, scope) {
    const date = scope.state(node.date)
    const before = scope.state(node.before)
    const duration = durationWords(node.duration)
    return {
      en: `${date.en} is within ${duration.en} before ${before.en}`,
      nb: `${date.nb} er inntil ${duration.nb} før ${before.nb}`,
    }
  },
  parts: (node) => [node.date, node.before],
}
