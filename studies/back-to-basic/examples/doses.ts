import type { StudyExamples } from '@trialwright/protocol/compile'
import { absent, filledForm } from '../demo/index.ts'

/* 5 mg per kg of the latest weight; vials of 100 mg, counted up; 10 mg in each mL when dissolved. */

const weighing = (weight: number, value: number) => ({
  given: `${weight} kg`,
  value,
  facts: {
    today: '2026-04-01',
    events: {},
    forms: [
      filledForm('vitals', { weight: weight + 10 }, { encounter: 'day0', date: '2026-03-16' }),
      filledForm('vitals', { weight }, { encounter: 'day14', date: '2026-03-30' }),
    ],
    ranges: [],
  },
})

const unweighed = {
  given: 'not weighed',
  value: undefined,
  facts: {
    today: '2026-04-01',
    events: {},
    forms: [filledForm('vitals', { weight: absent('notDone') }, { encounter: 'day0', date: '2026-03-30' })],
    ranges: [],
  },
}

export const doses: StudyExamples['numbers'] = {
  'infliximab.dose': [weighing(75, 375), weighing(82.4, 412), unweighed],
  'infliximab.vials': [weighing(75, 4), weighing(80, 4), weighing(80.2, 5), weighing(100, 5), unweighed],
  'infliximab.concentrate': [weighing(75, 37.5), weighing(82.4, 41.2), unweighed],
}
