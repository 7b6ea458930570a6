import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Mode } from '@trialwright/conduct'
import { isMode } from '../studies.ts'
import { Stop } from '../stop.ts'

export interface StartOptions {
  readonly port: number
  readonly host: string
  readonly data: string
  readonly mode: Mode
  /** An existing server instead of the embedded one: an administrator's URL. */
  readonly databaseUrl: string | undefined
  /** Invent participants in an empty demo. */
  readonly participants: boolean
  /** The file that exports the studies, where it is not the product's own list. */
  readonly studies?: string
  /** The installation's own settings; `installation.json` in the data folder where none is named. */
  readonly installation?: string
  /** Days of the demo's past that are lived; 330 where nothing is said. */
  readonly demoDays?: number
  /** Serve the screens beside the interface. */
  readonly pages: boolean
}

export const startHelp = `trialwright start [--port 4000] [--data ./data] [--mode demo|training|production] [--no-participants] [--demo-days 330] [--no-pages] [--studies FILE] [--installation FILE]

  Starts the database, the server and the pages, and prints the address. Ctrl-C stops everything cleanly.
  --installation   mail server and hospitals' identity providers, as docs/installation.md tells; read from
                   installation.json in the data folder unless named
  DATABASE_URL   an existing PostgreSQL (15 or newer) instead of the embedded one
  PORT, TRIALWRIGHT_MODE   instead of --port and --mode`

export function startOptions(args: readonly string[], env: NodeJS.ProcessEnv): StartOptions {
  const { values } = parse(args)
  const portText = values.port ?? env['PORT'] ?? '4000'
  const port = Number(portText)
  if (!/^\d{1,5}$/.test(portText) || port > 65_535)
    throw new Stop(`"${portText}" is no port; give a number from 0 to 65535, such as --port 4000.`)
  const mode = values.mode ?? env['TRIALWRIGHT_MODE'] ?? 'demo'
  if (!isMode(mode)) throw new Stop(`"${mode}" is no mode; choose demo, training or production.`)
  return {
    port,
    host: values.host ?? '127.0.0.1',
    data: path.resolve(values.data ?? 'data'),
    mode,
    databaseUrl: env['DATABASE_URL'] || undefined,
    ...(values.studies !== undefined && { studies: path.resolve(values.studies) }),
    ...(values.installation !== undefined && { installation: path.resolve(values.installation) }),
    participants: !values['no-participants'],
    ...(values['demo-days'] !== undefined && { demoDays: daysOf(values['demo-days']) }),
    pages: !values['no-pages'],
  }
}

function daysOf(text: string): number {
  const days = Number(text)
  if (!/^\d{1,3}$/.test(text) || days < 1)
    throw new Stop(`"${text}" is no number of days; give one from 1 to 999, such as --demo-days 330.`)
  return days
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        mode: { type: 'string' },
        studies: { type: 'string' },
        installation: { type: 'string' },
        'demo-days': { type: 'string' },
        'no-participants': { type: 'boolean' },
        'no-pages': { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n\n${startHelp}`)
  }
}
