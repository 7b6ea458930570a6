import { guessableLimit, needsSignOff, permissions, previewImport, viewPermissions } from '@trialwright/conduct'
import { listState } from '@trialwright/records'
import { reportOf } from '../randomisation-report/report.ts'
import { unavailable } from '../refusals.ts'
import { ok, refuseFor } from '../reply.ts'
import { bodies } from '../schemas/commands.ts'
import { StudyParams } from '../schemas/params.ts'
import { RandomisationList } from '../schemas/pharmacy.ts'
import { Done } from '../schemas/refusal.ts'
import {
  ImportListBody,
  ImportPreview,
  PreviewListBody,
  RandomisationReport,
  SealListBody,
} from '../schemas/sealing.ts'
import { bytesOf, drawAndSeal, importAndSeal } from '../sealing.ts'
import { participantCommand } from './command.ts'
import { studyRoute } from './route.ts'

const list = {
  process: 'randomisation',
  params: StudyParams,
  path: '/api/studies/:study/randomisation-list',
  door: 'unblinded',
} as const

export const randomisationRoutes = [
  participantCommand(
    'randomisation',
    'randomise',
    'Randomise the participant; nobody on this side sees the arm',
    bodies.randomise,
  ),
  studyRoute({
    ...list,
    id: 'randomisationList',
    method: 'GET',
    title: 'Whether the list is sealed, and how much of it is taken; never an arm',
    access: { kind: 'roles', roles: viewPermissions.randomisationList, site: 'any' },
    response: RandomisationList,
    async handle({ ports, study, studyState: { sealed } }) {
      const strata = await listState(ports.pools.unblinded, study.id)
      return ok({ ...(sealed && { sealed: { commitment: sealed.commitment, at: sealed.at } }), strata })
    },
  }),
  studyRoute({
    ...list,
    id: 'sealRandomisationList',
    method: 'POST',
    title: 'Draw the list by the definition and seal it, once',
    access: { kind: 'roles', roles: permissions.sealRandomisationList, site: 'any' },
    command: 'sealRandomisationList',
    body: SealListBody,
    response: Done,
    success: 201,
    handle: drawAndSeal,
  }),
  studyRoute({
    ...list,
    id: 'previewRandomisationList',
    method: 'POST',
    path: `${list.path}/preview`,
    title: 'What a list made elsewhere holds, or everything for which it is refused; changes nothing',
    access: { kind: 'roles', roles: permissions.sealRandomisationList, site: 'any' },
    keyed: false,
    body: PreviewListBody,
    response: ImportPreview,
    handle({ study, body }) {
      const { bytes, key } = bytesOf(body)
      return ok(previewImport(study.study, bytes, key))
    },
  }),
  studyRoute({
    ...list,
    id: 'importRandomisationList',
    method: 'POST',
    path: `${list.path}/import`,
    title: 'Seal a list made elsewhere, once',
    access: { kind: 'roles', roles: permissions.sealRandomisationList, site: 'any' },
    command: 'sealRandomisationList',
    body: ImportListBody,
    response: Done,
    success: 201,
    handle: importAndSeal,
  }),
  studyRoute({
    ...list,
    id: 'randomisationReport',
    method: 'GET',
    path: '/api/studies/:study/randomisation-report',
    title: 'How the study’s scheme and others balance, and how often a guesser names the next arm',
    access: { kind: 'roles', roles: viewPermissions.randomisationReport, site: 'any' },
    response: RandomisationReport,
    tells: (answer) => 'report' in (answer as object),
    handle({ study, ports }) {
      const progress = reportOf(study, (error) => ports.log.error({ error }, 'the randomisation report failed'))
      if (progress === undefined) return refuseFor(503, 2, unavailable)
      const { done, of, report } = progress
      if (report === undefined) return ok({ done, of })
      const own = report.tried.find((tried) => tried.own)!
      return ok({
        done,
        of,
        report: { ...report, limit: guessableLimit, needsSignOff: needsSignOff(own.characteristics) },
      })
    },
  }),
]
