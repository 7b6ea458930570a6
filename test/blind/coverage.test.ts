import { allRoles, isBlinded } from '@trialwright/conduct'
import { expect, test } from 'vitest'
import { commands, coverageKey, excused, pages, uncovered } from './coverage.ts'

test('R3-10 B1 given a proof that conducted nothing, then each route is named with its roles and with what to do', () => {
  const said = uncovered({ coverage: new Map(), done: new Set() })
  for (const { id, path } of [...pages, ...commands]) {
    const blinded = allRoles.filter(isBlinded)
    const asked = said.filter((each) => each.startsWith(`${id} (`) && each.includes('never asked for by'))
    expect([id, asked.length]).toEqual([id, blinded.length])
    expect(asked[0]).toContain(path)
  }
  for (const { id } of commands.filter((each) => !(each.id in excused)))
    expect(said.filter((each) => each.startsWith(`${id} (`)).join()).toContain('test/blind/acts/further.ts')
})

test('R3-10 B1 given one page not shown to one role that may read it, when all else was conducted, then that alone is said', () => {
  const coverage = new Map(
    [...pages, ...commands].flatMap(({ id }) =>
      allRoles.map((role) => [coverageKey(id, role), new Set([200])] as const),
    ),
  )
  const done = new Set(commands.map(({ id }) => id))
  expect(uncovered({ coverage, done })).toEqual([])
  coverage.set(coverageKey('overview', 'monitor'), new Set([404]))
  expect(uncovered({ coverage, done })).toEqual([
    expect.stringContaining('never shown to monitor, who may read it; it answered 404'),
  ])
})
