import { shuffled, type Draw } from '../draw.ts'
import type { ListSpecification } from '../list.ts'
import { listMethod } from '../methods/listMethods.ts'
import {
  chosen,
  drawNumbers,
  minimiser,
  type MinimisationSpecification,
  type Profile,
} from '../methods/minimisation.ts'
import { armsOf, type Ratio } from '../ratio.ts'

/** A way to randomise that can be tried out. */
export interface Scheme {
  readonly ratio: Ratio
  /** A trial to come, with so many participants in each stratum. */
  begin(strata: readonly number[], draw: Draw): Course
}

export interface Course {
  /** Randomises the next participant of a stratum. */
  next(stratum: number): Step
}

export interface Step {
  /** The arm given, by its place in `armsOf`. */
  readonly arm: number
  /** What the chances were, just before, for one who knows the method and every earlier arm. */
  readonly chances: readonly number[]
}

/** A list of its own for each stratum, as sealed lists are. */
export const stratifiedList = (specification: ListSpecification): Scheme => ({
  ratio: specification.ratio,
  begin(strata, draw) {
    const lists = strata.map((size) => walkThrough(specification, size, draw))
    return { next: (stratum) => lists[stratum]!() }
  },
})

/** One list for all strata together. */
export const unstratifiedList = (specification: ListSpecification): Scheme => ({
  ratio: specification.ratio,
  begin(strata, draw) {
    const size = strata.reduce((sum, each) => sum + each, 0)
    const step = walkThrough(specification, size, draw)
    return { next: step }
  },
})

function walkThrough(specification: ListSpecification, size: number, draw: Draw): () => Step {
  const method = listMethod(specification.method)
  const order = armsOf(specification.ratio)
  const { arms } = method.draw({ ...specification, slotsPerStratum: Math.max(size, 1) }, draw)
  const forecast = method.forecast(specification)
  let slot = 0
  return () => {
    const chances = forecast.chances()
    const arm = order.indexOf(arms[slot]!)
    slot += 1
    forecast.see(arm)
    return { arm, chances }
  }
}

/** Minimisation over all strata; `profileOf` invents a participant of a stratum. */
export const minimised = (
  specification: MinimisationSpecification,
  profileOf: (stratum: number, draw: Draw) => Profile,
): Scheme => ({
  ratio: specification.ratio,
  begin(strata, draw) {
    const numbers = drawNumbers(
      strata.reduce((sum, each) => sum + each, 0),
      draw,
    )
    const state = minimiser(specification)
    let position = 0
    return {
      next(stratum) {
        const profile = profileOf(stratum, draw)
        const { weights } = state.prefer(profile)
        const arm = chosen(weights, numbers[position]!)
        position += 1
        state.give(profile, arm)
        const all = weights.reduce((sum, weight) => sum + weight, 0)
        return { arm, chances: weights.map((weight) => weight / all) }
      },
    }
  },
})

/** The strata of participants in the order they come: every order equally likely. */
export const arrivals = (strata: readonly number[], draw: Draw): readonly number[] =>
  shuffled(
    strata.flatMap((size, stratum) => Array<number>(size).fill(stratum)),
    draw,
  )
