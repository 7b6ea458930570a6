import { expect, test } from 'vitest'
import { languageOf } from './call.ts'

test('the screen’s language goes before the account’s', () => {
  expect(languageOf('en', 'nb-NO')).toBe('en')
  expect(languageOf('nb', 'en-GB')).toBe('nb')
})

test.each([undefined, '*', 'de', 'en-US,en;q=0.9'])('a client that says %s types in its account’s', (accepted) => {
  expect(languageOf(accepted, 'nb-NO')).toBe('nb')
  expect(languageOf(accepted, 'en-GB')).toBe('en')
})
