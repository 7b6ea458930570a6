import { viewPermissions } from '@trialwright/conduct'
import { checkpoint } from '../checkpoint.ts'
import { ok } from '../reply.ts'
import { StudyParams } from '../schemas/params.ts'
import { Checkpoint } from '../schemas/study.ts'
import { studyRoute } from './route.ts'

export const auditRoutes = [
  studyRoute({
    id: 'checkpoint',
    method: 'GET',
    path: '/api/studies/:study/audit/checkpoint',
    title: 'Size and root of the open audit log; keep it, and any later rewriting of the past shows',
    process: 'audit',
    access: { kind: 'roles', roles: viewPermissions.audit, site: 'any' },
    door: 'blinded',
    params: StudyParams,
    response: Checkpoint,
    handle: async ({ ports, study }) => ok(await checkpoint(ports, study.id)),
  }),
]
