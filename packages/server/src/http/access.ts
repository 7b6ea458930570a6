import { initialStudy, isRole, type Role, type StudyState } from '@trialwright/conduct'
import type { Refusal } from '@trialwright/protocol'
import {
  findSession,
  type Grant,
  openSealed,
  openStreams,
  recall,
  type Session,
  type Stream,
} from '@trialwright/records'
import type { FastifyRequest } from 'fastify'
import type { OpenStudy, Ports } from '../ports.ts'
import { forbidden, notFound, notSignedIn } from '../refusals.ts'
import type { Route } from '../routes/route.ts'
import { asArrived } from './arrival.ts'
import { studyStateOf } from '../study-state.ts'

/** What stands after the door was passed. */
export interface Admitted {
  readonly token: string
  readonly session: Session
  readonly study?: OpenStudy
  readonly studyState: StudyState
  /** Grants in the study that allow this route. */
  readonly grants: readonly (Grant & { readonly role: Role })[]
  readonly streams: ReadonlyMap<string, Stream>
}

export interface Turned {
  readonly status: 401 | 403 | 404
  readonly refusal: Refusal
}

const codePattern = /^[A-Z]{2,8}-[0-9]{3,6}$/
export const studyStreams = ['study', 'randomisation'] as const

/**
 * Who asks, whether the role may, and the streams the route needs: one round trip, two for a page about one participant that
 * only unblinded roles read, which needs the sealed stream too. What else is sealed, a handler asks for, a command when its turn
 * comes. Decided before the body is looked at, so that a stranger learns nothing of its form.
 */
export async function admit(
  route: Route,
  request: FastifyRequest,
  ports: Ports,
): Promise<Admitted | Turned | undefined> {
  if (route.access.kind === 'public') return undefined
  const token = request.cookies[ports.cookies.session]
  if (token === undefined || !/^[A-Za-z0-9_-]{43}$/.test(token)) return { status: 401, refusal: notSignedIn }

  const params = request.params as { study?: string; code?: string }
  const study = ports.studies.get(params.study ?? '')
  if (route.access.kind === 'signedIn' || study === undefined) {
    const session = await findSession(ports.pools.access, token)
    if (session === null) return { status: 401, refusal: notSignedIn }
    if (route.access.kind === 'roles') return { status: 404, refusal: notFound }
    return { token, session, studyState: initialStudy, grants: [], streams: new Map() }
  }

  const asked = open(route, ports, token, study.id, params.code)
  const { session, streams } = await (route.command !== undefined &&
  route.door === 'blinded' &&
  params.code !== undefined
    ? asArrived(`${study.id}/${params.code}`, asked)
    : asked)
  if (session === null) return { status: 401, refusal: notSignedIn }
  const { roles } = route.access
  const grants = session.grants.filter(
    (grant): grant is Grant & { role: Role } =>
      grant.studyId === study.id && isRole(grant.role) && roles.includes(grant.role),
  )
  if (grants.length === 0) return { status: 403, refusal: forbidden }
  return { token, session, study, studyState: studyStateOf(streams), grants, streams }
}

async function open(route: Route, ports: Ports, token: string, studyId: string, code: string | undefined) {
  const known = code !== undefined && codePattern.test(code) ? code : undefined
  const streamIds = [...studyStreams, ...(known === undefined ? [] : [`participant/${known}`])]
  const isPage = route.door === 'unblinded' && route.command === undefined
  if (!isPage || known === undefined) return openStreams(ports.pools.blinded, { token, studyId, streamIds })
  const [opened, blinded] = await Promise.all([
    openSealed(ports.pools.unblinded, { token, studyId, streamIds: [`unblinded/${known}`] }),
    recall(ports.pools.blinded, studyId, streamIds),
  ])
  return { session: opened.session, streams: new Map([...blinded, ...opened.streams]) }
}
