import { isBlinded, isRole } from '@trialwright/conduct'
import { createSession, findAccount, recordSignInAttempt, revokeSession } from '@trialwright/records'
import { daysAhead } from '../clock.ts'
import { signInFailed, tooManyAttempts } from '../refusals.ts'
import { ok, refuse, refuseFor } from '../reply.ts'
import { SignInBody } from '../schemas/commands.ts'
import { NoParams } from '../schemas/params.ts'
import { Me, Ok } from '../schemas/study.ts'
import { componentsOf } from '../sign-in/confirm.ts'
import { passwordFits } from '../sign-in/password.ts'
import { accountRoute, openRoute } from './route.ts'

export const signInRoutes = [
  openRoute({
    id: 'signIn',
    method: 'POST',
    path: '/api/sign-in',
    title: 'Sign in with name and password; answers with the session cookie',
    process: 'sign-in',
    // Checking a password takes 20 ms of a core and 19 MiB, for whoever asks.
    perMinute: 120,
    access: { kind: 'public' },
    door: 'none',
    params: NoParams,
    body: SignInBody,
    response: Ok,
    async handle({ ports, body, address, cookies }) {
      const { attempts, pools } = ports
      const name = body.name.trim()
      const source = attempts.source(name, address, cookies[ports.cookies.device])
      const wait = attempts.wait(source)
      if (wait > 0) return refuseFor(429, wait, tooManyAttempts)
      const account = await findAccount(pools.access, name)
      const fits = await passwordFits(account?.passwordHash, body.password)
      // One statement either way, so that time does not tell which of the two was wrong.
      await recordSignInAttempt(pools.access, { login: name, address }, fits && !account?.disabled)
      if (!fits || !account || account.disabled) {
        attempts.failed(source)
        return refuse(401, signInFailed)
      }
      attempts.succeeded(source)
      const token = await createSession(pools.access, account.accountId, { address })
      const { session, device, options, deviceOptions } = ports.cookies
      return {
        ...ok({ ok: true }),
        cookies: [
          { name: session, value: token, options },
          { name: device, value: attempts.deviceCookie(name), options: deviceOptions },
        ],
      }
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
