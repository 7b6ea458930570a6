import { hash } from 'node:crypto'
import { type Actor, type Context, type ParticipantEvent, type Stored } from '@trialwright/conduct'
import type { Language } from '@trialwright/protocol'
import type { FastifyRequest } from 'fastify'
import { participantIn } from '../folding.ts'
import type { Ports } from '../ports.ts'
import { noParticipant, otherSite } from '../refusals.ts'
import { recordReading } from '../readings.ts'
import { refuse } from '../reply.ts'
import { isIdentityChecked } from '../sign-in/identity-check.ts'
import type { AccountCall, Call, ParticipantCall, Reply, Route, StudyCall } from '../routes/route.ts'
import { runningAt } from '../versions.ts'
import { behind, placeOf } from './behind.ts'
import type { Admitted } from './access.ts'
import { timeZoneOf } from './time-zone.ts'

export { timeZoneOf } from './time-zone.ts'

/** Runs a route's handler with what was admitted and validated. */
export async function answer(
  route: Route,
  request: FastifyRequest,
  ports: Ports,
  admitted?: Admitted,
  secure = false,
): Promise<Reply> {
  const call: Call = {
    ports,
    params: request.params,
    query: request.query,
    body: request.body ?? {},
    address: request.ip,
    agent: (request.headers['user-agent'] ?? '').slice(0, 200),
    origin: `${secure ? 'https' : request.protocol}://${request.host}`,
    cookies: request.cookies,
  }
  if (route.kind === 'open') return route.handle(call)
  if (!admitted) throw new Error(`route ${route.id} was entered without being admitted`)
  const account: AccountCall = { ...call, session: admitted.session, token: admitted.token }
  if (route.kind === 'account') return route.handle(account)
  const inStudy = studyCall(account, request, admitted)
  if (route.kind === 'study') {
    const passed = await behind(route, inStudy, placeOf(inStudy))
    return 'status' in passed ? passed : handled(route, passed, () => route.handle(passed))
  }
  const participant = participantCall(inStudy, request, admitted)
  if ('status' in participant) return participant
  const passed = await behind(route, participant, participant.state.consent.site)
  return 'status' in passed ? passed : handled(route, passed, () => route.handle(passed))
}

async function handled(route: Route, call: StudyCall, handle: () => Promise<Reply> | Reply): Promise<Reply> {
  const reply = await handle()
  await recordReading(route, call, reply)
  return reply
}

function studyCall(call: AccountCall, request: FastifyRequest, admitted: Admitted): StudyCall {
  const { session, grants, study, studyState } = admitted
  const first = grants[0]
  if (!first || !study) throw new Error('a study route was entered without a role')
  const actor = (grant: (typeof grants)[number]): Actor => ({
    account: session.accountId,
    printedName: session.printedName,
    role: grant.role,
    site: grant.site,
  })
  const sites = grants.some((grant) => grant.site === null) ? undefined : grants.map((grant) => grant.site as string)
  const { clientTime } = call.body as { clientTime?: string }
  return {
    ...call,
    study,
    studyState,
    actor: actor(first),
    actorAt(site) {
      const held = grants.find((grant) => grant.site === null || grant.site === site)
      return held && actor(held)
    },
    sites,
    streams: admitted.streams,
    language: languageOf(request.headers['accept-language'], session.locale),
    key: String(request.headers['idempotency-key'] ?? '').toLowerCase(),
    bodyHash: bodyHash(request),
    found: [],
    ...(clientTime === undefined ? {} : { clientTime }),
  }
}

function participantCall(call: StudyCall, request: FastifyRequest, admitted: Admitted): ParticipantCall | Reply {
  const { code } = request.params as { code: string }
  const stored = admitted.streams.get(`participant/${code}`)?.events ?? []
  if (stored.length === 0) return refuse(404, noParticipant)
  const state = participantIn(stored)
  const events = stored as unknown as readonly Stored<ParticipantEvent>[]
  const actor = call.actorAt(state.consent.site)
  if (!actor) return refuse(403, otherSite)
  const study = runningAt(call.study, call.studyState, state.consent.site)
  const context = contextAt({ ...call, study }, actor, state.consent.site)
  return { ...call, study, actor, code, events, state, context }
}

/** What surrounds a decision about a participant of a site. */
export function contextAt(call: StudyCall, actor: Actor, site: string): Context {
  const { ports, study, studyState, clientTime } = call
  return {
    now: ports.clock.now(),
    today: ports.clock.today(timeZoneOf(study.compiled, site)),
    actor,
    language: call.language,
    site,
    ranges: studyState.ranges,
    studyState,
    identityChecked: isIdentityChecked(call.session),
    ...(clientTime === undefined ? {} : { clientTime }),
  }
}

/** The language of the screen that typed it; a client that names none types in its account's. */
export const languageOf = (accepted: string | undefined, locale: string): Language => {
  const named = /^(en|nb)$/.exec(accepted ?? '')?.[1] ?? locale
  return named.startsWith('en') ? 'en' : 'nb'
}
/** What makes two requests with one key the same: where they went and what they said. */
function bodyHash(request: FastifyRequest): string {
  // Neither a name nor a password must be found by trying against a hash on the study side.
  const text = JSON.stringify(request.body ?? {}, (name, value: unknown) =>
    name === 'identity' || name === 'password' || name === 'next' || name === 'token' ? true : value,
  )
  return hash('sha256', `${request.method} ${request.url}\n${text}`)
}
