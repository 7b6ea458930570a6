import {
  decidePreparation,
  drawLabel,
  evolveParticipant,
  type ParticipantEvent,
  participantOf,
  type PreparationCommand,
  type Stored,
  type UnblindedEvent,
  unblindedOf,
} from '@trialwright/conduct'
import { loadMany, loadSealed } from '@trialwright/records'
import { canonicalText } from './canonical.ts'
import { studyStreams } from './http/access.ts'
import { nothing, summaryOf } from './perform.ts'
import { record } from './record.ts'
import { conflict } from './refusals.ts'
import { refuse } from './reply.ts'
import type { ParticipantCall, Reply } from './routes/route.ts'
import { studyStateOf } from './study-state.ts'

export const sealedOf = (call: Pick<ParticipantCall, 'streams' | 'code'>) =>
  unblindedOf(
    (call.streams.get(`unblinded/${call.code}`)?.events ?? []) as unknown as readonly Stored<UnblindedEvent>[],
  )

/**
 * A command of the pharmacy: one decision, two streams, one transaction. The blinded twin and the list row are the same
 * for every arm. The participant's stream carries the expected version for both.
 */
export async function performPreparation(call: ParticipantCall, command: PreparationCommand): Promise<Reply> {
  let { state, context } = call
  let unblinded = sealedOf(call)
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const { ports, study, code } = call
    const decision = decidePreparation(study.study, state, unblinded, command, {
      ...context,
      label: drawLabel(ports.random),
    })
    if (!decision.ok) {
      const refused = await record(call, nothing(call), decision.refusals, ports.append.unblinded)
      if (refused !== 'conflict') return refused
      continue
    }
    const after = decision.blinded.reduce(evolveParticipant, state)
    const outcome = await record(
      call,
      {
        streamId: `participant/${code}`,
        expectedVersion: state.version,
        site: after.consent.site,
        response: JSON.stringify({ ok: true, version: after.version }),
        events: decision.blinded.map((event) => ({ type: event.type, text: canonicalText(event) })),
        sealedEvents: decision.unblinded.map((event) => ({
          streamId: `unblinded/${code}`,
          type: event.type,
          text: canonicalText(event),
        })),
        readModels: [summaryOf(call, after, context)],
      },
      undefined,
      ports.append.unblinded,
    )
    if (outcome !== 'conflict') return outcome
    const [streams, sealedStreams] = await Promise.all([
      loadMany(ports.pools.blinded, study.id, [...studyStreams, `participant/${code}`]),
      loadSealed(ports.pools.unblinded, study.id, [`unblinded/${code}`]),
    ])
    const studyState = studyStateOf(streams)
    state = participantOf((streams.get(`participant/${code}`)?.events ?? []) as unknown as Stored<ParticipantEvent>[])
    unblinded = sealedOf({ code, streams: sealedStreams })
    context = { ...context, studyState, ranges: studyState.ranges }
  }
  return refuse(409, conflict)
}
