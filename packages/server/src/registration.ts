import {
  at,
  decideParticipant,
  refuse as inConduct,
  evolveParticipant,
  initialParticipant,
  type RegisterParticipant,
} from '@trialwright/conduct'
import { findDocument, loadMany } from '@trialwright/records'
import { canonicalText } from './canonical.ts'
import { codePrefix, participantCode } from './codes.ts'
import { studyStreams } from './http/access.ts'
import { contextAt } from './http/call.ts'
import { inTurn } from './in-turn.ts'
import { type GivenIdentity, identityRefusals, keepIdentity } from './identity.ts'
import { decidedOn, summaryOf } from './perform.ts'
import { record } from './record.ts'
import { conflict, otherSite } from './refusals.ts'
import { refuse } from './reply.ts'
import type { Reply, StudyCall } from './routes/route.ts'
import { studyStateOf } from './study-state.ts'
import { runningAt } from './versions.ts'

/**
 * Registers a participant under the site's next code. Numbers have no gaps: a code is taken by the event itself. Registrations
 * of a site take turns, so that none meets a number just taken; between two servers the stream's expected version decides.
 */
export const register = (call: StudyCall, site: string, identity?: GivenIdentity): Promise<Reply> =>
  inTurn(`${call.study.id}/${site}`, async () => {
    const reply = await attempt(call, site, identity)
    await keepIdentity(call, identity, reply)
    return reply
  })

async function attempt(asked: StudyCall, site: string, identity: GivenIdentity | undefined): Promise<Reply> {
  const study = runningAt(asked.study, asked.studyState, site)
  const call = { ...asked, study }
  const { ports } = call
  if (!study.compiled.sites.some(({ id }) => id === site)) return refuse(422, at('site', inConduct('siteUnknown')))
  const actor = call.actorAt(site)
  if (!actor) return refuse(403, otherSite)
  let context = contextAt(call, actor, site)
  const prefix = codePrefix(study.compiled.sites, site)
  for (let tries = 0; tries < 3; tries += 1) {
    const counter = await findDocument<{ last: number }>(ports.pools.blinded, study.id, 'counter', site)
    const last = (counter?.document.last ?? 0) + 1
    const code = participantCode(prefix, last)
    const command: RegisterParticipant = { type: 'registerParticipant', site, code }
    const streamId = `participant/${code}`
    const decision = decideParticipant(study.study, initialParticipant, command, context)
    const refusals = [...(decision.ok ? [] : decision.refusals), ...(await identityRefusals(call, identity))]
    if (!decision.ok || refusals.length > 0) {
      const nothing = { streamId, expectedVersion: -1, response: '', events: [] }
      return (await record(call, nothing, refusals)) as Reply
    }
    const after = decision.events.reduce(evolveParticipant, initialParticipant)
    const outcome = await record(
      { ...call, actor },
      {
        streamId,
        expectedVersion: 0,
        ...decidedOn(context),
        site,
        response: JSON.stringify({ ok: true, version: after.version, code }),
        events: decision.events.map((event) => ({ type: event.type, text: canonicalText(event) })),
        readModels: [
          summaryOf({ study, code }, after, context),
          { kind: 'counter', key: site, site, document: { last } },
        ],
      },
    )
    if (outcome !== 'conflict') return outcome
    const studyState = studyStateOf(await loadMany(ports.pools.blinded, study.id, studyStreams))
    context = contextAt({ ...call, studyState }, actor, site)
  }
  return refuse(409, conflict)
}
