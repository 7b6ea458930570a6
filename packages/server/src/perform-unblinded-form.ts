import { decideUnblindedForm, type RecordUnblindedForm } from '@trialwright/conduct'
import { recallSealed } from '@trialwright/records'
import { canonicalText } from './canonical.ts'
import { again, decidedOn, nothing } from './perform.ts'
import { sealedOf } from './perform-preparation.ts'
import { record } from './record.ts'
import { conflict } from './refusals.ts'
import { refuse } from './reply.ts'
import type { ParticipantCall, Reply } from './routes/route.ts'

/** Results that tell the arm: one sealed event, decided on the version of the sealed stream that was read. */
export async function performUnblindedForm(call: ParticipantCall, command: RecordUnblindedForm): Promise<Reply> {
  const { ports, study, code } = call
  const stream = `unblinded/${code}`
  let { state, context } = call
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const unblinded = sealedOf({ code, streams: await recallSealed(ports.pools.unblinded, study.id, [stream]) })
    const decision = decideUnblindedForm(study.study, state, unblinded, command, context)
    if (!decision.ok) return (await record(call, nothing(call), decision.refusals, ports.append.unblinded)) as Reply
    const outcome = await record(
      call,
      {
        streamId: `participant/${code}`,
        expectedVersion: state.version,
        ...decidedOn(context),
        site: state.consent.site,
        response: JSON.stringify({ ok: true, version: unblinded.version + 1 }),
        events: [],
        sealedEvents: [{ streamId: stream, type: decision.event.type, text: canonicalText(decision.event) }],
        expectedSealed: [{ streamId: stream, version: unblinded.version }],
      },
      undefined,
      ports.append.unblinded,
    )
    if (outcome !== 'conflict') return outcome
    ;({ state, context } = await again(call))
  }
  return refuse(409, conflict)
}
