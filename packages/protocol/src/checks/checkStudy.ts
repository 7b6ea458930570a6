import type { CompiledStudy } from '../compiled.ts'
import type { Text } from '../text.ts'
import type { CriterionAnswer } from '../eligibility.ts'
import type { Facts } from '../record.ts'

/** Something a study must mend before it may run (`error`), or may want to (`warning`). */
export interface Finding {
  readonly check: string
  readonly path: string
  readonly severity: 'error' | 'warning'
  readonly text: Text
}

/** Per criterion, people it holds for, does not hold for, and cannot be decided for. */
export type StudyCases = Readonly<
  Record<string, readonly { readonly given: string; readonly facts: Facts; readonly answer: CriterionAnswer }[]>
>

export type Check = (study: CompiledStudy, cases: StudyCases | undefined) => readonly Finding[]

const checks: readonly Check[] = []

/** What types cannot see. */
export const checkStudy = (study: CompiledStudy, cases?: StudyCases): readonly Finding[] =>
  checks.flatMap((check) => check(study, cases))
