import { overAnswered, share, shareInSql } from './answered.ts'
import type { NumberKind } from './meaning.ts'
import type { Prorated } from './nodes.ts'
import { scoreOfAnswered } from './scoreOfAnswered.ts'
import { sql } from './sql.ts'

/**
 * 100 × sum ÷ (highest score of the answered sections): a section left unanswered lowers what could be reached.
 * Source: Fairbank JCT, Pynsent PB. The Oswestry Disability Index. Spine 2000;25:2940–52.
 */
export const prorated: NumberKind<Prorated> = {
  bounds(node, scope) {
    const parts = node.of.map((part) => scope.number(part))
    const end = (side: 'low' | 'high') =>
      scoreOfAnswered(parts, side, (sum, answered) =>
        answered >= node.minimumAnswered ? share(100 * sum, node.maximumEach * answered) : Number.NaN,
      )
    return {
      oneNumber: parts.every((part) => part.oneNumber),
      low: end('low'),
      high: end('high'),
      skipped: (record, row) => parts.every((part) => part.skipped(record, row)),
    }
  },
  sql: (node, scope) =>
    overAnswered(
      node.of.map((part) => scope.number(part)),
      (sum, answered) =>
        sql`case when ${answered} >= ${node.minimumAnswered} and ${answered} > 0
          then ${shareInSql(sql`(100 * ${sum})`, sql`(${node.maximumEach} * ${answered})`)} end`,
    ),
  state: (node) => ({
    en: `percentage of the highest possible score over ${node.of.length} sections`,
    nb: `prosent av høyeste mulige skår over ${node.of.length} deler`,
  }),
  parts: (node) => node.of,
}
