import { expect, test } from 'vitest'
import type { Infusion } from '../../api/participantTypes.ts'
import { wordsIn } from '../../language/useWords.tsx'
import { courseLines } from './courseLines.ts'

const reaction = (day: string, time: string, grade: number) => ({ day, time, grade, signs: 'kløe', action: 'pause' })
const infusion: Infusion = {
  encounter: 'day0',
  title: { en: 'Day 0', nb: 'Dag 0' },
  status: 'ended',
  requestedDay: '2026-11-22',
  weight: 75,
  label: '5C48SGKT-Z',
  day: '2026-11-22',
  started: '11:00',
  interruptions: [{ from: '11:20', to: '11:40', reason: 'kløe' }],
  observations: [{ time: '14:25', vitals: { temperature: 36.9 } }],
  reactions: [reaction('2026-11-23', '08:00', 1), reaction('2026-11-22', '11:19', 2)],
  ended: { time: '13:25', volumeGiven: 250 },
}

test('given a reaction during the infusion and one of the next day, then all stands in order of time, the later day last', () => {
  const lines = courseLines(infusion, wordsIn('nb'))
  expect(lines.map(({ time }) => time)).toEqual([
    '11:00',
    '11:19',
    '11:20',
    '11:40',
    '13:25',
    '14:25',
    '23.11.2026 08:00',
  ])
  expect(lines[0]?.text).toBe('Startet · 5C48SGKT-Z')
})
