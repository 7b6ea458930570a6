import { participantVerification, verificationPage, viewPermissions } from '@trialwright/conduct'
import { ok } from '../reply.ts'
import { ParticipantParams, StudyParams } from '../schemas/params.ts'
import { ParticipantVerificationPage, Verification, verificationBodies } from '../schemas/verification.ts'
import { summaries } from '../summaries.ts'
import { participantCommand, participantPath } from './command.ts'
import { participantRoute, studyRoute } from './route.ts'

export const verificationRoutes = [
  studyRoute({
    id: 'verification',
    method: 'GET',
    path: '/api/studies/:study/verification',
    title: 'The plan of source verification and how far it has come, by site and participant',
    process: 'verification',
    access: { kind: 'roles', roles: viewPermissions.verification, site: 'own' },
    door: 'blinded',
    params: StudyParams,
    response: Verification,
    handle: async ({ ports, study, studyState, sites }) =>
      ok(verificationPage(study.study, studyState, await summaries(ports, study, { sites }), sites)),
  }),
  participantRoute({
    id: 'participantVerification',
    method: 'GET',
    path: `${participantPath}/verification`,
    title: 'Which forms of a participant wait to be compared with their source',
    process: 'verification',
    access: { kind: 'roles', roles: viewPermissions.participantVerification, site: 'own' },
    door: 'blinded',
    params: ParticipantParams,
    response: ParticipantVerificationPage,
    handle: ({ study, state, context }) => ok(participantVerification(study.study, state, context)),
  }),
  participantCommand(
    'verification',
    'verifyValues',
    'Mark values as compared with their source',
    verificationBodies.verifyValues,
  ),
  participantCommand('verification', 'unverifyValues', 'Take a mark back', verificationBodies.unverifyValues),
]
