import { expect, test } from 'vitest'
import { everything, parametersOf } from './filter.ts'

test('given nothing chosen, then everything that waits is asked for', () =>
  expect(parametersOf(everything, '2026-11-22', undefined)).toBe(''))

test('given an age, then what has stood since before that day; a page goes on where the last one ended', () =>
  expect(
    parametersOf({ status: 'open', site: 'ous', days: 7 }, '2026-11-22', '2026-11-01T08:00:00.000Z OUS-001/Q1'),
  ).toBe('?status=open&site=ous&before=2026-11-15&after=2026-11-01T08%3A00%3A00.000Z+OUS-001%2FQ1'))
