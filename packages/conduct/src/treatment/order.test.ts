import { loadStudy } from '@trialwright/protocol'
import { expect, test } from 'vitest'
import { study } from '../testing/study.ts'
import { randomised, type Trial } from '../testing/trial.ts'
import { earlierOpen } from './order.ts'

/** The same study with its later infusions counted from randomisation, so that their turn can come before the first one. */
const loose = loadStudy({
  ...study.compiled,
  encounters: study.compiled.encounters.map((each) =>
    each.administers && each.id !== 'day0' ? { ...each, anchor: 'randomisation' as const } : each,
  ),
})

const visited = (trial: Trial) => {
  trial.does({ type: 'recordVisit', encounter: 'day0', day: trial.today })
  return trial
}

test('P11-10: the first infusion is never passed over, not even when its visit took place', () => {
  expect(earlierOpen(loose, visited(randomised()).state, 'day14', '2026-09-15')?.id).toBe('day0')
})

test('the first one waits for none', () => {
  expect(earlierOpen(loose, randomised().state, 'day0', '2026-09-01')).toBeUndefined()
})
