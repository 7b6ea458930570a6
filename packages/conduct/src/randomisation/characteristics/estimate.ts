/** A mean over simulated trials with its standard error. */
export interface Estimate {
  readonly mean: number
  readonly standardError: number
}

export function meanOf(values: readonly number[]): Estimate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, standardError: Math.sqrt(squares / Math.max(values.length - 1, 1) / values.length) }
}
