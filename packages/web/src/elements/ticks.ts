/** What a person has ticked, by its key: each as it was shown then. */
export type Ticks<Version> = ReadonlyMap<string, Version>

/** Something that can be ticked, as it is shown now. */
export interface Tickable<Version> {
  readonly key: string
  readonly version: Version
}

/** `outdated`: ticked at a version that is no longer there, so that something else was looked at. */
export type TickState = 'ticked' | 'outdated' | 'none'

export function tickOf<Version>(ticks: Ticks<Version>, { key, version }: Tickable<Version>): TickState {
  const seen = ticks.get(key)
  if (seen === undefined) return 'none'
  return seen === version ? 'ticked' : 'outdated'
}

export const ticked = <Version, One extends Tickable<Version>>(
  ticks: Ticks<Version>,
  all: readonly One[],
): readonly One[] => all.filter((one) => tickOf(ticks, one) === 'ticked')

/** The same ticks, and these ticked as they are now, or no longer. */
export function withTicks<Version>(
  ticks: Ticks<Version>,
  some: readonly Tickable<Version>[],
  on: boolean,
): Ticks<Version> {
  const next = new Map(ticks)
  for (const { key, version } of some) {
    if (on) next.set(key, version)
    else next.delete(key)
  }
  return next
}
