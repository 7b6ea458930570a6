import {
  permissions,
  type RecordApproval,
  type Role,
  sitesView,
  viewPermissions,
  type WithdrawApproval,
} from '@trialwright/conduct'
import type { CompiledStudy } from '@trialwright/protocol'
import Type from 'typebox'
import { definitionFor, definitionText } from '../definition.ts'
import { timeZoneOf } from '../http/call.ts'
import { overviewPage } from '../overview-page.ts'
import { performStudy } from '../perform-study.ts'
import { productionRefusals } from '../production.ts'
import { ok } from '../reply.ts'
import { closed, Hash, maybe } from '../schemas/common.ts'
import { ApprovalBody, EmptyBody, OpenSiteBody, RangesBody, WithdrawApprovalBody } from '../schemas/commands.ts'
import { ParticipantParams, StudyParams } from '../schemas/params.ts'
import { Done } from '../schemas/refusal.ts'
import { DefinitionPage, Overview, ParticipantDefinition, Ranges, SitesPage } from '../schemas/study.ts'
import { participantPath, withoutClock } from './command.ts'
import { participantRoute, type Reply, studyRoute } from './route.ts'

const study = { process: 'study', door: 'blinded', params: StudyParams } as const

/** Some 400 kB, written as JSON once. */
function definitionPage(about: object, compiled: CompiledStudy, reader: Role): Reply {
  const around = JSON.stringify(about).slice(0, -1)
  const body = Buffer.from(`${around},"definition":${definitionText(compiled, reader)}}`)
  return { status: 200, body, headers: { 'content-type': 'application/json; charset=utf-8' } }
}

export const studyRoutes = [
  studyRoute({
    ...study,
    id: 'definition',
    method: 'GET',
    path: '/api/studies/:study/definition',
    title: 'The compiled study as the role may see it',
    access: { kind: 'roles', roles: viewPermissions.definition, site: 'any' },
    response: DefinitionPage,
    handle: ({ study, actor, ports: { mode } }) =>
      definitionPage({ hash: study.hash, mode, versions: study.versions.length }, study.compiled, actor.role),
  }),
  participantRoute({
    id: 'participantDefinition',
    method: 'GET',
    path: `${participantPath}/definition`,
    title:
      'Which version of the study the participant is conducted under; the compiled study where the asker holds another',
    process: 'study',
    door: 'blinded',
    access: { kind: 'roles', roles: viewPermissions.participantDefinition, site: 'own' },
    params: ParticipantParams,
    query: Type.Object({ held: maybe(Hash) }, closed),
    response: ParticipantDefinition,
    handle: ({ study: { hash, compiled }, actor, query: { held = hash } }) =>
      held === hash ? ok({ hash }) : definitionPage({ hash }, compiled, actor.role),
  }),
  studyRoute({
    ...study,
    id: 'overview',
    method: 'GET',
    path: '/api/studies/:study/overview',
    title: 'Recruitment against target, the flow of participants, open assumptions',
    access: { kind: 'roles', roles: viewPermissions.overview, site: 'any' },
    response: Overview,
    async handle(call) {
      const { assumptions } = definitionFor(call.study.compiled, call.actor.role)
      return ok({ ...(await overviewPage(call)), assumptions })
    },
  }),
  studyRoute({
    ...study,
    id: 'openStudy',
    method: 'POST',
    path: '/api/studies/:study/open',
    title: 'Open the study for inclusion',
    access: { kind: 'roles', roles: permissions.openStudy, site: 'any' },
    command: 'openStudy',
    body: EmptyBody,
    response: Done,
    success: 201,
    handle: async (call) =>
      performStudy(call, { type: 'openStudy' }, await productionRefusals(call.ports), {
        samplingSalt: Buffer.from(call.ports.random(16)).toString('hex'),
      }),
  }),
  studyRoute({
    ...study,
    id: 'openSite',
    method: 'POST',
    path: '/api/studies/:study/open-site',
    title: 'Open a site for inclusion',
    access: { kind: 'roles', roles: permissions.openSite, site: 'any' },
    command: 'openSite',
    body: OpenSiteBody,
    response: Done,
    success: 201,
    handle: (call) => performStudy(call, { type: 'openSite', site: call.body.site }),
  }),
  studyRoute({
    ...study,
    id: 'sites',
    method: 'GET',
    path: '/api/studies/:study/sites',
    title: 'What each site has and lacks before it may include, and which protocol version runs there',
    access: { kind: 'roles', roles: viewPermissions.sites, site: 'any' },
    response: SitesPage,
    handle({ ports, study, studyState }) {
      const versions = study.versions.map(({ compiled }) => compiled)
      return ok(sitesView(study.study, studyState, versions, ports.clock.today(timeZoneOf(study.compiled))))
    },
  }),
  studyRoute({
    ...study,
    id: 'recordApproval',
    method: 'POST',
    path: '/api/studies/:study/record-approval',
    title: 'Record that an approval was given to a site for the protocol version that runs',
    access: { kind: 'roles', roles: permissions.recordApproval, site: 'any' },
    command: 'recordApproval',
    body: ApprovalBody,
    response: Done,
    success: 201,
    handle: (call) => performStudy(call, { ...withoutClock(call.body), type: 'recordApproval' } as RecordApproval),
  }),
  studyRoute({
    ...study,
    id: 'withdrawApproval',
    method: 'POST',
    path: '/api/studies/:study/withdraw-approval',
    title: 'Take the record of an approval back, with the reason; the site includes nobody from then on',
    access: { kind: 'roles', roles: permissions.withdrawApproval, site: 'any' },
    command: 'withdrawApproval',
    body: WithdrawApprovalBody,
    response: Done,
    success: 201,
    handle: (call) => performStudy(call, { ...withoutClock(call.body), type: 'withdrawApproval' } as WithdrawApproval),
  }),
  studyRoute({
    ...study,
    id: 'laboratoryRanges',
    method: 'GET',
    path: '/api/studies/:study/laboratory-ranges',
    title: 'Reference ranges of the laboratories',
    access: { kind: 'roles', roles: viewPermissions.laboratoryRanges, site: 'any' },
    response: Ranges,
    handle: ({ studyState, streams }) => ok({ version: streams.get('study')?.version ?? 0, ranges: studyState.ranges }),
  }),
  studyRoute({
    ...study,
    id: 'recordLaboratoryRanges',
    method: 'POST',
    path: '/api/studies/:study/laboratory-ranges',
    title: 'Add reference ranges; those in force keep applying to samples of their days',
    access: { kind: 'roles', roles: permissions.recordLaboratoryRanges, site: 'any' },
    command: 'recordLaboratoryRanges',
    body: RangesBody,
    response: Done,
    success: 201,
    handle: (call) => performStudy(call, { type: 'recordLaboratoryRanges', ranges: call.body.ranges }),
  }),
]
