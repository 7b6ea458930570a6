import { afterwards, type CodeBreakCommand, decideCodeBreak, refuse as inConduct } from '@trialwright/conduct'
import { openArm } from '@trialwright/records'
import { canonicalText } from './canonical.ts'
import { leaksOf } from './leaks.ts'
import { again, nothing, summaryOf } from './perform.ts'
import { record } from './record.ts'
import { conflict, forbidden, keyReused, outcomeUnknown } from './refusals.ts'
import { refuse, refuseFor } from './reply.ts'
import type { ParticipantCall, Reply } from './routes/route.ts'

/** Never kept: neither with the stored answer nor in a log. */
export interface ToldArm {
  readonly arm: string
}

/**
 * Opens one arm: decided here without it, completed, recorded and told by one function of the database. A repeated command
 * is told again; the answer stored for it holds no arm. `answer` makes the reply's body from what was told.
 */
export async function performCodeBreak(
  call: ParticipantCall,
  command: CodeBreakCommand,
  answer: (told: ToldArm) => unknown,
): Promise<Reply> {
  let { state, context } = call
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const { ports, study, code, key, bodyHash, actor } = call
    const decision = decideCodeBreak(study.study, state, command, context)
    if (!decision.ok) return (await record(call, nothing(call), decision.refusals)) as Reply
    const { blinded, sealed } = decision
    const after = afterwards(state, blinded)
    const { readModels, outbox } = leaksOf(call, state, blinded)
    const told = await openArm(ports.pools.unblinded, call.token, {
      studyId: study.id,
      streamId: `participant/${code}`,
      expectedVersion: state.version,
      key,
      bodyHash,
      actor: actor.account,
      role: actor.role,
      site: state.consent.site,
      definitionHash: study.hash,
      response: JSON.stringify({ ok: true, version: after.version }),
      events: blinded.map((event) => ({ type: event.type, text: canonicalText(event) })),
      sealedEvents: [{ streamId: `unblinded/${code}`, type: sealed.type, text: canonicalText(sealed) }],
      readModels: blinded.length > 0 ? [summaryOf(call, after, context), ...readModels] : [],
      outbox,
    })
    switch (told.result) {
      case 'appended':
        return { status: 201, body: answer(told) }
      case 'replayed':
        return { status: 200, body: answer(told) }
      case 'notAllowed':
        return refuse(403, forbidden)
      case 'notAllocated':
        return refuse(422, inConduct('notRandomised'))
      case 'keyReused':
        return refuse(409, keyReused)
      case 'unknown':
        ports.log.warn({ reason: told.reason }, 'the outcome of a write is unknown')
        return refuseFor(503, 1, outcomeUnknown)
      case 'conflict':
        ;({ state, context } = await again(call))
    }
  }
  return refuse(409, conflict)
}

/** The arm in words, for the one person who is told. */
export const tellArm =
  ({ study }: ParticipantCall) =>
  ({ arm }: ToldArm) => {
    const found = study.compiled.arms.find(({ id }) => id === arm)
    if (!found) throw new Error('the study has no arm of this name')
    return { ok: true, arm: { id: found.id, title: found.title, product: found.product } }
  }
