import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { destination, type Logger, pino } from 'pino'

/** The operator's log, a JSON object a line: events and codes; no bodies, no names. */
export function createLog(folder: string): Logger {
  mkdirSync(folder, { recursive: true })
  return pino(
    { base: null, serializers: { err: plain, req: () => undefined, res: () => undefined } },
    destination({ dest: path.join(folder, 'server.log'), sync: false, mkdir: true }),
  )
}

/** Of an error only what cannot hold data: a database's error has details with the values it was about. */
function plain({ name, code, message, stack }: Error & { readonly code?: string }) {
  return { name, code, message, stack }
}
