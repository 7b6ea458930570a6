import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language } from '../text.ts'
import { formatNumber } from './formatNumber.ts'
import { parseNumber } from './parseNumber.ts'

const language = fc.constantFrom<Language>('en', 'nb')

const codeOf = (typed: string, of: Language) => {
  const result = parseNumber(typed, of)
  return result.ok ? result.value.value : result.refusals[0]?.code
}

describe('a number typed in one language', () => {
  test.each<[string, unknown, unknown]>([
    // typed, read in English, read in Norwegian
    ['12', 12, 12],
    [' 12 ', 12, 12],
    ['12.5', 12.5, 12.5],
    ['12,5', 'decimalSign', 12.5],
    ['0.125', 0.125, 0.125],
    ['1234.567', 1234.567, 1234.567],
    ['1.000', 1, 'numberAmbiguous'],
    ['12.500', 12.5, 'numberAmbiguous'],
    ['1,000', 'numberAmbiguous', 1],
    ['-3.5', -3.5, -3.5],
    ['−3', -3, -3],
    ['<5', { below: 5 }, { below: 5 }],
    ['> 200', { above: 200 }, { above: 200 }],
    ['<0,5', 'decimalSign', { below: 0.5 }],
    ['<=5', 'limitInclusive', 'limitInclusive'],
    ['≥ 5', 'limitInclusive', 'limitInclusive'],
    ['', 'notANumber', 'notANumber'],
    ['1 000', 'thousandsSeparator', 'thousandsSeparator'],
    ['1\u00A0000,5', 'thousandsSeparator', 'thousandsSeparator'],
    ["1'000", 'thousandsSeparator', 'thousandsSeparator'],
    ['1,234.5', 'thousandsSeparator', 'thousandsSeparator'],
    ['1.234.567', 'thousandsSeparator', 'thousandsSeparator'],
    ['１２', 'otherDigits', 'otherDigits'],
    ['١٢', 'otherDigits', 'otherDigits'],
    ['0x10', 'notANumber', 'notANumber'],
    ['0b1', 'notANumber', 'notANumber'],
    ['2O23', 'notANumber', 'notANumber'],
    ['1e999', 'exponent', 'exponent'],
    ['1e3', 'exponent', 'exponent'],
    ['-0', 'minusZero', 'minusZero'],
    ['-0.00', 'minusZero', 'minusZero'],
    ['NaN', 'notANumber', 'notANumber'],
    ['Infinity', 'notANumber', 'notANumber'],
    ['infinity', 'notANumber', 'notANumber'],
    ['null', 'notANumber', 'notANumber'],
    ['now', 'notANumber', 'notANumber'],
    ['.5', 'numberIncomplete', 'numberIncomplete'],
    ['5.', 'numberIncomplete', 'numberIncomplete'],
    ['14 g/dL', 'unitInNumber', 'unitInNumber'],
    ['10%', 'unitInNumber', 'unitInNumber'],
    ['12345678901234567890', 'tooManyDigits', 'tooManyDigits'],
    ['0.1234567890123456', 'tooManyDigits', 'tooManyDigits'],
    ['9'.repeat(5000), 'notANumber', 'notANumber'],
    ['+5', 'notANumber', 'notANumber'],
    ['--5', 'notANumber', 'notANumber'],
    ['5\u0000', 'notANumber', 'notANumber'],
  ])('given %j, when read, then in English %j and in Norwegian %j', (typed, english, norwegian) => {
    expect(codeOf(typed, 'en')).toEqual(english)
    expect(codeOf(typed, 'nb')).toEqual(norwegian)
  })

  test.each<[string, Language, string]>([
    ['1 000', 'nb', '1000'],
    ['1,234.5', 'nb', '1234,5'],
    ['1.234,5', 'en', '1234.5'],
    ['12,5', 'en', '12.5'],
    ['１２', 'nb', '12'],
    ['.5', 'nb', '0,5'],
    ['5.', 'en', '5'],
    ['14 g/dL', 'en', '14'],
  ])('given %j in %s, when refused, then the remedy says %s, which is then accepted', (typed, of, instead) => {
    const result = parseNumber(typed, of)
    expect(result.ok ? '' : result.refusals[0]?.remedy[of]).toContain(instead)
    expect(parseNumber(instead, of).ok).toBe(true)
  })

  test('given 12,50, when read, then two decimals were reported', () => {
    expect(parseNumber('12,50', 'nb')).toEqual({ ok: true, value: { value: 12.5, decimals: 2 } })
  })
})

describe('laws', () => {
  test('what is formatted is read back as it was, to 15 digits, in either language', () => {
    const reported = fc
      .tuple(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.nat(20))
      .map(([digits, decimals]) => Number(`${digits}e-${decimals}`) + 0)
    fc.assert(
      fc.property(reported, language, (value, of) => {
        expect(codeOf(formatNumber(value, of), of)).toBe(value)
      }),
      { numRuns: 5000 },
    )
  })

  test('a formatted number has neither exponent nor separator, and is the number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const shown = formatNumber(value, 'en')
        expect(shown).toMatch(/^-?\d+(\.\d+)?$/)
        expect(Number(shown)).toBe(value + 0)
      }),
    )
  })

  test('no text is ever read as NaN, infinity or minus zero, and every refusal speaks both languages', () => {
    const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-−+<>eExX \u00A0’٣３')) })
    fc.assert(
      fc.property(fc.oneof(digits, fc.string({ unit: 'binary' })), language, (typed, of) => {
        const result = parseNumber(typed, of)
        if (!result.ok) {
          expect(result.refusals[0]?.reason.nb).not.toBe(result.refusals[0]?.reason.en)
          return
        }
        const { value } = result.value
        const number = typeof value === 'number' ? value : 'below' in value ? value.below : value.above
        expect(Number.isFinite(number) && !Object.is(number, -0)).toBe(true)
      }),
      { numRuns: 10_000 },
    )
  })
})

test.each([
  [1.005, 2, '1.01'],
  [4.666666666666667, 2, '4.67'],
  [0.1 + 0.2, 2, '0.3'],
  [9.999, 2, '10'],
  [0.004, 2, '0'],
  [-0.004, 2, '0'],
  [0.05, 0, '0'],
  [1e21, undefined, '1000000000000000000000'],
  [1.5e-7, undefined, '0.00000015'],
])('given %d, when shown with at most %d decimals, then %s', (value, decimals, shown) => {
  expect(formatNumber(value, 'en', decimals)).toBe(shown)
})
