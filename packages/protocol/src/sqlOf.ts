import type { CompiledCriterion, CompiledStudy } from './compiled.ts'
import type { EvaluationRecord } from './expression/fact.ts'
import type { ConditionNode, NumberNode } from './expression/nodes.ts'
import { listOf, over, sql, type Sql } from './expression/sql.ts'
import { sqlRecord, type SqlRecord } from './expression/sqlRecord.ts'
import { sqlScopeOf } from './expression/sqlScope.ts'
import type { Study } from './load.ts'

/**
 * The study's logic as PostgreSQL expressions over a column `facts jsonb`, for questions about many people at once. They
 * answer as the evaluator does. Texts are complete: no parameter is left to bind.
 */
export interface StudySql {
  readonly criteria: readonly {
    readonly id: string
    readonly type: 'inclusion' | 'exclusion'
    /** text: `yes`, `no`, `unknown` or `notApplicable` */
    readonly answer: string
  }[]
  /** boolean: every inclusion met and every exclusion not; null while undecided */
  readonly eligible: string
  /** boolean, null for unknown */
  condition(node: ConditionNode): string
  /** float8[]: low end, high end (null for unknown, low above high for not applicable), and 1 if it was skipped */
  number(node: NumberNode): string
  /** One person's value of the column `facts`. */
  facts(record: EvaluationRecord): SqlRecord
}

export function sqlOf(study: Study): StudySql {
  const { compiled } = study
  const scope = sqlScopeOf((id) => derivedOf(compiled, id))
  const parts = compiled.criteria.map((criterion) => ({
    criterion,
    holds: scope.condition(criterion.holds),
    ...(criterion.appliesTo === undefined ? {} : { applies: scope.condition(criterion.appliesTo) }),
  }))
  return {
    criteria: parts.map(({ criterion: { id, type }, holds, applies }) => ({
      id,
      type,
      answer: answerOf(holds, applies).text,
    })),
    eligible: sql`(${listOf([sql`true`, ...parts.map(metOf)], ' and ')})`.text,
    condition: (node) => scope.condition(node).text,
    number: (node) => scope.number(node).text,
    facts: (record) => sqlRecord(record, study.slots, study.item),
  }
}

const answerOf = (holds: Sql, applies: Sql | undefined): Sql =>
  over(
    sql`case when not applies then 'notApplicable' when applies is null then 'unknown'
      when holds then 'yes' when not holds then 'no' else 'unknown' end`,
    sql`${holds} as holds, ${applies ?? sql`true`} as applies`,
  )

/** Met, or no concern of the person's; where that is open, so is this. */
function metOf({ criterion: { type }, holds, applies }: { criterion: CompiledCriterion; holds: Sql; applies?: Sql }) {
  const met = type === 'inclusion' ? holds : sql`(not ${holds})`
  return applies === undefined
    ? met
    : over(sql`(not applies) or (applies and met)`, sql`${met} as met, ${applies} as applies`)
}

function derivedOf({ derived }: CompiledStudy, id: string): CompiledStudy['derived'][number] {
  const found = derived.find((each) => each.id === id)
  if (found === undefined) throw new Error(`the study has no calculation ${id}`)
  return found
}
