import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWithin, placeKey, type Place } from './place.ts'

const name = fc.constantFrom('a', 'b', 'c')
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ encounter: name, form: name }),
  fc.record({ encounter: name, form: name, item: name }),
  fc.record({ encounter: name, form: name, item: name, row: name, column: name }),
)

describe('a place', () => {
  test('given two, then their keys are equal when they are', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(placeKey(a) === placeKey(b)).toBe(isWithin(a, b) && isWithin(b, a))
      }),
    )
  })

  test('given a form, then its items lie within it and it does not lie within them', () => {
    const form = { encounter: 'day14', form: 'labs' }
    const item = { ...form, item: 'haemoglobin' }
    expect([isWithin(item, form), isWithin(form, item)]).toEqual([true, false])
    expect(isWithin({ ...item, encounter: 'day42' }, form)).toBe(false)
  })
})
