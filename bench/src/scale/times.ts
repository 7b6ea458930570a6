import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

/*
 * Loaded into the server's process by `--import`: how long each request took there, from its head's coming to its answer's being
 * handed over. Told to the bench alone, on the channel between the two processes.
 */

/** Since they were last taken. */
export interface ServerTimes {
  /** Milliseconds of each request, by method. */
  readonly took: Readonly<Record<string, readonly number[]>>
  /** Milliseconds of processor time of the server's process, which another's load does not lengthen. */
  readonly processor: number
}

const began = new WeakMap<IncomingMessage, number>()
let took: Record<string, number[]> = {}
let before = process.cpuUsage()

subscribe('http.server.request.start', (message) => {
  began.set((message as { request: IncomingMessage }).request, performance.now())
})

subscribe('http.server.response.finish', (message) => {
  const { request } = message as { request: IncomingMessage; response: ServerResponse }
  const since = began.get(request)
  if (since !== undefined) (took[request.method ?? ''] ??= []).push(performance.now() - since)
})

process.on('message', () => {
  const { user, system } = process.cpuUsage(before)
  process.send?.({ took, processor: (user + system) / 1000 } satisfies ServerTimes)
  took = {}
  before = process.cpuUsage()
})
// The channel alone keeps no server alive.
process.channel?.unref()
