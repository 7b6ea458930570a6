import type { TestProject } from 'vitest/node'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Makes a thing that the whole run shares, on first demand. */
export type Make = () => Promise<unknown>

/**
 * Lends what the test processes share. The main process owns each resource and makes it when the first test asks, so a run
 * without a database or browser test starts neither.
 */
export async function lend(project: TestProject, makers: Readonly<Record<string, Make>>): Promise<Server> {
  const made = new Map<string, Promise<unknown>>()
  const server = createServer((request, response) => {
    const name = request.url?.slice(1) ?? ''
    const make = makers[name] ?? (() => Promise.reject(new Error(`nobody lends "${name}"`)))
    if (!made.has(name)) made.set(name, make())
    made.get(name)?.then(
      (value) => response.end(JSON.stringify(value)),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  project.provide('resources', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return server
}
