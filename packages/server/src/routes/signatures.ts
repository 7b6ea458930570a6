import { permissions, signaturesView, viewPermissions } from '@trialwright/conduct'
import { perform } from '../perform.ts'
import { ok } from '../reply.ts'
import { ParticipantParams } from '../schemas/params.ts'
import { Done } from '../schemas/refusal.ts'
import { Signatures, signatureBodies } from '../schemas/signatures.ts'
import { signed } from '../sign-in/signed.ts'
import { participantPath } from './command.ts'
import { participantRoute } from './route.ts'

const common = { process: 'signatures', door: 'blinded', params: ParticipantParams } as const

export const signatureRoutes = [
  participantRoute({
    ...common,
    id: 'signatures',
    method: 'GET',
    path: `${participantPath}/signatures`,
    title: 'What is signed of a participant, what no longer stands and why',
    access: { kind: 'roles', roles: viewPermissions.signatures, site: 'own' },
    response: Signatures,
    handle: ({ study, state, context }) => ok(signaturesView(study.study, state, context)),
  }),
  participantRoute({
    ...common,
    id: 'signVisit',
    method: 'POST',
    path: `${participantPath}/sign-visit`,
    title: 'Sign the record of a visit, as it was shown',
    access: { kind: 'roles', roles: permissions.signVisit, site: 'own' },
    command: 'signVisit',
    body: signatureBodies.signVisit,
    response: Done,
    success: 201,
    handle: (call) =>
      signed(call, () => {
        const { encounter, seen } = call.body
        const context = { ...call.context, passwordChecked: true }
        return perform({ ...call, context }, { type: 'signVisit', encounter, seen })
      }),
  }),
  participantRoute({
    ...common,
    id: 'signCasebook',
    method: 'POST',
    path: `${participantPath}/sign-casebook`,
    title: 'Sign everything recorded of a participant, as it was shown',
    access: { kind: 'roles', roles: permissions.signCasebook, site: 'own' },
    command: 'signCasebook',
    body: signatureBodies.signCasebook,
    response: Done,
    success: 201,
    handle: (call) =>
      signed(call, () => {
        const context = { ...call.context, passwordChecked: true }
        return perform({ ...call, context }, { type: 'signCasebook', seen: call.body.seen })
      }),
  }),
]
