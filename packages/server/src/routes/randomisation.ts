import { permissions, viewPermissions } from '@trialwright/conduct'
import { listState } from '@trialwright/records'
import { ok } from '../reply.ts'
import { bodies } from '../schemas/commands.ts'
import { StudyParams } from '../schemas/params.ts'
import { RandomisationList } from '../schemas/pharmacy.ts'
import { Done } from '../schemas/refusal.ts'
import { SealListBody } from '../schemas/sealing.ts'
import { drawAndSeal } from '../sealing.ts'
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
]
