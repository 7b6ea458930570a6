import ucum from '@lhncbc/ucum-lhc'
import type { Conversion } from './value/convert.ts'

/*
 * Units by the Unified Code for Units of Measure, case sensitive (UCUM 2.2), through the reference implementation of the
 * US National Library of Medicine. Its tables are large and need Node, so a study's conversions are worked out when
 * it is compiled.
 */

const utils = ucum.UcumLhcUtils.getInstance()

/** Whether the text is a unit, `mg/dL`, `10*9/L`, `{score}`; `lb` and `µg/L` are not, `[lb_av]` and `ug/L` are. */
export const isUnit = (unit: string): boolean => utils.validateUnitString(unit).status === 'valid'

/** Whether values in the two units measure the same kind of thing, and convert without a molar mass. */
export const sameDimension = (left: string, right: string): boolean => conversion(left, right) !== undefined

/**
 * How values in one unit become values in another: g/dL → g/L is × 10, Cel → [degF] is × 1.8 + 32. With the molar mass
 * in g/mol also between mass and amount: creatinine, 113.12 g/mol, mg/dL → umol/L is × 88.4.
 * Undefined where no such line exists: other dimensions, logarithmic scales, arbitrary units, and two things merely
 * counted, for `{score}`, `{vial}` and `%` are all plain numbers to UCUM, and not to a trial.
 */
export function conversion(from: string, to: string, molarMass?: number): Conversion | undefined {
  if (!isUnit(from) || !isUnit(to)) return undefined
  if (from === to) return { factor: 1, offset: 0 }
  if (isCount(from) && isCount(to)) return undefined
  const options = molarMass === undefined ? {} : { molecularWeight: molarMass }
  const at = (value: number) => utils.convertUnitTo(from, value, to, options).toVal ?? Number.NaN
  const offset = cleaned(at(0))
  // The library's own arithmetic leaves errors of 1e-14 beside an offset; a long base keeps them out of the slope.
  const factor = cleaned((at(1000) - at(0)) / 1000)
  const straight = Math.abs(at(2000) - (2000 * factor + offset)) <= 1e-9 * Math.abs(at(2000))
  return straight && factor !== 0 ? { factor, offset } : undefined
}

/** Whether the result of two units multiplied or divided is the unit stated, without any factor: kg × mg/kg is mg. */
export function productUnit(left: string, operator: 'times' | 'dividedBy', right: string, result: string): boolean {
  const line = conversion(`(${left})${operator === 'times' ? '.' : '/'}(${right})`, result)
  return line !== undefined && line.offset === 0 && Math.abs(line.factor - 1) < 1e-9
}

const isCount = (unit: string) => unit === '%' || /^\{[^{}]*\}$/.test(unit)

const cleaned = (value: number) => Number(value.toPrecision(13))
