import { participantVerification, verificationPage, viewPermissions, visitVerification } from '@trialwright/conduct'
import { notFound } from '../refusals.ts'
import { ok, refuse } from '../reply.ts'
import { EncounterParams, ParticipantParams, StudyParams } from '../schemas/params.ts'
import {
  ParticipantVerificationPage,
  Verification,
  verificationBodies,
  VisitVerificationPage,
} from '../schemas/verification.ts'
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
  participantRoute({
    id: 'visitVerification',
    method: 'GET',
    path: `${participantPath}/verification/:encounter`,
    title: 'Everything recorded at a visit, to be compared with its source',
    process: 'verification',
    access: { kind: 'roles', roles: viewPermissions.visitVerification, site: 'own' },
    door: 'blinded',
    params: EncounterParams,
    response: VisitVerificationPage,
    handle({ study, state, context, params }) {
      const page = visitVerification(study.study, state, params.encounter, context)
      return page ? ok(page) : refuse(404, notFound)
    },
  }),
  participantCommand(
    'verification',
    'verifyValues',
    'Mark values as compared with their source',
    verificationBodies.verifyValues,
  ),
  participantCommand(
    'verification',
    'verifyForms',
    'Mark values of several forms as compared with their source',
    verificationBodies.verifyForms,
  ),
  participantCommand('verification', 'unverifyValues', 'Take a mark back', verificationBodies.unverifyValues),
]
