import { expect, test } from 'vitest'
import { NO, YES } from './answer.ts'
import { explaining } from './explain.ts'
import { NO_ROW } from './fact.ts'
import { scopeOf } from './scope.ts'
import { recordsOf } from '../record.ts'
import { loadStudy } from '../load.ts'
import { compileStudy } from '../compile.ts'
import { facts } from '../testing/facts.ts'
import { person, scan, smallStudy } from '../testing/smallStudy.ts'
import { allOf, anyOf, not } from '../define/words.ts'
import { percent } from '../define/quantity.ts'
import type { Condition } from '../define/item.ts'
import type { Explanation } from '../render.ts'

const compiled = compileStudy(smallStudy)
const study = loadStudy(compiled)
const shown = (condition: Condition, ...given: Parameters<typeof facts>): Explanation =>
  study.explain(condition.node, study.record(facts(...given)))

test('two people with the same answers share a reason, and each is shown their own values', () => {
  const smokes = person.smoker.isYes()
  const one = shown(smokes, { person: { smoker: 'yes' } }, { date: '2026-01-01' })
  const other = shown(smokes, { person: { smoker: 'yes' } }, { date: '2026-01-05' })

  expect([one.answer, other.answer]).toEqual(['yes', 'yes'])
  expect([one.used[0]?.date, other.used[0]?.date]).toEqual(['2026-01-01', '2026-01-05'])
})

const type1 = scan.endplates.some((row) => allOf(row.type.is('one'), row.height.atLeast(percent(10))))

test.each([0, 1, 3, 40])('a list of %i rows has a reason for each, in order, and the same answer', (count) => {
  const rows = Array.from({ length: count }, (_, index) => ({ type: index % 2 === 0 ? 'two' : 'one', height: index }))
  const scope = scopeOf(compiled)
  const explain = explaining(type1.node, scope)
  const reason = explain(recordsOf(compiled, scope)(facts({ scan: { endplates: rows } })), NO_ROW)

  expect(reason.answer).toBe(count > 11 ? YES : NO)
  expect(reason.parts.map(({ parts }) => parts[0]?.answer)).toEqual(rows.map(({ type }) => (type === 'one' ? YES : NO)))
})

test('a list that may grow is unknown where a complete one is no', () => {
  const scanned = (complete: boolean) => ({ scan: { endplates: { rows: [{ type: 'two', height: 30 }], complete } } })
  expect(shown(type1, scanned(true)).answer).toBe('no')
  expect(shown(type1, scanned(false)).answer).toBe('unknown')
  expect(shown(not(type1), scanned(true)).answer).toBe('yes')
  expect(shown(anyOf(type1, person.smoker.isYes()), { ...scanned(false), person: { smoker: 'yes' } }).answer).toBe(
    'yes',
  )
})
