import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { inRoot } from '../place.ts'
import { dataFolder, stateFile } from './folder.ts'
import type { SimulateOptions } from './options.ts'
import { type OwnServer, startOwnServer } from './own-server.ts'

/** The server of a run that is not yet known to be one. */
export interface Begun {
  readonly server: Promise<OwnServer>
  /** There is to be no run: the server stops and leaves nothing behind. */
  undo(): Promise<void>
}

/**
 * Starts a new run's own server at once, for that takes the time in which the study is read and looked over here. Undefined where
 * it has to be known first what the run is: one that goes on, or words that may name nothing.
 */
export function beginServer(options: SimulateOptions): Begun | undefined {
  const { out, study, seed, firstDay, scenario, resume } = options
  const isSure = scenario === undefined && existsSync(inRoot('studies', study)) && !existsSync(dataFolder(out))
  if (options.server !== undefined || options.trials !== undefined || resume || existsSync(stateFile(out)) || !isSure)
    return undefined
  mkdirSync(out, { recursive: true })
  const data = dataFolder(out)
  const server = startOwnServer({ data, study, seed, firstDay })
  // Whoever waits for it is told.
  server.catch(() => undefined)
  return {
    server,
    async undo() {
      await server.then((own) => own.stop()).catch(() => undefined)
      rmSync(data, { recursive: true, force: true })
    },
  }
}
