import {
  changeAccount,
  changeAuthenticator,
  changePasskey,
  endSessions,
  findAccount,
  findAuthenticator,
  listPasskeys,
  listSessions,
} from '@trialwright/records'
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { authenticatorMissing, authenticatorThere, codeWrong, notTheOwner, passkeyRefused } from '../refusals-people.ts'
import { ok, refuse } from '../reply.ts'
import {
  AccountPage,
  AddPasskeyBody,
  ChangePasswordBody,
  CodeBody,
  EndSessionsBody,
  LocaleBody,
  Options,
  PasswordBody,
  ProposedAuthenticator,
  RecoveryCodes,
  RemovePasskeyBody,
} from '../schemas/account.ts'
import { NoParams } from '../schemas/params.ts'
import { Ok } from '../schemas/study.ts'
import { ownerOf } from '../sign-in/confirm.ts'
import { hashOfCode, realTime } from '../sign-in/factor.ts'
import { newPasswordRefusals } from '../sign-in/newPassword.ts'
import { addPasskey, registrationOptions } from '../sign-in/passkeys.ts'
import { hashPassword } from '../sign-in/password.ts'
import { letIn } from '../sign-in/session.ts'
import { appAddress, base32, secretLength, stepOf } from '../sign-in/totp.ts'
import { type AccountCall, accountRoute, type Reply } from './route.ts'

/* One's own account: password, second factors, sessions. Whoever finds an open screen changes none of the first two without the password. */

const own = { process: 'account', access: { kind: 'signedIn' }, door: 'none', params: NoParams } as const

export const accountRoutes = [
  accountRoute({
    ...own,
    id: 'account',
    method: 'GET',
    path: '/api/account',
    title: 'One’s own account: second factors and sessions',
    response: AccountPage,
    async handle({ ports, session }) {
      const { access } = ports.pools
      const [account, authenticator, passkeys, sessions] = await Promise.all([
        findAccount(access, session.login),
        findAuthenticator(access, session.accountId),
        listPasskeys(access, session.accountId),
        listSessions(access, session.accountId),
      ])
      return ok({
        login: session.login,
        printedName: session.printedName,
        locale: session.locale,
        sessionId: session.sessionId,
        maySign: account?.maySign === true,
        ...(authenticator?.confirmed && { authenticator: { codesLeft: authenticator.codesLeft } }),
        passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
        sessions,
      })
    },
  }),
  accountRoute({
    ...own,
    id: 'changePassword',
    method: 'POST',
    path: '/api/account/password',
    title: 'Change one’s own password; every other session ends',
    perMinute: 60,
    body: ChangePasswordBody,
    response: Ok,
    handle: (call) =>
      asOwner(call, call.body.password, async () => {
        const { ports, session, body } = call
        const wrong = newPasswordRefusals(body.next, [session.login, session.printedName])
        if (wrong.length > 0) return refuse(422, ...wrong)
        const change = { passwordHash: await hashPassword(body.next) }
        await changeAccount(ports.pools.access, session.accountId, change, session.accountId)
        return letIn(call, session, session.means)
      }),
  }),
  accountRoute({
    ...own,
    id: 'changeLanguage',
    method: 'POST',
    path: '/api/account/language',
    title: 'The language messages come in',
    body: LocaleBody,
    response: Ok,
    async handle({ ports, session, body }) {
      await changeAccount(ports.pools.access, session.accountId, { locale: body.locale }, session.accountId)
      return ok({ ok: true })
    },
  }),
  accountRoute({
    ...own,
    id: 'proposeAuthenticator',
    method: 'POST',
    path: '/api/account/authenticator/propose',
    title: 'A secret for an authenticator app, to be confirmed with its first code',
    perMinute: 60,
    body: PasswordBody,
    response: ProposedAuthenticator,
    handle: (call) =>
      asOwner(call, call.body.password, async () => {
        const { ports, session } = call
        const secret = ports.random(secretLength)
        const sealed = ports.secrets.sealFor(session.accountId, secret)
        const proposed = await changeAuthenticator(ports.pools.access, session.accountId, {
          do: 'propose',
          secret: sealed,
        })
        if (!proposed) return refuse(422, authenticatorThere)
        return ok({ ok: true, secret: base32(secret), address: appAddress(session.login, secret) })
      }),
  }),
  accountRoute({
    ...own,
    id: 'confirmAuthenticator',
    method: 'POST',
    path: '/api/account/authenticator/confirm',
    title: 'Connect the app with its first code; answers with recovery codes, once',
    perMinute: 60,
    body: CodeBody,
    response: RecoveryCodes,
    async handle({ ports, session, body }) {
      const held = await findAuthenticator(ports.pools.access, session.accountId)
      if (!held || held.confirmed) return refuse(422, authenticatorMissing)
      const step = stepOf(ports.secrets.openFor(session.accountId, held.secret), body.code, realTime(ports.clock))
      if (step === undefined) return refuse(422, codeWrong)
      const codes = Array.from({ length: 10 }, () => newRecoveryCode(ports.random(16)))
      const change = { do: 'confirm', step, codes: codes.map(hashOfCode) } as const
      const confirmed = await changeAuthenticator(ports.pools.access, session.accountId, change)
      return confirmed ? ok({ ok: true, codes }) : refuse(422, authenticatorMissing)
    },
  }),
  accountRoute({
    ...own,
    id: 'removeAuthenticator',
    method: 'POST',
    path: '/api/account/authenticator/remove',
    title: 'Disconnect the authenticator app and its recovery codes',
    perMinute: 60,
    body: PasswordBody,
    response: Ok,
    handle: (call) =>
      asOwner(call, call.body.password, async () => {
        const { ports, session } = call
        const change = { do: 'remove', actor: session.accountId } as const
        const removed = await changeAuthenticator(ports.pools.access, session.accountId, change)
        return removed ? ok({ ok: true }) : refuse(422, authenticatorMissing)
      }),
  }),
  accountRoute({
    ...own,
    id: 'newPasskeyOptions',
    method: 'POST',
    path: '/api/account/passkeys/options',
    title: 'What a new passkey is to sign',
    perMinute: 60,
    body: PasswordBody,
    response: Options,
    handle: (call) =>
      asOwner(call, call.body.password, async () =>
        ok(await registrationOptions(call.ports, call.session, call.origin)),
      ),
  }),
  accountRoute({
    ...own,
    id: 'addPasskey',
    method: 'POST',
    path: '/api/account/passkeys',
    title: 'Keep a new passkey',
    body: AddPasskeyBody,
    response: Ok,
    async handle({ ports, session, origin, body }) {
      const response = body.response as unknown as RegistrationResponseJSON
      const added = await addPasskey(ports, session, origin, body.name, response)
      return added ? ok({ ok: true }) : refuse(422, passkeyRefused)
    },
  }),
  accountRoute({
    ...own,
    id: 'removePasskey',
    method: 'POST',
    path: '/api/account/passkeys/remove',
    title: 'Refuse a passkey from now on',
    perMinute: 60,
    body: RemovePasskeyBody,
    response: Ok,
    handle: (call) =>
      asOwner(call, call.body.password, async () => {
        const { ports, session, body } = call
        const change = { do: 'remove', id: body.id, actor: session.accountId } as const
        const removed = await changePasskey(ports.pools.access, session.accountId, change)
        return removed ? ok({ ok: true }) : refuse(422, passkeyRefused)
      }),
  }),
  accountRoute({
    ...own,
    id: 'endOwnSessions',
    method: 'POST',
    path: '/api/account/sessions/end',
    title: 'End one of one’s own sessions, or all others',
    body: EndSessionsBody,
    response: Ok,
    async handle({ ports, session, token, body }) {
      const which = body.session === undefined ? { but: token } : { sessionId: body.session, but: token }
      await endSessions(ports.pools.access, session.accountId, which, session.accountId)
      return ok({ ok: true })
    },
  }),
]

async function asOwner(call: AccountCall, password: string, act: () => Promise<Reply>): Promise<Reply> {
  const owner = await ownerOf(call, password)
  if (owner === 'wrong') return refuse(422, notTheOwner)
  return 'status' in owner ? owner : act()
}

/** Eighty random bits in four groups, without letters that look alike. */
function newRecoveryCode(random: Uint8Array): string {
  const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
  const chosen = [...random].map((byte) => letters[byte % letters.length])
  return chosen.join('').replace(/(.{4})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4')
}
