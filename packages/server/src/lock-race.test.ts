import { loadMany } from '@trialwright/records'
import { expect, test } from 'vitest'
import { done, openStudy, participant, screened } from './testing/steps.ts'
import { compiled, firstDay, openTrial, study } from './testing/trial.ts'

const rounds = 100

test(`R3-09 given a form saved in the instant the site is frozen, ${rounds} times, then nothing is recorded while it is frozen`, async () => {
  await using trial = await openTrial()
  await openStudy(trial)
  const code = await screened(trial)
  const [coordinator, manager] = [await trial.as('coordinator', 'north'), await trial.as('dataManager')]
  let expectedVersion = 1
  const outcomes = { saved: 0, refused: 0 }
  const weigh = (round: number) =>
    coordinator.post(participant(code, '/record-form'), {
      encounter: 'screening',
      form: 'body',
      day: firstDay,
      entries: { weight: { typed: (60 + round / 10).toFixed(1), unit: 'kg' } },
      reasons: { weight: 'the scale was read again' },
      expectedVersion,
    })
  for (let round = 1; round <= rounds; round += 1) {
    const freeze = () => manager.post(`${study}/locks/freeze-sites`, { site: 'north', reason: 'review' })
    // Whoever is asked first has the lead: by turns.
    const [saved, frozen] =
      round % 2 === 0
        ? await Promise.all([weigh(round), freeze()])
        : (await Promise.all([freeze(), weigh(round)])).toReversed()
    done(frozen!)
    if (saved!.status === 201) {
      expectedVersion += 1
      outcomes.saved += 1
    } else {
      expect(saved).toMatchObject({ status: 422, body: { refusals: [{ code: 'dataFrozen' }] } })
      outcomes.refused += 1
    }
    done(await manager.post(`${study}/locks/unfreeze-sites`, { site: 'north', reason: 'reviewed' }))
  }
  const streams = await loadMany(trial.pools.blinded, compiled.id, ['study', `participant/${code}`])
  const events = [...streams.values()].flatMap(({ events: each }) => each).toSorted((a, b) => a.position - b.position)
  let isFrozen = false
  const within: number[] = []
  for (const { type, position } of events) {
    if (type === 'SitesFrozen') isFrozen = true
    else if (type === 'SitesUnfrozen') isFrozen = false
    else if (type === 'FormRecorded' && isFrozen) within.push(position)
  }
  expect(within).toEqual([])
  // Both were met, or nothing was raced.
  expect(outcomes.saved).toBeGreaterThan(0)
  expect(outcomes.refused).toBeGreaterThan(0)
}, 180_000)
