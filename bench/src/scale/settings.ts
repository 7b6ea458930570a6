import path from 'node:path'
import { parseArgs } from 'node:util'

export interface ScaleSettings {
  readonly data: string
  readonly participants: number
  /** Requests per page and per saving. */
  readonly requests: number
  readonly port: number
  /** Clients that ask at a time. */
  readonly clients: number
  /** Pages of such a name alone. */
  readonly only: string
  /** The folder holds its participants already. */
  readonly measureOnly: boolean
}

/** `npm run bench:scale -- [--data folder] [--participants 10000] [--requests 100] [--clients 4] [--only name] [--measure-only]`; the folder is kept and used again. */
export function scaleSettings(args: readonly string[]): ScaleSettings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string', default: 'bench/data-scale' },
      participants: { type: 'string', default: '10000' },
      requests: { type: 'string', default: '100' },
      port: { type: 'string', default: '4799' },
      clients: { type: 'string', default: '4' },
      only: { type: 'string', default: '' },
      'measure-only': { type: 'boolean', default: false },
    },
  })
  return {
    data: path.resolve(values.data),
    participants: Number(values.participants),
    requests: Number(values.requests),
    port: Number(values.port),
    clients: Number(values.clients),
    only: values.only,
    measureOnly: values['measure-only'],
  }
}
