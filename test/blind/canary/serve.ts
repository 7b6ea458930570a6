import type { CompiledStudy } from '@trialwright/protocol'
import { openPools, type PoolsConfig } from '@trialwright/records'
import { createLog, createPorts, createServer } from '@trialwright/server'
import { dumpMemory } from './memory.ts'

/*
 * A server as a process of its own, so that its memory can be looked through. What it is told comes in messages: first what
 * to serve, then the time of each step, at last where to write its memory.
 */

export interface Served {
  readonly compiled: CompiledStudy
  readonly hash: string
  readonly pools: PoolsConfig
  readonly logFolder: string
}

export type Told = { readonly serve: Served } | { readonly now: number } | { readonly dump: string }
export type Said = { readonly address: string } | { readonly done: true }

let now = 0
const say = (said: Said) => process.send?.(said)

process.on('message', (told: Told) => {
  if ('serve' in told) void serve(told.serve)
  else if ('now' in told) {
    now = told.now
    say({ done: true })
  } else {
    dumpMemory(told.dump)
    say({ done: true })
  }
})
// Without its parent nobody would ever end it.
process.once('disconnect', () => process.exit(0))

async function serve({ compiled, hash, pools, logFolder }: Served): Promise<void> {
  const log = createLog(logFolder)
  log.level = 'trace'
  const ports = await createPorts({
    mode: 'demo',
    pools: openPools(pools),
    studies: [{ compiled, hash }],
    log,
    milliseconds: () => now,
  })
  const server = await createServer({ ports, requestsPerMinute: 100_000_000 })
  say({ address: await server.listen({ host: '127.0.0.1', port: 0 }) })
}
