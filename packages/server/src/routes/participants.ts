import {
  historyView,
  participantView,
  permissions,
  summarySeenBy,
  viewPermissions,
  fitting,
  tallyOf,
} from '@trialwright/conduct'
import Type from 'typebox'
import { otherSite } from '../refusals.ts'
import { register } from '../registration.ts'
import { ok, refuse } from '../reply.ts'
import { RegisterBody } from '../schemas/commands.ts'
import { closed, Id, maybe, oneOf } from '../schemas/common.ts'
import { History, Participant, ParticipantList, Status } from '../schemas/participant.ts'
import { ParticipantParams, StudyParams } from '../schemas/params.ts'
import { Done } from '../schemas/refusal.ts'
import { summaries } from '../summaries.ts'
import { readUnder } from '../versions.ts'
import { participantPath } from './command.ts'
import { participantRoute, studyRoute } from './route.ts'

const pageLength = 100

export const participantRoutes = [
  studyRoute({
    id: 'participants',
    method: 'GET',
    path: '/api/studies/:study/participants',
    title: 'Participants of the sites the role was given for, in order of code',
    process: 'participants',
    access: { kind: 'roles', roles: viewPermissions.participants, site: 'own' },
    door: 'blinded',
    params: StudyParams,
    query: Type.Object(
      {
        site: maybe(Id),
        status: maybe(Status),
        attention: maybe(oneOf('yes')),
        q: maybe(Type.String({ maxLength: 60, description: 'Words of code, status, next visit or site.' })),
        after: maybe(Type.String({ maxLength: 20, description: 'Code the page starts behind.' })),
      },
      closed,
    ),
    response: ParticipantList,
    async handle({ ports, study, studyState, sites, actor, language, query: { site, status, attention, q, after } }) {
      if (site !== undefined && sites && !sites.includes(site)) return refuse(403, otherSite)
      const all = await summaries(ports, study, { sites })
      const filter = { text: q?.trim(), status, attention: attention === 'yes' }
      const fit = fitting(study.study, all, filter, language)
      const found = site === undefined ? fit : fit.filter((row) => row.site === site)
      const behind = after === undefined ? found : found.filter(({ code }) => code > after)
      const rows = behind.slice(0, pageLength)
      return ok({
        rows: rows.map((row) => summarySeenBy(row, actor.role, studyState.unblinded !== undefined)),
        ...(behind.length > pageLength && { next: rows.at(-1)?.code }),
        ...tallyOf(all),
        found: found.length,
      })
    },
  }),
  studyRoute({
    id: 'registerParticipant',
    method: 'POST',
    path: '/api/studies/:study/participants',
    title: 'Register a participant under the next code of the site',
    process: 'participants',
    access: { kind: 'roles', roles: permissions.registerParticipant, site: 'own' },
    door: 'blinded',
    command: 'registerParticipant',
    params: StudyParams,
    body: RegisterBody,
    response: Done,
    success: 201,
    handle: (call) => register(call, call.body.site, call.body.identity),
  }),
  participantRoute({
    id: 'participant',
    method: 'GET',
    path: participantPath,
    title: 'A participant: status, consent, schedule, treatment, what may be done now',
    process: 'participants',
    access: { kind: 'roles', roles: viewPermissions.participant, site: 'own' },
    door: 'blinded',
    params: ParticipantParams,
    response: Participant,
    handle: ({ study, state, context }) => ok(participantView(study.study, state, context)),
  }),
  participantRoute({
    id: 'history',
    method: 'GET',
    path: `${participantPath}/history`,
    title: 'The audit trail of a participant, as the blind allows',
    process: 'participants',
    access: { kind: 'roles', roles: viewPermissions.history, site: 'own' },
    door: 'blinded',
    params: ParticipantParams,
    response: History,
    handle: ({ study, studyState, events, actor }) =>
      ok({ rows: historyView(study.study, events, actor.role, studyState.unblinded !== undefined, readUnder(study)) }),
  }),
]
