import { dayNumber, isoOf } from '@trialwright/protocol'
import type { Draws, SimulationModel } from '@trialwright/protocol/simulation'
import type { Candidate } from './person.ts'
import { isWeekend } from './workingDays.ts'

/** Mean days of a month, and days of a week over its working days. */
const perWorkingDay = (perMonth: number): number => (perMonth / 30.4375) * (7 / 5)

/** People are numbered by their day and their turn on it, so that a number depends on nobody else. */
const mostADay = 100

/** Who would come on a day, by site: as many as chance has it about the model's rate, and none at weekends. */
export function arrivalsOn(
  day: string,
  { recruitment }: Pick<SimulationModel, 'recruitment'>,
  draws: Draws,
): readonly Candidate[] {
  const number = dayNumber(day)
  if (isWeekend(number)) return []
  const own = draws.of('arrivals', number)
  const count = Math.min(poisson(perWorkingDay(recruitment.perMonth), own), mostADay)
  return Array.from({ length: count }, (_, each) => ({
    index: number * mostADay + each,
    site: own.weighted(recruitment.sites),
    arrives: day,
  }))
}

/** Knuth's way: as many uniform numbers as it takes for their product to fall below e^−mean. For means below some 20. */
function poisson(mean: number, draws: Draws): number {
  const least = Math.exp(-mean)
  let product = draws.uniform()
  let count = 0
  while (product > least) {
    product *= draws.uniform()
    count += 1
  }
  return count
}

export const dayAfter = (day: string): string => isoOf(dayNumber(day) + 1)
