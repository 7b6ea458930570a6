import { drawsFrom } from '@trialwright/simulation'

/** A trial's own seed follows from the run's and its number: by it alone that trial can be run again, through a server too. */
export const seedOf = (seed: number, trial: number): number =>
  drawsFrom(seed)
    .of('trial', trial)
    .whole(0, 2 ** 32 - 1)
