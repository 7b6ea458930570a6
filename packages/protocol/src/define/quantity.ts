import type { Duration, DurationUnit } from '../expression/nodes.ts'

/** A number that cannot be separated from its UCUM unit; months never meet percent. */
export interface Quantity<Unit extends string = string> {
  readonly kind: 'quantity'
  readonly value: number
  readonly unit: Unit
}

/** Any UCUM unit by its case-sensitive code: `quantity(38, 'Cel')`. Source: UCUM specification 2.2. */
export const quantity = <const Unit extends string>(value: number, unit: Unit): Quantity<Unit> =>
  Object.freeze({ kind: 'quantity', value, unit })

export const years = (value: number): Quantity<'a'> => quantity(value, 'a')
export const months = (value: number): Quantity<'mo'> => quantity(value, 'mo')
export const weeks = (value: number): Quantity<'wk'> => quantity(value, 'wk')
export const days = (value: number): Quantity<'d'> => quantity(value, 'd')
export const percent = (value: number): Quantity<'%'> => quantity(value, '%')
/** Points on a rating scale or questionnaire. */
export const points = (value: number): Quantity<'{score}'> => quantity(value, '{score}')

export type DurationQuantity = Quantity<DurationUnit>

export const durationOf = ({ value, unit }: DurationQuantity): Duration => ({ value, unit })
