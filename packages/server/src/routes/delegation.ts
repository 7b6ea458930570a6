import { delegationView, permissions, type StudyCommand, viewPermissions } from '@trialwright/conduct'
import { findingsOf, staffOf } from '../delegation.ts'
import { timeZoneOf } from '../http/call.ts'
import { performStudy } from '../perform-study.ts'
import { otherSite } from '../refusals.ts'
import { ok, refuse } from '../reply.ts'
import { delegationBodies, DelegationPage } from '../schemas/delegation.ts'
import { StudyParams } from '../schemas/params.ts'
import { Done } from '../schemas/refusal.ts'
import { signed } from '../sign-in/signed.ts'
import { kebab, withoutClock } from './command.ts'
import { studyRoute, type StudyCall } from './route.ts'

const path = '/api/studies/:study/delegation'
const delegation = { process: 'delegation', door: 'blinded', params: StudyParams } as const

const performed = async (call: StudyCall, body: object, passwordChecked: boolean) =>
  performStudy(call, body as StudyCommand, [], { passwordChecked, people: await staffOf(call.ports, call.study.id) })

/** The person as the site's own role lets act; nobody acts at a site where none is held. */
function there<Call extends StudyCall>(call: Call, site: string): Call | undefined {
  const actor = call.actorAt(site)
  return actor && { ...call, actor }
}

const signedHere = (command: 'delegateDuties' | 'acceptDelegation' | 'endDelegation', title: string) =>
  studyRoute({
    ...delegation,
    id: command,
    method: 'POST',
    path: `${path}/${kebab(command)}`,
    title,
    access: { kind: 'roles', roles: permissions[command], site: 'own' },
    command,
    body: delegationBodies[command],
    response: Done,
    success: 201,
    handle(call) {
      const here = there(call, call.body.site)
      if (!here) return refuse(403, otherSite)
      const { name: _name, password: _password, ...said } = withoutClock(call.body) as Record<string, unknown>
      return signed(here, () => performed(here, { ...said, type: command }, true))
    },
  })

const ofStudy = (command: 'nameInvestigator' | 'recordTraining' | 'withdrawTraining', title: string) =>
  studyRoute({
    ...delegation,
    id: command,
    method: 'POST',
    path: `${path}/${kebab(command)}`,
    title,
    access: { kind: 'roles', roles: permissions[command], site: 'any' },
    command,
    body: delegationBodies[command],
    response: Done,
    success: 201,
    handle: (call) => performed(call, { ...withoutClock(call.body), type: command }, false),
  })

export const delegationRoutes = [
  studyRoute({
    ...delegation,
    id: 'delegation',
    method: 'GET',
    path,
    title: 'Who may do what at a site by whose signature, what people have learned, and who acted without',
    access: { kind: 'roles', roles: viewPermissions.delegation, site: 'own' },
    response: DelegationPage,
    async handle({ ports, study, studyState, session, sites }) {
      const [people, found] = await Promise.all([staffOf(ports, study.id), findingsOf(ports, study.id)])
      const { compiled } = study
      const today = (site?: string) => ports.clock.today(timeZoneOf(compiled, site))
      return ok(delegationView({ compiled, state: studyState, people, found, today }, session.accountId, sites))
    },
  }),
  ofStudy('nameInvestigator', 'Name the investigator who answers for a site'),
  signedHere('delegateDuties', 'Delegate duties to somebody of the site; signed by who answers for it'),
  signedHere('acceptDelegation', 'Take delegated duties on; signed by the person'),
  signedHere('endDelegation', 'End a delegation; signed by who answers for the site'),
  ofStudy('recordTraining', 'Attest what people have learned'),
  ofStudy('withdrawTraining', 'Take a record of training back, with the reason'),
  studyRoute({
    ...delegation,
    id: 'explainFinding',
    method: 'POST',
    path: `${path}/explain-finding`,
    title: 'Explain why somebody acted without delegation or training',
    access: { kind: 'roles', roles: permissions.explainFinding, site: 'own' },
    command: 'explainFinding',
    body: delegationBodies.explainFinding,
    response: Done,
    success: 201,
    async handle(call) {
      const here = there(call, call.body.site)
      if (!here) return refuse(403, otherSite)
      const { site, finding, note } = call.body
      const findings = (await findingsOf(call.ports, call.study.id)).map((one) => one.finding)
      return performStudy(here, { type: 'explainFinding', site, finding, note }, [], { findings })
    },
  }),
]
