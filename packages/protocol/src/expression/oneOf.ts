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
      return code === only ? YES : code === undefined ? UNKNOWN : NO
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
  code === only ? YES : code === undefined ? UNKNOWN : NO

function severalCodes(codes: readonly string[], inRow: boolean, index: number): Test {
  const among = (code: string | undefined): Tri => {
    if (code === undefined) return UNKNOWN
    for (const each of codes) if (each === code) return YES
    return NO
  }
  return inRow
    ? (_, row) => among((row[index] ?? UNRECORDED).code)
    : (record) => among((record.facts[index] ?? UNRECORDED).code)
}
