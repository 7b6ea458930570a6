import { viewPermissions } from '@trialwright/conduct'
import {
  changeAuthenticator,
  changeLink,
  createAccount,
  disableAccount,
  endSessions,
  invite,
  listFailing,
  listPasskeys,
  changePasskey,
  listPeople,
  listSessions,
  recordIdentityCheck,
} from '@trialwright/records'
import {
  identityByIssuer,
  linkTaken,
  loginTaken,
  noPerson,
  notActivated,
  ownAccount,
  ownIdentity,
} from '../refusals-people.ts'
import { ok, refuse } from '../reply.ts'
import {
  Created,
  DisableBody,
  Done,
  EndSessionBody,
  IdentityCheckBody,
  InvitationLink,
  LinkBody,
  NewPersonBody,
  PeoplePage,
  PersonBody,
  SessionsPage,
  UnlinkBody,
} from '../schemas/people.ts'
import { mailState } from '../mail/state.ts'
import { changed, path, people, roles } from './people-shared.ts'
import { studyRoute } from './route.ts'

/** A week to open the account. */
const invitationHours = 168

/*
 * People and their roles. The request's key is the id of what it makes, so that a repetition makes nothing twice; every change
 * is an event of the installation's own log, written by the database with the change.
 */
export const peopleRoutes = [
  studyRoute({
    ...people,
    id: 'people',
    method: 'GET',
    path: path(''),
    title: 'Everybody with a role in the study, now or earlier; what is due for review; names tried in vain',
    access: { kind: 'roles', roles: viewPermissions.people, site: 'any' },
    response: PeoplePage,
    async handle(call) {
      const { ports, study } = call
      const [found, failing, mail] = await Promise.all([
        listPeople(ports.pools.access, study.id),
        listFailing(ports.pools.access, 24),
        mailState(call),
      ])
      return ok({ people: found, failing, issuers: ports.providers.issuers, ...(mail && { mail }) })
    },
  }),
  studyRoute({
    ...people,
    id: 'createPerson',
    method: 'POST',
    path: path('/create'),
    title: 'Make an account; its owner sets the password with a one-time link',
    access: roles('createPerson'),
    command: 'createPerson',
    body: NewPersonBody,
    response: Created,
    success: 201,
    async handle({ ports, body, key, session }) {
      const account = {
        accountId: key,
        login: body.login,
        printedName: body.printedName.trim().normalize('NFC'),
        locale: body.locale,
        demo: false,
      }
      const made = await createAccount(ports.pools.access, account, session.accountId)
      return made.result === 'created'
        ? { status: 201, body: { ok: true, person: made.accountId } }
        : refuse(422, loginTaken)
    },
  }),
  studyRoute({
    ...people,
    id: 'invitePerson',
    method: 'POST',
    path: path('/invite'),
    title: 'A one-time link with which a person sets the first, or a new, password; earlier links end',
    access: roles('invitePerson'),
    command: 'invitePerson',
    body: PersonBody,
    response: InvitationLink,
    success: 201,
    async handle({ ports, body, key, session, origin }) {
      const token = ports.secrets.tokenFor(key)
      const invitation = { invitationId: key, accountId: body.person, token, hours: invitationHours }
      if ((await invite(ports.pools.access, invitation, session.accountId)) === 'noAccount')
        return refuse(422, noPerson)
      return { status: 201, body: { ok: true, link: `${origin}/activate#${token}`, hours: invitationHours } }
    },
  }),
  studyRoute({
    ...people,
    id: 'disablePerson',
    method: 'POST',
    path: path('/disable'),
    title: 'End an account for good: sessions, links and sign-in end at once; its name is never used again',
    access: roles('disablePerson'),
    command: 'disablePerson',
    body: DisableBody,
    response: Done,
    success: 201,
    async handle({ ports, body, session }) {
      if (body.person === session.accountId) return refuse(422, ownAccount)
      const outcome = await disableAccount(ports.pools.access, body.person, body.reason.trim(), session.accountId)
      return outcome === 'noAccount' ? refuse(422, noPerson) : changed
    },
  }),
  studyRoute({
    ...people,
    id: 'recordIdentityCheck',
    method: 'POST',
    path: path('/identity-check'),
    title: 'Record that one saw a person’s proof of identity; nobody signs without',
    access: roles('recordIdentityCheck'),
    command: 'recordIdentityCheck',
    body: IdentityCheckBody,
    response: Done,
    success: 201,
    async handle({ ports, body, key, session }) {
      const check = { checkId: key, accountId: body.person, how: body.how.trim().normalize('NFC') }
      const refusals = { own: ownIdentity, noAccount: noPerson, notActivated, issuer: identityByIssuer }
      const outcome = await recordIdentityCheck(ports.pools.access, check, session.accountId)
      return outcome === 'recorded' ? changed : refuse(422, refusals[outcome])
    },
  }),
  studyRoute({
    ...people,
    id: 'resetFactors',
    method: 'POST',
    path: path('/reset-factors'),
    title: 'Refuse a person’s authenticator app, recovery codes and passkeys at once, as when a telephone is lost',
    access: roles('resetFactors'),
    command: 'resetFactors',
    body: PersonBody,
    response: Done,
    success: 201,
    async handle({ ports, body, session }) {
      const { access } = ports.pools
      const actor = session.accountId
      await changeAuthenticator(access, body.person, { do: 'remove', actor })
      for (const { id } of await listPasskeys(access, body.person))
        await changePasskey(access, body.person, { do: 'remove', id, actor })
      await endSessions(access, body.person, {}, actor)
      return changed
    },
  }),
  studyRoute({
    ...people,
    id: 'linkProvider',
    method: 'POST',
    path: path('/link-provider'),
    title: 'Let a person of an identity provider open an account',
    access: roles('linkProvider'),
    command: 'linkProvider',
    body: LinkBody,
    response: Done,
    success: 201,
    async handle({ ports, body, key, session }) {
      const link = { do: 'add', linkId: key, issuer: body.issuer.trim(), subject: body.subject.trim() } as const
      const outcome = await changeLink(ports.pools.access, body.person, link, session.accountId)
      if (outcome === 'taken') return refuse(422, linkTaken)
      return outcome === 'noAccount' ? refuse(422, noPerson) : changed
    },
  }),
  studyRoute({
    ...people,
    id: 'unlinkProvider',
    method: 'POST',
    path: path('/unlink-provider'),
    title: 'Stop a person of an identity provider from opening an account',
    access: roles('unlinkProvider'),
    command: 'unlinkProvider',
    body: UnlinkBody,
    response: Done,
    success: 201,
    async handle({ ports, body, session }) {
      await changeLink(ports.pools.access, body.person, { do: 'remove', linkId: body.link }, session.accountId)
      return changed
    },
  }),
  studyRoute({
    ...people,
    id: 'sessions',
    method: 'GET',
    path: path('/sessions'),
    title: 'Who is signed in now',
    access: { kind: 'roles', roles: viewPermissions.sessions, site: 'any' },
    response: SessionsPage,
    async handle({ ports, study }) {
      const [all, known] = await Promise.all([
        listSessions(ports.pools.access),
        listPeople(ports.pools.access, study.id),
      ])
      const here = new Set(known.map(({ accountId }) => accountId))
      return ok({ sessions: all.filter(({ accountId }) => here.has(accountId)) })
    },
  }),
  studyRoute({
    ...people,
    id: 'endSessions',
    method: 'POST',
    path: path('/end-sessions'),
    title: 'End one session of a person, or all of them',
    access: roles('endSessions'),
    command: 'endSessions',
    body: EndSessionBody,
    response: Done,
    success: 201,
    async handle({ ports, body, session }) {
      const which = body.session === undefined ? {} : { sessionId: body.session }
      await endSessions(ports.pools.access, body.person, which, session.accountId)
      return changed
    },
  }),
]
