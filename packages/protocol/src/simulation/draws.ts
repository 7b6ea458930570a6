/**
 * Seeded chance. Every path of names has a stream of its own, so that what one person draws does not depend on what others
 * drew, nor in which order.
 */
export interface Draws {
  /** The stream of a name or number below this one; asking for it draws nothing. */
  of(...path: readonly (string | number)[]): Draws
  /** 0 ≤ x < 1, in steps of 2⁻⁵³. */
  uniform(): number
  chance(share: number): boolean
  normal(mean: number, sd: number): number
  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  /** A name, as likely as its weight. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name
}
