import { type ParticipantCommand, permissions, signaturesView, viewPermissions } from '@trialwright/conduct'
import { perform } from '../perform.ts'
import { ok } from '../reply.ts'
import { ParticipantParams } from '../schemas/params.ts'
import { Done } from '../schemas/refusal.ts'
import { Signatures, signatureBodies } from '../schemas/signatures.ts'
import type { Components } from '../sign-in/confirm.ts'
import { signed } from '../sign-in/signed.ts'
import { participantPath } from './command.ts'
import { type ParticipantCall, participantRoute, type Reply } from './route.ts'

const common = { process: 'signatures', door: 'blinded', params: ParticipantParams } as const
const signing = { ...common, method: 'POST', response: Done, success: 201 } as const

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
    ...signing,
    id: 'signVisit',
    path: `${participantPath}/sign-visit`,
    title: 'Sign the record of a visit, as it was shown',
    access: { kind: 'roles', roles: permissions.signVisit, site: 'own' },
    command: 'signVisit',
    body: signatureBodies.signVisit,
    handle: (call) => signs(call, ({ encounter, seen }) => ({ type: 'signVisit', encounter, seen })),
  }),
  participantRoute({
    ...signing,
    id: 'signVisits',
    path: `${participantPath}/sign-visits`,
    title: 'Sign the records of several visits in one act, as they were shown: a signature for each, or none',
    access: { kind: 'roles', roles: permissions.signVisits, site: 'own' },
    command: 'signVisits',
    body: signatureBodies.signVisits,
    handle: (call) => signs(call, ({ visits }) => ({ type: 'signVisits', visits })),
  }),
  participantRoute({
    ...signing,
    id: 'signCasebook',
    path: `${participantPath}/sign-casebook`,
    title: 'Sign everything recorded of a participant, as it was shown',
    access: { kind: 'roles', roles: permissions.signCasebook, site: 'own' },
    command: 'signCasebook',
    body: signatureBodies.signCasebook,
    handle: (call) => signs(call, ({ seen }) => ({ type: 'signCasebook', seen })),
  }),
]

/** The components of the signature are asked for once, however many records are signed with them. */
const signs = <Call extends ParticipantCall<unknown, unknown, Components>>(
  call: Call,
  commandOf: (body: Call['body']) => ParticipantCommand,
): Promise<Reply> =>
  signed(call, () => perform({ ...call, context: { ...call.context, passwordChecked: true } }, commandOf(call.body)))
