import { type Pools, traceStudy } from '@trialwright/records'
import type { Logger } from 'pino'
import { type Repeated, repeated } from './repeated.ts'

/** How often the trail is brought up to its log's end, in milliseconds. */
const every = 5_000

/** Keeps the trail of the studies close behind their logs, so that a search has little left to bring up first. */
export function keepTrails(options: {
  readonly pools: Pools
  readonly studies: readonly string[]
  readonly log: Logger
}): Repeated {
  const { pools, studies, log } = options
  const follow = async () => {
    for (const study of studies) await traceStudy(pools.blinded, study)
  }
  return repeated(every, follow, (error) => log.error({ error }, 'the trail could not follow'))
}
