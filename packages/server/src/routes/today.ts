import { todayView, viewPermissions } from '@trialwright/conduct'
import { timeZoneOf } from '../http/call.ts'
import { ok } from '../reply.ts'
import { StudyParams } from '../schemas/params.ts'
import { Today } from '../schemas/today.ts'
import { summaries } from '../summaries.ts'
import { studyRoute } from './route.ts'

export const todayRoutes = [
  studyRoute({
    id: 'today',
    method: 'GET',
    path: '/api/studies/:study/today',
    title: 'What waits today: visits, bags, what runs out, signatures, missing forms; most pressing first',
    process: 'participants',
    access: { kind: 'roles', roles: viewPermissions.today, site: 'own' },
    door: 'blinded',
    params: StudyParams,
    response: Today,
    async handle({ ports, study, studyState, sites, actor }) {
      const rows = await summaries(ports, study, { sites })
      const today = ports.clock.today(timeZoneOf(study.compiled, actor.site ?? undefined))
      return ok(todayView(rows, actor.role, today, studyState.unblinded !== undefined))
    },
  }),
]
