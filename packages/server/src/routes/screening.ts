import { permissions, screeningView, viewPermissions } from '@trialwright/conduct'
import { perform } from '../perform.ts'
import { ok } from '../reply.ts'
import { bodies } from '../schemas/commands.ts'
import { ParticipantParams } from '../schemas/params.ts'
import { Done } from '../schemas/refusal.ts'
import { Screening } from '../schemas/screening.ts'
import { signed } from '../sign-in/signed.ts'
import { participantCommand, participantPath } from './command.ts'
import { participantRoute } from './route.ts'

export const screeningRoutes = [
  participantRoute({
    id: 'screening',
    method: 'GET',
    path: `${participantPath}/screening`,
    title: 'Every criterion with its answer, its explanation and the next best questions',
    process: 'screening',
    access: { kind: 'roles', roles: viewPermissions.screening, site: 'own' },
    door: 'blinded',
    params: ParticipantParams,
    response: Screening,
    handle: ({ study, state, context }) => ok(screeningView(study.study, state, context)),
  }),
  participantRoute({
    id: 'confirmEligibility',
    method: 'POST',
    path: `${participantPath}/confirm-eligibility`,
    title: 'Sign that the participant is eligible; the password is asked for again',
    process: 'screening',
    access: { kind: 'roles', roles: permissions.confirmEligibility, site: 'own' },
    door: 'blinded',
    command: 'confirmEligibility',
    params: ParticipantParams,
    body: bodies.confirmEligibility,
    response: Done,
    success: 201,
    handle: (call) =>
      signed(call, () =>
        perform({ ...call, context: { ...call.context, passwordChecked: true } }, { type: 'confirmEligibility' }),
      ),
  }),
  participantCommand('screening', 'recordScreenFailure', 'End screening as a failure', bodies.recordScreenFailure),
  participantCommand('screening', 'startRescreening', 'Start screening anew', bodies.startRescreening),
]
