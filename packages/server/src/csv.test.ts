import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('given cells with commas, quotes and line ends, then they are quoted as RFC 4180 has it', () =>
  expect(csvOf([['a', 'b,c', 'say "x"', 'two\r\nlines', '']])).toBe('a,"b,c","say ""x""","two\r\nlines",\r\n'))

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
  'given %j, then no spreadsheet takes it for a formula',
  (text) => expect(csvOf([[text]]).replace(/^"/, '')).toMatch(/^'/),
)
