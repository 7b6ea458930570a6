import { createHash } from 'node:crypto'
import { type Database, load, recall } from '@trialwright/records'
import { canonicalText } from './canonical.ts'
import type { Ports } from './ports.ts'

const stream = 'clock'

/** How often this process has seen the clock moved, for each that it has. */
const moves = new WeakMap<Ports['clock'], number>()

/** Milliseconds the demo's clock is ahead, from the events of the first study. */
export async function millisecondsAhead(blinded: Database, study: string): Promise<number> {
  const { events } = await load(blinded, study, stream)
  return Number(events.at(-1)?.['ahead'] ?? 0)
}

/** A UUID (version 4) of these 16 bytes: all randomness of a server comes through its ports. */
const uuidFrom = (bytes: Uint8Array): string => {
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

/**
 * Moves the study clock to so many milliseconds ahead of the real time, leaving an event of it. All studies of a server
 * share the clock; the first keeps it. `unknown`: the database did not answer, and the clock stays.
 */
export async function moveClock(ports: Ports, ahead: number, account: string): Promise<'moved' | 'unknown'> {
  const study = [...ports.studies.values()][0]
  if (!study || ports.mode !== 'demo') throw new Error('only a demo moves the clock')
  let known = moves.get(ports.clock)
  for (;;) {
    const version = known ?? (await recall(ports.pools.blinded, study.id, [stream])).get(stream)?.version ?? 0
    known = undefined
    const event = { type: 'ClockMoved', at: ports.clock.now(), ahead }
    const text = canonicalText(event)
    const { result } = await ports.append.blinded.append({
      studyId: study.id,
      streamId: stream,
      expectedVersion: version,
      key: uuidFrom(ports.random(16)),
      bodyHash: createHash('sha256').update(text).digest('hex'),
      actor: account,
      role: 'demo',
      definitionHash: study.hash,
      response: '',
      events: [{ type: event.type, text }],
    })
    if (result === 'conflict') continue
    if (result !== 'appended') return 'unknown'
    // The first move of all may go back: nothing has happened yet that it could go behind.
    ports.clock.move(ahead, version === 0)
    moves.set(ports.clock, version + 1)
    return 'moved'
  }
}
