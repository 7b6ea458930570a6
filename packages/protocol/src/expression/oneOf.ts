import { NO, UNKNOWN, YES } from './answer.ts'
import type { ConditionMeaning } from './meaning.ts'
import type { OneOf } from './nodes.ts'
import { codeWords, stateItem } from './say.ts'

export const oneOf: ConditionMeaning<OneOf> = {
  test(node, scope) {
    const read = scope.read(node.of)
    const { codes } = node
    const only = codes.length === 1 ? codes[0] : undefined
    if (only !== undefined) {
      return (record, row) => {
        const { code } = read(record, row)
        return code === only ? YES : code === undefined ? UNKNOWN : NO
      }
    }
    return (record, row) => {
      const { code } = read(record, row)
      return code === undefined ? UNKNOWN : codes.includes(code) ? YES : NO
    }
  },
  state(node, scope) {
    const item = stateItem(node.of, scope)
    const codes = codeWords(node.of, node.codes, scope)
    return { en: `${item.en}: ${codes.en}`, nb: `${item.nb}: ${codes.nb}` }
  },
  parts: (node) => [node.of],
}
