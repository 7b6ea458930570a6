import {
  allRoles,
  decideStudy,
  isBlinded,
  permissions,
  type RegisterRow,
  type StudyCommand,
  viewPermissions,
} from '@trialwright/conduct'
import { openedAllocations, readModel } from '@trialwright/records'
import { performCodeBreak, tellArm } from '../perform-code-break.ts'
import { performStudy, studyContext } from '../perform-study.ts'
import { stillBlind } from '../refusals.ts'
import { ok, refuse } from '../reply.ts'
import { ParticipantParams, StudyParams } from '../schemas/params.ts'
import { Done } from '../schemas/refusal.ts'
import { Allocations, Told, unblindingBodies, UnblindingRegister } from '../schemas/unblinding.ts'
import { signed } from '../sign-in/signed.ts'
import { participantCommand, participantPath } from './command.ts'
import { participantRoute, studyRoute } from './route.ts'

const path = '/api/studies/:study/unblinding'
const study = { process: 'unblinding', door: 'blinded', params: StudyParams } as const

const steps: readonly StudyCommand[] = [{ type: 'proposeUnblinding', note: '–' }, { type: 'confirmUnblinding' }]

const sign = (signature: { readonly at: string; readonly by: { readonly name: string; readonly role: string } }) => ({
  at: signature.at,
  by: { name: signature.by.name, role: signature.by.role },
})

const step = (command: 'proposeUnblinding', last: string, title: string) =>
  studyRoute({
    ...study,
    id: command,
    method: 'POST',
    path: `${path}/${last}`,
    title,
    access: { kind: 'roles', roles: permissions[command], site: 'any' },
    command,
    body: unblindingBodies.signedNote,
    response: Done,
    success: 201,
    handle: (call) =>
      signed(call, () => performStudy(call, { type: command, note: call.body.note }, [], { passwordChecked: true })),
  })

export const unblindingRoutes = [
  participantRoute({
    id: 'breakCode',
    method: 'POST',
    path: `${participantPath}/break-code`,
    title: 'Emergency: tell one participant’s arm to the investigator; recorded for ever',
    process: 'unblinding',
    access: { kind: 'roles', roles: permissions.breakCode, site: 'own' },
    door: 'guarded',
    command: 'breakCode',
    params: ParticipantParams,
    body: unblindingBodies.breakCode,
    response: Told,
    success: 201,
    handle: (call) =>
      signed(
        call,
        () => {
          const { reason, note } = call.body
          const confirmed = { ...call, context: { ...call.context, passwordChecked: true } }
          return performCodeBreak(confirmed, { type: 'breakCode', reason, note }, tellArm(call))
        },
        'secret',
      ),
  }),
  participantCommand(
    'unblinding',
    'recordAccidentalUnblinding',
    'Record that somebody came to know an arm by accident; never the arm itself',
    unblindingBodies.recordAccidentalUnblinding,
  ),
  studyRoute({
    ...study,
    id: 'unblindingRegister',
    method: 'GET',
    path,
    title: 'Who came to know an arm, when and why; how far the end of the blind has come',
    access: { kind: 'roles', roles: viewPermissions.unblindingRegister, site: 'own' },
    response: UnblindingRegister,
    async handle(call) {
      const { ports, study: of, studyState, sites, actor } = call
      const { rows } = await readModel(ports.pools.blinded, of.id, 'unblinding', { sites, limit: 1_000 })
      const { locked, proposed, unblinded } = studyState
      return ok({
        ...(locked && { locked: sign(locked) }),
        ...(proposed && { proposed: sign(proposed) }),
        ...(unblinded && { unblinded: sign(unblinded) }),
        mustStayBlind: unblinded ? [] : allRoles.filter(isBlinded),
        possible: steps
          .filter(({ type }) => permissions[type].includes(actor.role))
          .map((command) => {
            const context = { ...studyContext(call), passwordChecked: true }
            const decision = decideStudy(of.study, studyState, command, context)
            return { command: command.type, refusals: decision.ok ? [] : decision.refusals }
          }),
        rows: rows.map(({ document }) => document as RegisterRow),
      })
    },
  }),
  studyRoute({
    ...study,
    door: 'guarded',
    id: 'allocations',
    method: 'GET',
    path: `${path}/allocations`,
    title: 'Every participant’s arm, once two people have signed after database lock; each reading is recorded',
    access: { kind: 'roles', roles: viewPermissions.allocations, site: 'any' },
    response: Allocations,
    async handle({ ports, study: { id }, token }) {
      const rows = await openedAllocations(ports.pools.unblinded, token, id)
      if (rows === null) return refuse(403, stillBlind)
      return ok({ rows: rows.map(({ participant, stratum, arm }) => ({ participant, stratum, arm })) })
    },
  }),
  step('proposeUnblinding', 'propose', 'Propose to unblind the study: the first of two signatures'),
  studyRoute({
    ...study,
    id: 'confirmUnblinding',
    method: 'POST',
    path: `${path}/confirm`,
    title: 'Unblind the study: the second signature, of another person',
    access: { kind: 'roles', roles: permissions.confirmUnblinding, site: 'any' },
    command: 'confirmUnblinding',
    body: unblindingBodies.signed,
    response: Done,
    success: 201,
    handle: (call) =>
      signed(call, () => performStudy(call, { type: 'confirmUnblinding' }, [], { passwordChecked: true })),
  }),
]
