/* The numbers nearest to a limit, so that "below 5" is the interval that ends at the last number before 5. */

const buffer = new DataView(new ArrayBuffer(8))

/** The smallest representable number above x; Infinity above the largest one. */
export function nextAbove(x: number): number {
  if (Number.isNaN(x) || x === Number.POSITIVE_INFINITY) return x
  if (x === 0) return Number.MIN_VALUE
  buffer.setFloat64(0, x)
  buffer.setBigInt64(0, buffer.getBigInt64(0) + (x > 0 ? 1n : -1n))
  return buffer.getFloat64(0)
}

/** The largest representable number below x: a result of `<5` lies at most at `nextBelow(5)`. */
export const nextBelow = (x: number): number => -nextAbove(-x)
