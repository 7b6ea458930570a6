import { viewPermissions } from '@trialwright/conduct'
import { accessPage, auditPage, auditPeople } from '../audit-trail.ts'
import { checkpoint } from '../checkpoint.ts'
import { dayUnreadable } from '../file-refusals.ts'
import { otherSite } from '../refusals.ts'
import { ok, refuse } from '../reply.ts'
import { isDate } from '@trialwright/protocol'
import { AccessPage, AccessQuery, AuditPage, AuditPeople, AuditQuery } from '../schemas/audit.ts'
import { StudyParams } from '../schemas/params.ts'
import { Checkpoint } from '../schemas/study.ts'
import { studyRoute } from './route.ts'

const audit = { process: 'audit', door: 'blinded', params: StudyParams } as const

export const auditRoutes = [
  studyRoute({
    ...audit,
    id: 'auditTrail',
    method: 'GET',
    path: '/api/studies/:study/audit',
    title: 'The audit trail of the study, newest first, by place, person, kind, period or pattern',
    access: { kind: 'roles', roles: viewPermissions.auditTrail, site: 'own' },
    query: AuditQuery,
    response: AuditPage,
    async handle(call) {
      const { query, sites } = call
      if (query.site !== undefined && sites && !sites.includes(query.site)) return refuse(403, otherSite)
      for (const field of ['from', 'until'] as const)
        if (query[field] !== undefined && !isDate(query[field])) return refuse(422, { ...dayUnreadable, field })
      return ok(await auditPage(call, query))
    },
  }),
  studyRoute({
    ...audit,
    id: 'auditPeople',
    method: 'GET',
    path: '/api/studies/:study/audit/people',
    title: 'People who have left something in the audit trail',
    access: { kind: 'roles', roles: viewPermissions.auditTrail, site: 'own' },
    response: AuditPeople,
    handle: async (call) => ok(await auditPeople(call)),
  }),
  studyRoute({
    ...audit,
    id: 'accessLog',
    method: 'GET',
    path: '/api/studies/:study/audit/access',
    title: 'Sign-ins and roles; exports, readings of identities and of unblinded data',
    access: { kind: 'roles', roles: viewPermissions.accessLog, site: 'any' },
    query: AccessQuery,
    response: AccessPage,
    handle: async (call) => ok(await accessPage(call, call.query.of, call.query.before)),
  }),
  studyRoute({
    ...audit,
    id: 'checkpoint',
    method: 'GET',
    path: '/api/studies/:study/audit/checkpoint',
    title: 'Size and root of the open audit log; keep it, and any later rewriting of the past shows',
    access: { kind: 'roles', roles: viewPermissions.audit, site: 'any' },
    response: Checkpoint,
    handle: async ({ ports, study }) => ok(await checkpoint(ports, study.id)),
  }),
]
