import { languages } from '@trialwright/protocol'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { localeOf } from '../format.ts'
import { messages } from './index.ts'

/** Names a message asks for, at every depth. */
const argumentsOf = (text: string, locale: string): readonly string[] => {
  const names = new Set<string>()
  const visit = (nodes: unknown): void => {
    if (Array.isArray(nodes)) return nodes.forEach(visit)
    if (typeof nodes !== 'object' || nodes === null) return
    const node = nodes as { type?: number; value?: unknown; options?: object }
    if (typeof node.value === 'string' && node.type !== 0) names.add(node.value)
    Object.values(node).forEach(visit)
  }
  visit(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}

describe('texts of the product', () => {
  test('every locale has every key, with something to read', () => {
    const empty = Object.entries(messages).flatMap(([key, text]) =>
      languages.filter((language) => text[language].trim() === '').map((language) => `${key} ${language}`),
    )
    expect(Object.keys(messages).length).toBeGreaterThan(200)
    expect(empty).toEqual([])
  })

  test('both languages ask for the same values', () => {
    const unequal = Object.entries(messages).filter(([, text]) => {
      const [en, nb] = languages.map((language) => argumentsOf(text[language], localeOf(language)).join())
      return en !== nb
    })
    expect(unequal).toEqual([])
  })

  test('a differing argument would be seen', () => {
    expect(argumentsOf('{count, plural, one {# of {all}} other {#}}', 'en')).toEqual(['all', 'count'])
    expect(argumentsOf('nothing', 'en')).toEqual([])
  })
})
