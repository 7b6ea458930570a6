import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { destination, type Logger, pino } from 'pino'

/** The operator's log, a JSON object a line: events and codes; no bodies, no names. */
export function createLog(folder: string): Logger {
  mkdirSync(folder, { recursive: true })
  return pino(
    { base: null, redact: { paths: ['req', 'res', 'err.refusals'], remove: true } },
    destination({ dest: path.join(folder, 'server.log'), sync: false, mkdir: true }),
  )
}
