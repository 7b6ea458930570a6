/** `value × factor + offset` is the value in the other unit. */
export interface Conversion {
  readonly factor: number
  readonly offset: number
}

/**
 * A value in the other unit, rounded to 12 significant digits: more than any method measures, and enough to take away
 * what binary arithmetic adds, so that 14.1 g/dL is 141 g/L and meets a limit of 141.
 */
export function convert(value: number, { factor, offset }: Conversion): number {
  if (factor === 1 && offset === 0) return value
  const exact = value * factor + offset
  return Number.isFinite(exact) ? Number(exact.toPrecision(12)) + 0 : exact
}
