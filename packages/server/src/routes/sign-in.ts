import { isBlinded, isRole } from '@trialwright/conduct'
import {
  activate,
  findAccount,
  findInvitation,
  isKnownNetwork,
  recordSignInAttempt,
  reportHeldBack,
  revokeSession,
} from '@trialwright/records'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { daysAhead } from '../clock.ts'
import { signInFailed, tooManyAttempts } from '../refusals.ts'
import { codeWrong, invitationEnded, passkeyRefused, secondFactorNeeded } from '../refusals-people.ts'
import { ok, refuse, refuseFor } from '../reply.ts'
import {
  ActivateBody,
  InvitationPage,
  Options,
  PasskeyBody,
  PasskeyOptionsBody,
  SignInBody,
  TokenBody,
} from '../schemas/account.ts'
import { NoParams } from '../schemas/params.ts'
import { Me, Ok } from '../schemas/study.ts'
import { componentsOf } from '../sign-in/confirm.ts'
import { network } from '../sign-in/attempts.ts'
import { secondFactor } from '../sign-in/factor.ts'
import { newPasswordRefusals } from '../sign-in/newPassword.ts'
import { openedBy, signInOptions } from '../sign-in/passkeys.ts'
import { hashPassword, passwordFits } from '../sign-in/password.ts'
import { letIn } from '../sign-in/session.ts'
import { accountRoute, type Call, openRoute, type Reply } from './route.ts'

const entrance = { process: 'sign-in', access: { kind: 'public' }, door: 'none', params: NoParams } as const

export const signInRoutes = [
  openRoute({
    ...entrance,
    id: 'signIn',
    method: 'POST',
    path: '/api/sign-in',
    title: 'Sign in with name and password, and a code where the account asks for one; answers with the session cookie',
    // Checking a password takes 20 ms of a core and 19 MiB, for whoever asks.
    perMinute: 120,
    body: SignInBody,
    response: Ok,
    handle: signIn,
  }),
  openRoute({
    ...entrance,
    id: 'passkeyOptions',
    method: 'POST',
    path: '/api/sign-in/passkey/options',
    title: 'What a passkey is to sign; with a name, for keys that keep none of their own',
    perMinute: 120,
    body: PasskeyOptionsBody,
    response: Options,
    handle: async ({ ports, origin, body }) => ok(await signInOptions(ports, origin, (body.name ?? '').trim())),
  }),
  openRoute({
    ...entrance,
    id: 'signInWithPasskey',
    method: 'POST',
    path: '/api/sign-in/passkey',
    title: 'Sign in with a passkey',
    perMinute: 120,
    body: PasskeyBody,
    response: Ok,
    async handle(call) {
      const { ports, origin, body } = call
      const account = await openedBy(ports, origin, body.response as unknown as AuthenticationResponseJSON)
      return account ? letIn(call, account, 'passkey') : refuse(401, passkeyRefused)
    },
  }),
  openRoute({
    ...entrance,
    id: 'invitation',
    method: 'POST',
    path: '/api/invitation',
    title: 'Whom a one-time link is for',
    perMinute: 60,
    body: TokenBody,
    response: InvitationPage,
    async handle({ ports, body }) {
      const found = await findInvitation(ports.pools.access, body.token)
      if (!found) return refuse(404, invitationEnded)
      const { accountId: _, ...page } = found
      return ok(page)
    },
  }),
  openRoute({
    ...entrance,
    id: 'activate',
    method: 'POST',
    path: '/api/invitation/use',
    title: 'Set the password with a one-time link, and be signed in',
    perMinute: 60,
    body: ActivateBody,
    response: Ok,
    async handle(call) {
      const { ports, body } = call
      const found = await findInvitation(ports.pools.access, body.token)
      if (!found) return refuse(404, invitationEnded)
      const wrong = newPasswordRefusals(body.next, [found.login, found.printedName])
      if (wrong.length > 0) return refuse(422, ...wrong)
      // Who has come by the link alone does not get past the owner's second factor.
      const factor = found.secondFactor ? await codeFor(call, found) : 'right'
      if (factor !== 'right') return factor
      const account = await activate(ports.pools.access, body.token, await hashPassword(body.next))
      if (account === null) return refuse(404, invitationEnded)
      // The owner's network is known from here on.
      await recordSignInAttempt(ports.pools.access, { login: found.login, address: call.address }, true)
      return letIn(call, found, 'invitation')
    },
  }),
  accountRoute({
    id: 'signOut',
    method: 'POST',
    path: '/api/sign-out',
    title: 'End the session',
    process: 'sign-in',
    access: { kind: 'signedIn' },
    door: 'none',
    params: NoParams,
    response: Ok,
    async handle({ ports, token }) {
      await revokeSession(ports.pools.access, token)
      const { session, options } = ports.cookies
      return { ...ok({ ok: true }), cookies: [{ name: session, value: '', options: { ...options, maxAge: 0 } }] }
    },
  }),
  accountRoute({
    id: 'me',
    method: 'GET',
    path: '/api/me',
    title: 'Who is signed in, in which roles, and what the study clock shows',
    process: 'sign-in',
    access: { kind: 'signedIn' },
    door: 'none',
    params: NoParams,
    response: Me,
    handle: (call) => {
      const { ports, session } = call
      return ok({
        name: session.login,
        printedName: session.printedName,
        locale: session.locale,
        mode: ports.mode,
        now: ports.clock.now(),
        ahead: daysAhead(ports.clock),
        expiresAt: session.expiresAt,
        signsWith: componentsOf(call),
        grants: session.grants.map(({ studyId, role, site }) => ({
          study: studyId,
          role,
          blinded: isRole(role) && isBlinded(role),
          site,
        })),
      })
    },
  }),
]

type NamePassword = { readonly name: string; readonly password: string; readonly code?: string }

async function signIn(call: Call<unknown, unknown, NamePassword>): Promise<Reply> {
  const { ports, body, address, cookies } = call
  const { attempts, pools } = ports
  const name = body.name.trim()
  const knownNetwork = await isKnownNetwork(pools.access, name, network(address))
  const sources = attempts.sources({ login: name, address, device: cookies[ports.cookies.device], knownNetwork })
  const wait = attempts.wait(sources)
  if (wait > 0) return refuseFor(429, wait, tooManyAttempts)
  const account = await findAccount(pools.access, name)
  const fits = (await passwordFits(account?.passwordHash, body.password)) && account?.disabled === false
  // Asked for only where the password is right: that says no more than a right password does.
  if (fits && account.secondFactor && body.code === undefined) return refuse(401, secondFactorNeeded)
  const factor =
    fits && account.secondFactor ? await secondFactor(ports, account.accountId, body.code ?? '') : 'password'
  const right = fits && factor !== undefined
  // One statement either way, so that time does not tell which of the two was wrong.
  await recordSignInAttempt(pools.access, { login: name, address }, right)
  if (right) {
    attempts.succeeded(sources, address)
    return letIn(call, account, factor ?? 'password')
  }
  if (attempts.failed(sources)) {
    const alertId = Buffer.from(ports.random(16)).toString('hex')
    await reportHeldBack(pools.access, { alertId, login: name, address: network(address), failures: 10 })
  }
  return fits ? refuse(401, codeWrong) : refuse(401, signInFailed)
}

/** The second factor of whoever holds a link, counted as tries to sign are. */
async function codeFor(
  { ports, body }: Call<unknown, unknown, { readonly code?: string }>,
  { accountId, login }: { readonly accountId: string; readonly login: string },
): Promise<'right' | Reply> {
  if (body.code === undefined) return refuse(401, secondFactorNeeded)
  const sources = ports.attempts.signing(login)
  const wait = ports.attempts.wait(sources)
  if (wait > 0) return refuseFor(429, wait, tooManyAttempts)
  if (await secondFactor(ports, accountId, body.code)) return 'right'
  ports.attempts.failed(sources)
  return refuse(401, codeWrong)
}
