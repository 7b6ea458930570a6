import { NO, UNKNOWN, YES, type Tri } from './answer.ts'
import { UNRECORDED } from './fact.ts'
import type { ConditionMeaning, Test } from './meaning.ts'
import type { OneOf } from './nodes.ts'
import { codeWords, stateItem } from './say.ts'
import { listOf, sql } from './sql.ts'

export const oneOf: ConditionMeaning<OneOf> = {
  test(node, scope) {
    const { inRow, index } = scope.place(node.of)
    const [only = '', ...others] = node.codes
    if (others.length > 0) return severalCodes(node.codes, inRow, index)
    // One code asked of the record: most conditions of most protocols, so it takes no further call.
    if (inRow) return (_, row) => isOnly((row[index] ?? UNRECORDED).code, only)
    return (record) => {
      const { code } = record.facts[index] ?? UNRECORDED
      return code === undefined ? UNKNOWN : code === only ? YES : NO
    }
  },
  sql: (node, scope) =>
    sql`(${scope.fact(node.of)}->>'code' = any(array[${listOf(
      node.codes.map((code) => sql`${code}`),
      ', ',
    )}]::text[]))`,
  state(node, scope) {
    const item = stateItem(node.of, scope)
    const codes = codeWords(node.of, node.codes, scope)
    return { en: answered(item.en, codes.en), nb: answered(item.nb, codes.nb) }
  },
  parts: (node) => [node.of],
}

/** A question mark needs no colon. */
const answered = (item: string, codes: string) => (item.endsWith('?') ? `${item} ${codes}` : `${item}: ${codes}`)

const isOnly = (code: string | undefined, only: string): Tri =>
  code === undefined ? UNKNOWN : code === only ? YES : NO

const severalCodes = (codes: readonly string[], inRow: boolean, index: number): Test =>
  inRow
    ? (_, row) => isAmong((row[index] ?? UNRECORDED).code, codes)
    : (record) => isAmong((record.facts[index] ?? UNRECORDED).code, codes)

function isAmong(code: string | undefined, codes: readonly string[]): Tri {
  if (code === undefined) return UNKNOWN
  for (let i = 0; i < codes.length; i += 1) if (codes[i] === code) return YES
  return NO
}
