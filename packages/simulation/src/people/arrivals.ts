import { dayNumber, isoOf } from '@trialwright/protocol'
import type { Draws, SimulationModel } from '@trialwright/protocol/simulation'
import type { Candidate } from './person.ts'

/** Days of the week on which nobody is screened: 1 January 1970 was a Thursday, so 2 and 3 are Saturday and Sunday. */
const isWeekend = (day: number): boolean => day % 7 === 2 || day % 7 === 3

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
