import { describe, expect, test } from 'vitest'
import { conversion, isUnit, sameDimension } from './units.ts'
import { convert } from './value/convert.ts'

const converted = (value: number, from: string, to: string, molarMass?: number) => {
  const found = conversion(from, to, molarMass)
  return found && convert(value, found)
}

describe('conversions, both ways', () => {
  test.each([
    [14.1, 'g/dL', 'g/L', 141],
    [75_000, 'g', 'kg', 75],
    [165, '[lb_av]', 'kg', 74.84274105],
    [1.83, 'm', 'cm', 183],
    [37.5, 'Cel', '[degF]', 99.5],
    [0, 'Cel', '[degF]', 32],
    [-40, 'Cel', '[degF]', -40],
    [18, 'a', 'mo', 216],
    [5, 'mg/L', 'mg/dL', 0.5],
    [7, 'g/L', 'ug/uL', 7],
    [12, 'kg.(mg/kg)', 'mg', 12],
  ])('given %s %s, when converted to %s, then it is %s, and back again', (value, from, to, expected) => {
    expect(converted(value, from, to)).toBeCloseTo(expected, 9)
    expect(converted(expected, to, from)).toBeCloseTo(value, 9)
  })

  test('given creatinine, when its molar mass is known, then mg/dL is umol/L × 1/88.4', () => {
    expect(converted(1, 'mg/dL', 'umol/L', 113.12)).toBeCloseTo(88.4, 2)
    expect(converted(88.4017, 'umol/L', 'mg/dL', 113.12)).toBeCloseTo(1, 6)
    expect(converted(1, 'mg/dL', 'umol/L')).toBeUndefined()
  })

  test.each([
    ['mo', '%'],
    ['m', 'g'],
    ['{score}', '%'],
    ['{score}', '{vial}'],
    ['[iU]/L', 'U/L'],
    ['[pH]', 'mol/L'],
    ['bananas', 'g'],
    ['', 'g'],
  ])('given %s and %s, when converted, then there is no answer', (from, to) => {
    expect(conversion(from, to)).toBeUndefined()
    expect(sameDimension(from, to)).toBe(false)
  })
})

test.each([
  ['mg/dL', true],
  ['10*9/L', true],
  ['{score}', true],
  ['mL/min/{1.73_m2}', true],
  ['lb', false],
  ['µg/L', false],
  ['μg/L', false],
  ['', false],
])('given %s, when asked whether it is a unit, then %s', (unit, expected) => {
  expect(isUnit(unit)).toBe(expected)
})
