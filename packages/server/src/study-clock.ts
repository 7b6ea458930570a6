import { createHash, randomUUID } from 'node:crypto'
import { canonicalText } from './canonical.ts'
import { type Database, load } from '@trialwright/records'
import type { Ports } from './ports.ts'
import { outcomeUnknown } from './refusals.ts'
import { ok, refuseFor } from './reply.ts'
import type { Reply } from './routes/route.ts'

const stream = 'clock'

/** Days the demo's clock was moved ahead so far, from the events of the first study. */
export async function daysAhead(blinded: Database, study: string): Promise<number> {
  const { events } = await load(blinded, study, stream)
  return events.reduce((days, event) => days + (event.type === 'ClockMoved' ? Number(event.days) : 0), 0)
}

/** Moves the study clock, leaving an event of it. All studies of a server share the clock; the first keeps it. */
export async function moveClock(ports: Ports, days: number, account: string): Promise<Reply> {
  const study = [...ports.studies.values()][0]
  if (!study) throw new Error('a server without a study has no clock')
  for (;;) {
    const { version } = await load(ports.pools.blinded, study.id, stream)
    const event = { type: 'ClockMoved', at: ports.clock.now(), days }
    const answer = await ports.append.blinded.append({
      studyId: study.id,
      streamId: stream,
      expectedVersion: version,
      key: randomUUID(),
      bodyHash: createHash('sha256').update(String(days)).digest('hex'),
      actor: account,
      role: 'demo',
      definitionHash: study.hash,
      response: '',
      events: [{ type: event.type, text: canonicalText(event) }],
    })
    if (answer.result === 'conflict') continue
    if (answer.result !== 'appended') return refuseFor(503, 1, outcomeUnknown)
    ports.clock.move(days)
    return ok({ ok: true, now: ports.clock.now(), ahead: ports.clock.ahead() })
  }
}
