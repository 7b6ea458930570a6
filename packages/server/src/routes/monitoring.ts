import {
  monitoringReport,
  monitoringView,
  permissions,
  type RecordMonitoringVisit,
  viewPermissions,
} from '@trialwright/conduct'
import { timeZoneOf } from '../http/call.ts'
import { evidenceFor } from '../monitoring-evidence.ts'
import { performStudy, studyContext } from '../perform-study.ts'
import { notFound, otherSite } from '../refusals.ts'
import { ok, refuse } from '../reply.ts'
import { Monitoring, monitoringBodies, MonitoringParams, MonitoringReportPage } from '../schemas/monitoring.ts'
import { StudyParams } from '../schemas/params.ts'
import { Done } from '../schemas/refusal.ts'
import { signed } from '../sign-in/signed.ts'
import { withoutClock } from './command.ts'
import { studyRoute } from './route.ts'

const path = '/api/studies/:study/monitoring'
const monitoring = { process: 'monitoring', door: 'blinded' } as const
const command = { ...monitoring, method: 'POST', params: StudyParams, response: Done, success: 201 } as const

export const monitoringRoutes = [
  studyRoute({
    ...monitoring,
    id: 'monitoring',
    method: 'GET',
    path,
    title: 'Monitoring visits, and what is still to be done after them',
    access: { kind: 'roles', roles: viewPermissions.monitoring, site: 'own' },
    params: StudyParams,
    response: Monitoring,
    handle: ({ ports, study, studyState, sites }) =>
      ok(monitoringView(study.study, studyState, ports.clock.today(timeZoneOf(study.compiled)), sites)),
  }),
  studyRoute({
    ...monitoring,
    id: 'monitoringReport',
    method: 'GET',
    path: `${path}/:visit`,
    title: 'The report of a monitoring visit, composed from the record',
    access: { kind: 'roles', roles: viewPermissions.monitoringReport, site: 'own' },
    params: MonitoringParams,
    response: MonitoringReportPage,
    async handle(call) {
      const visit = call.studyState.monitoring?.[call.params.visit]
      if (!visit) return refuse(404, notFound)
      if (call.sites && !call.sites.includes(visit.site)) return refuse(403, otherSite)
      const context = { ...studyContext(call), evidence: await evidenceFor(call, visit) }
      return ok(monitoringReport(call.study.study, call.studyState, visit, context))
    },
  }),
  studyRoute({
    ...command,
    id: 'recordMonitoringVisit',
    path,
    title: 'Record a monitoring visit, or correct it',
    access: { kind: 'roles', roles: permissions.recordMonitoringVisit, site: 'own' },
    command: 'recordMonitoringVisit',
    body: monitoringBodies.recordMonitoringVisit,
    handle: (call) =>
      performStudy(call, { ...withoutClock(call.body), type: 'recordMonitoringVisit' } as RecordMonitoringVisit),
  }),
  studyRoute({
    ...command,
    id: 'closeMonitoringAction',
    path: `${path}/close-action`,
    title: 'Close an action that a visit led to',
    access: { kind: 'roles', roles: permissions.closeMonitoringAction, site: 'own' },
    command: 'closeMonitoringAction',
    body: monitoringBodies.closeMonitoringAction,
    handle: (call) => {
      const { visit, finding, note } = call.body
      return performStudy(call, { type: 'closeMonitoringAction', visit, finding, note })
    },
  }),
  studyRoute({
    ...command,
    id: 'signMonitoringVisit',
    path: `${path}/sign`,
    title: 'Sign the report of a monitoring visit',
    access: { kind: 'roles', roles: permissions.signMonitoringVisit, site: 'own' },
    command: 'signMonitoringVisit',
    body: monitoringBodies.signMonitoringVisit,
    handle: (call) =>
      signed(call, async () => {
        const { visit: id, seen } = call.body
        const visit = call.studyState.monitoring?.[id]
        if (!visit) return refuse(404, notFound)
        const evidence = await evidenceFor(call, visit)
        return performStudy(call, { type: 'signMonitoringVisit', visit: id, seen }, [], {
          passwordChecked: true,
          evidence,
        })
      }),
  }),
]
