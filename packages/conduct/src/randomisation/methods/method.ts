import type { Text } from '@trialwright/protocol'
import type { Draw } from '../draw.ts'
import type { ListSpecification } from '../list.ts'

/** One stratum's part of a list: its arms in drawn order, and the sizes of its blocks where the method has any. */
export interface Drawn {
  readonly arms: readonly string[]
  readonly blocks: readonly number[]
}

/** What can be said of a stratum's next arm by somebody who knows the method and every earlier arm, but not the drawn numbers. */
export interface Forecast {
  /** The chance of each arm, in the order of `armsOf`; they add up to 1. */
  chances(): readonly number[]
  /** The arm, by its place in that order, that the next participant turned out to have. */
  see(arm: number): void
}

/** A method whose whole list is drawn before the study opens. */
export interface ListMethod {
  /** Its textbook name; may be public, so it tells no parameter. */
  readonly title: Text
  /** Where it is defined. */
  readonly source: string
  /** Why the specification cannot be kept, as a sentence; undefined when it can. */
  fault(specification: ListSpecification): string | undefined
  /** The list of one stratum. The same bytes give the same list. */
  draw(specification: ListSpecification, draw: Draw): Drawn
  forecast(specification: ListSpecification): Forecast
  /** The greatest imbalance (see `imbalanceOf`) a stratum can ever have; undefined when nothing bounds it. */
  limit(specification: ListSpecification): number | undefined
}
