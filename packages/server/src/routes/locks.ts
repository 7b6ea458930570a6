import {
  decideStudy,
  locksView,
  openOf,
  permissions,
  type ParticipantCommand,
  type StudyCommand,
  unexplained,
  viewPermissions,
} from '@trialwright/conduct'
import { findingsOf } from '../delegation.ts'
import { perform } from '../perform.ts'
import { performStudy, studyContext } from '../perform-study.ts'
import { ok } from '../reply.ts'
import { lockBodies, LocksPage } from '../schemas/locks.ts'
import { ParticipantParams, StudyParams } from '../schemas/params.ts'
import { Done } from '../schemas/refusal.ts'
import { signed } from '../sign-in/signed.ts'
import { summaries } from '../summaries.ts'
import { kebab, participantCommand, participantPath, withoutClock } from './command.ts'
import { participantRoute, studyRoute, type StudyCall } from './route.ts'

const path = '/api/studies/:study/locks'
const study = { process: 'locks', door: 'blinded', params: StudyParams } as const

/** The command as the decision takes it, without what only the door needs. */
function withoutComponents(body: object): object {
  const { name: _name, password: _password, ...rest } = withoutClock(body) as { name?: string; password?: string }
  return rest
}

/** What is open in the data of a site, or of the whole study. */
async function openAt({ ports, study: of, studyState }: StudyCall, site?: string) {
  const wanted = site === undefined ? {} : { sites: [site] }
  const [rows, found] = await Promise.all([summaries(ports, of, wanted), findingsOf(ports, of.id)])
  return openOf(rows, unexplained(studyState, found, site))
}

const signedByParticipant = (command: 'lockData' | 'unlockData' | 'approveCorrection', title: string) =>
  participantRoute({
    id: command,
    method: 'POST',
    path: `${participantPath}/${kebab(command)}`,
    title,
    process: 'locks',
    access: { kind: 'roles', roles: permissions[command], site: 'own' },
    door: 'blinded',
    command,
    params: ParticipantParams,
    body: lockBodies[command],
    response: Done,
    success: 201,
    handle: (call) =>
      signed(call, () => {
        const context = { ...call.context, passwordChecked: true }
        const asked = { ...withoutComponents(call.body), type: command } as unknown as ParticipantCommand
        return perform({ ...call, context }, asked)
      }),
  })

type Signed = 'lockSite' | 'unlockSite' | 'lockDatabase' | 'proposeUnlock' | 'confirmUnlock'

const signedOfStudy = (command: Signed, title: string, at = `${path}/${kebab(command)}`) =>
  studyRoute({
    ...study,
    id: command,
    method: 'POST',
    path: at,
    title,
    access: { kind: 'roles', roles: permissions[command], site: 'any' },
    command,
    body: lockBodies[command],
    response: Done,
    success: 201,
    handle: (call) =>
      signed(call, async () => {
        const asked = { ...withoutComponents(call.body), type: command } as unknown as StudyCommand
        const open = await openAt(call, asked.type === 'lockSite' ? asked.site : undefined)
        return performStudy(call, asked, [], { passwordChecked: true, open })
      }),
  })

const frozen = (command: 'freezeSites' | 'unfreezeSites', title: string) =>
  studyRoute({
    ...study,
    id: command,
    method: 'POST',
    path: `${path}/${kebab(command)}`,
    title,
    access: { kind: 'roles', roles: permissions[command], site: 'any' },
    command,
    body: lockBodies[command],
    response: Done,
    success: 201,
    handle: (call) => performStudy(call, { ...withoutClock(call.body), type: command } as unknown as StudyCommand),
  })

const steps: readonly StudyCommand[] = [
  { type: 'freezeSites', reason: '–' },
  { type: 'unfreezeSites', reason: '–' },
  { type: 'lockDatabase', note: '–', override: '–' },
  { type: 'proposeUnlock', note: '–' },
  { type: 'confirmUnlock' },
]

export const lockRoutes = [
  studyRoute({
    ...study,
    id: 'locks',
    method: 'GET',
    path,
    title: 'What is frozen and locked, and what is still open before a lock',
    access: { kind: 'roles', roles: viewPermissions.locks, site: 'any' },
    response: LocksPage,
    async handle(call) {
      const { ports, study: of, studyState, actor } = call
      const [rows, found] = await Promise.all([summaries(ports, of), findingsOf(ports, of.id)])
      const acts = (site?: string) => unexplained(studyState, found, site)
      const context = { ...studyContext(call), passwordChecked: true, open: openOf(rows, acts()) }
      return ok({
        ...locksView(of.study, studyState, rows, acts),
        possible: steps
          .filter(({ type }) => permissions[type].includes(actor.role))
          .map((command) => {
            const decision = decideStudy(of.study, studyState, command, context)
            return { command: command.type, refusals: decision.ok ? [] : decision.refusals }
          }),
      })
    },
  }),
  frozen('freezeSites', 'Freeze the data of a site, or of the whole study'),
  frozen('unfreezeSites', 'Lift the freeze of a site, or of the whole study'),
  signedOfStudy('lockSite', 'Lock a site: its participants’ data no longer change'),
  signedOfStudy('unlockSite', 'Unlock a site'),
  signedOfStudy(
    'lockDatabase',
    'Lock the database: participants’ data no longer change',
    '/api/studies/:study/unblinding/lock-database',
  ),
  signedOfStudy('proposeUnlock', 'Propose to unlock the database: the first of two signatures'),
  signedOfStudy('confirmUnlock', 'Unlock the database: the second signature, of another person'),
  participantCommand('locks', 'freezeData', 'Freeze data of a participant', lockBodies.freezeData),
  participantCommand('locks', 'unfreezeData', 'Lift a freeze', lockBodies.unfreezeData),
  signedByParticipant('lockData', 'Lock data of a participant'),
  signedByParticipant('unlockData', 'Unlock data of a participant'),
  participantCommand('locks', 'proposeCorrection', 'Ask to correct a locked form once', lockBodies.proposeCorrection),
  signedByParticipant('approveCorrection', 'Approve, and sign, that a locked form is corrected once'),
  participantCommand('locks', 'withdrawCorrection', 'Withdraw the asked correction', lockBodies.withdrawCorrection),
]
