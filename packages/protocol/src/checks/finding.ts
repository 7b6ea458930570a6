import type { CompiledStudy } from '../compiled.ts'
import type { CriterionAnswer } from '../eligibility.ts'
import type { Facts } from '../record.ts'
import type { Text } from '../text.ts'

/** Something a study must mend before it may run (`error`), or may want to (`warning`). */
export interface Finding {
  readonly check: string
  /** Where in the compiled study, `criteria.IN01`, `forms.labs.hb`. */
  readonly path: string
  readonly severity: 'error' | 'warning'
  readonly text: Text
}

/** Per criterion and edit check, people it holds for, does not hold for, and cannot be decided for. */
export type StudyCases = Readonly<
  Record<string, readonly { readonly given: string; readonly facts: Facts; readonly answer: CriterionAnswer }[]>
>

export type Check = (study: CompiledStudy, cases: StudyCases | undefined) => readonly Finding[]

/** Findings of one check, by the check's name. */
export const findingsOf = (check: string) => ({
  error: (path: string, en: string, nb: string): Finding => ({ check, path, severity: 'error', text: { en, nb } }),
  warning: (path: string, en: string, nb: string): Finding => ({ check, path, severity: 'warning', text: { en, nb } }),
})

/** Values that come more than once, each named once. */
export const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
]
