import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { placeKey } from '../place.ts'
import type { Trial } from '../testing/trial.ts'
import { study } from '../testing/study.ts'
import { taken, walk, type Step } from '../testing/walk.ts'
import { asker } from './ask.ts'

/** Every check of every visit asked anew, however little has changed. */
const failingNow = (trial: Trial) => {
  const asked = asker(study, trial.state, trial)
  return study.checks
    .filter(({ check }) => check.strictness === 'soft')
    .flatMap((check) => asked.visitsOf(check).flatMap((visit) => asked.failing(check, visit)))
    .map(({ check, place, seen }) => ({ key: `${check.id} ${placeKey(place)}`, seen }))
}

const answers: Step = (trial) => {
  const open = Object.values(trial.state.queries).find(({ status }) => status === 'open')
  if (open) trial.ask({ type: 'answerQuery', query: open.id, text: 'right as it is' })
}
const closes: Step = (trial) => {
  const open = Object.values(trial.state.queries).find(({ status }) => status !== 'closed')
  if (open) trial.ask({ type: 'closeQuery', query: open.id, text: 'accepted' }, 'dataManager')
}

const judging = fc
  .tuple(walk, fc.array(fc.tuple(fc.nat(), fc.constantFrom(answers, closes)), { maxLength: 6 }))
  .map(([steps, more]) =>
    more.reduce<Step[]>((all, [place, step]) => all.toSpliced(place % (all.length + 1), 0, step), [...steps]),
  )

describe('for random courses', () => {
  test('the open queries of checks are exactly the checks that fail, but for those judged over the same values', () => {
    let opened = 0
    fc.assert(
      fc.property(judging, (steps) => {
        const trial = taken(steps)
        const failing = failingNow(trial)
        const queries = Object.values(trial.state.queries).filter(({ check }) => check !== undefined)
        const keys = queries.map(({ check, place }) => `${check} ${placeKey(place)}`)
        expect(new Set(keys).size).toBe(keys.length)
        const open = queries.flatMap(({ status }, index) => (status === 'open' ? [keys[index]] : []))
        opened += open.length
        const judged = new Set(
          queries.flatMap(({ status, steps: done, seen }, index) =>
            status === 'answered' || (status === 'closed' && done.at(-1)?.check === undefined)
              ? [`${keys[index]} ${seen}`]
              : [],
          ),
        )
        const expected = failing.filter(({ key, seen }) => !judged.has(`${key} ${seen}`)).map(({ key }) => key)
        expect(new Set(open)).toEqual(new Set(expected))
        expect(open.length).toBe(expected.length)
      }),
      { numRuns: 150 },
    )
    expect(opened).toBeGreaterThan(5)
  })
})
