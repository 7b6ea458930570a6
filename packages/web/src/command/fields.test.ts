import { expect, test } from 'vitest'
import { type CommandField, initialOf, readFields } from './fields.ts'

const day: CommandField = { name: 'day', label: '', kind: 'day' }

test('a day is typed as the language writes it and sent as a calendar day', () => {
  expect(initialOf([{ ...day, initial: '2026-11-02' }], 'nb')).toEqual({ day: '02.11.2026' })
  expect(readFields([day], { day: '02.11.2026' }, 'nb').body).toEqual({ day: '2026-11-02' })
})

test('a day that does not exist is refused at its field', () => {
  expect(readFields([day], { day: '30.02.2026' }, 'nb').refusals.has('day')).toBe(true)
})

test('empty fields are refused unless they are optional, and then left out', () => {
  expect(readFields([day], { day: ' ' }, 'nb').refusals.has('day')).toBe(true)
  expect(readFields([{ ...day, optional: true }], { day: '' }, 'nb')).toEqual({ body: {}, refusals: new Map() })
})

test('whole numbers are numbers, and nothing else passes for one', () => {
  const whole: CommandField = { name: 'vials', label: '', kind: 'whole' }
  expect(readFields([whole], { vials: '4' }, 'en').body).toEqual({ vials: 4 })
  expect(readFields([whole], { vials: '4.0' }, 'en').refusals.has('vials')).toBe(true)
})
