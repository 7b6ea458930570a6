import { expect, test } from 'vitest'
import { assumedWords } from './assumedWords.ts'

const fever = { kind: 'quantity', value: 37.5, unit: 'Cel' }

test('a quantity and numbers are told in the reader’s language', () => {
  expect(assumedWords(fever, 'nb')).toBe('37,5 °C')
  expect(assumedWords(fever, 'en')).toBe('37.5 °C')
  expect(assumedWords([4, 6, 8], 'nb')).toBe('4, 6, 8')
  expect(assumedWords(1.75, 'nb')).toBe('1,75')
})

test('a code, a truth value or an English word is told in no language', () => {
  const untold = ['the same vertebral body', true, ['oral', 'rectal'], { active: 1, placebo: 1 }, null, undefined]
  for (const value of untold) expect(assumedWords(value, 'nb')).toBe('')
})
