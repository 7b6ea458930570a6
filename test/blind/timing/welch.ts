/** Mean and variance of a sample. */
const moments = (sample: readonly number[]): { readonly mean: number; readonly variance: number } => {
  const mean = sample.reduce((sum, each) => sum + each, 0) / sample.length
  const squares = sample.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  return { mean, variance: squares / (sample.length - 1) }
}

/** Welch's t of two samples of unlike variance: positive when the second is greater. */
export function welch(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [moments(one), moments(other)]
  return (b.mean - a.mean) / Math.sqrt(a.variance / one.length + b.variance / other.length)
}

/** Both samples without what is above the quantile of all: the machine's own pauses lie there. */
export function croppedAt(
  quantile: number,
  one: readonly number[],
  other: readonly number[],
): readonly [readonly number[], readonly number[]] {
  const all = [...one, ...other].toSorted((a, b) => a - b)
  const limit = all[Math.floor((all.length - 1) * quantile)]!
  return [one.filter((each) => each <= limit), other.filter((each) => each <= limit)]
}

/** How far apart two series of times are: as measured, and without the slowest tenth. */
export const apart = (one: readonly number[], other: readonly number[]) => ({
  raw: welch(one, other),
  cropped: welch(...croppedAt(0.9, one, other)),
})
