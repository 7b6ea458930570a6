import { expect, test } from 'vitest'
import { fromOwnPage } from './origin.ts'

const host = 'trial.example'

test.each([
  [{ host, origin: 'http://trial.example', 'sec-fetch-site': 'same-origin' }, true],
  [{ host }, true],
  [{ host, origin: 'http://evil.example' }, false],
  [{ host, origin: 'https://trial.example' }, false],
  [{ host, origin: 'null' }, false],
  [{ host, 'sec-fetch-site': 'cross-site' }, false],
  [{ host, 'sec-fetch-site': 'same-site' }, false],
  [{ host, 'sec-fetch-site': 'none' }, false],
])('a state change with %j is our own page’s: %s', (headers, expected) => {
  expect(fromOwnPage(headers, 'http')).toBe(expected)
})
