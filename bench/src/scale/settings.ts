import path from 'node:path'
import { parseArgs } from 'node:util'

export interface ScaleSettings {
  readonly data: string
  readonly participants: number
  /** Requests per page and per saving. */
  readonly requests: number
  readonly port: number
}

/** `npm run bench:scale -- [--data folder] [--participants 10000] [--requests 100]`; the folder is kept and used again. */
export function scaleSettings(args: readonly string[]): ScaleSettings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string', default: 'bench/data-scale' },
      participants: { type: 'string', default: '10000' },
      requests: { type: 'string', default: '100' },
      port: { type: 'string', default: '4799' },
    },
  })
  return {
    data: path.resolve(values.data),
    participants: Number(values.participants),
    requests: Number(values.requests),
    port: Number(values.port),
  }
}
