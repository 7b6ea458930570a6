import { inTurn } from '../in-turn.ts'

/**
 * What was read for commands on one participant is given on in the order in which they came, whichever was read first: commands
 * sent one behind the other on one connection are decided so. Only the reading is waited for, never a client.
 */
export function asArrived<Read>(name: string, reading: Promise<Read>): Promise<Read> {
  // Whoever is behind looks at it only when it is their turn.
  reading.catch(() => undefined)
  return inTurn(`${name}/arrival`, () => reading)
}
