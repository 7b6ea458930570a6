import type { Ports } from '../ports.ts'

const lasts = new WeakMap<Ports, Map<string, Promise<unknown>>>()

/**
 * What was read for commands on one participant is given on in the order in which they came, whichever was read first: commands
 * sent one behind the other on one connection are decided so. Only the reading is waited for, never a client.
 */
export function asArrived<Read>(ports: Ports, name: string, reading: Promise<Read>): Promise<Read> {
  const last = lasts.get(ports) ?? new Map<string, Promise<unknown>>()
  lasts.set(ports, last)
  const before = last.get(name)
  // Whoever is behind looks at it only when it is their turn.
  reading.catch(() => undefined)
  const own = before === undefined ? reading : before.then(() => reading)
  const ended = own.then(
    () => undefined,
    () => undefined,
  )
  last.set(name, ended)
  void ended.then(() => last.get(name) === ended && last.delete(name))
  return own
}
