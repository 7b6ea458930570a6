import { existsSync } from 'node:fs'
import path from 'node:path'
import type { SimulateOptions } from '../options.ts'
import { simulate, type Watching } from '../simulate.ts'
import { stateFile } from '../folder.ts'
import { seedOf } from './seed.ts'

/** A trial that was run both ways, through the pure core and through a server of its own. */
export interface Both {
  readonly trial: number
  /** Arms, infusions and measures are the same, and all that must hold in a trial holds. */
  readonly holds: boolean
  /** The report of the run through the server. */
  readonly page: string
}

/** Runs the first trials through a server too, one after the other; one that was broken off is gone on with. */
export async function runBoth(options: SimulateOptions, watching: Watching): Promise<readonly Both[]> {
  const found: Both[] = []
  for (let trial = 0; trial < options.both; trial += 1) {
    const out = path.join(options.out, `trial-${trial}`)
    const { written } = await simulate(
      { ...options, seed: seedOf(options.seed, trial), out, resume: existsSync(stateFile(out)), server: undefined },
      watching,
    )
    if (written) found.push({ trial, holds: written.holds, page: written.page })
  }
  return found
}
