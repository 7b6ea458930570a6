import { expect, test } from 'vitest'
import { infused, newTrial, randomised } from './trial.ts'

test('a whole course: screening, randomisation, three infusions', () => {
  const trial = randomised(newTrial())
  infused(trial, 'day0')
  trial.today = '2026-09-15'
  infused(trial, 'day14')
  trial.today = '2026-10-13'
  infused(trial, 'day42')
  expect(Object.values(trial.state.treatment.infusions).map(({ status }) => status)).toEqual([
    'ended',
    'ended',
    'ended',
  ])
})
