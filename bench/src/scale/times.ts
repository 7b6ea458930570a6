import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

/*
 * Loaded into the server's process by `--import`: how long each request took there, from its head's coming to its answer's being
 * handed over. Told to the bench alone, on the channel between the two processes.
 */

/** Milliseconds by method, since they were last taken. */
export type ServerTimes = Readonly<Record<string, readonly number[]>>

const began = new WeakMap<IncomingMessage, number>()
let taken: Record<string, number[]> = {}

subscribe('http.server.request.start', (message) => {
  began.set((message as { request: IncomingMessage }).request, performance.now())
})

subscribe('http.server.response.finish', (message) => {
  const { request } = message as { request: IncomingMessage; response: ServerResponse }
  const since = began.get(request)
  if (since !== undefined) (taken[request.method ?? ''] ??= []).push(performance.now() - since)
})

process.on('message', () => {
  process.send?.(taken satisfies ServerTimes)
  taken = {}
})
// The channel alone keeps no server alive.
process.channel?.unref()
