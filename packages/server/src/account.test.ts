import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, stepAt } from './sign-in/totp.ts'
import { passphrase, peopleOf, refusalsOf } from './testing/people.ts'
import { openStudy } from './testing/steps.ts'
import { openTrial, type Person, study, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
let administrator: Person
let people: ReturnType<typeof peopleOf>
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
  administrator = await trial.as('administrator')
  people = peopleOf(trial, administrator)
})
afterAll(() => trial[Symbol.asyncDispose]())

describe('second factors', () => {
  const secretOf = (text: string) => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
    const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
    return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
  }
  const now = () => Date.parse(trial.ports.clock.now())

  /** An account with an authenticator, and its recovery codes. */
  async function withApp() {
    const one = await people.activated()
    const { body } = await one.who.post('/api/account/authenticator/propose', { password: passphrase })
    const secret = secretOf(body.secret)
    const code = codeOf(secret, stepAt(now()))
    const confirmed = await one.who.post('/api/account/authenticator/confirm', { code })
    return { ...one, secret, code, codes: confirmed.body.codes as string[] }
  }
  const enter = (name: string, code?: string) =>
    people.signedInWith('/api/sign-in', { name, password: passphrase, ...(code !== undefined && { code }) })

  test('given an authenticator, when its owner signs in, then a code is asked for, each is taken once, and none of an earlier step', async () => {
    const { login, secret, code } = await withApp()
    expect(refusalsOf(await enter(login))).toEqual([401, 'secondFactorNeeded'])
    expect(refusalsOf(await enter(login, '000000'))).toEqual([401, 'codeWrong'])
    // The code that connected the app was used.
    expect(refusalsOf(await enter(login, code))).toEqual([401, 'codeWrong'])
    trial.wait({ hours: 1 })
    const next = codeOf(secret, stepAt(now()))
    expect((await enter(login, next)).status).toBe(200)
    expect(refusalsOf(await enter(login, next))).toEqual([401, 'codeWrong'])
    expect(refusalsOf(await enter(login, codeOf(secret, stepAt(now()) - 1)))).toEqual([401, 'codeWrong'])
  })

  test('P11-22 given the telephone is lost, when a recovery code is used, then it opens once; when the administrator resets, all of it stops at once', async () => {
    const { person, login, codes, who } = await withApp()
    expect(codes).toHaveLength(10)
    expect((await enter(login, codes[0]?.toLowerCase())).status).toBe(200)
    expect((await enter(login, codes[0])).status).toBe(401)
    expect((await people.as('reset-factors', { person })).status).toBe(201)
    expect((await who.get('/api/me')).status).toBe(401)
    expect((await enter(login)).status).toBe(200)
  })

  test('P11-20 given a link for somebody with an authenticator, when it is used without a code, then it lets nobody in', async () => {
    const { person, codes } = await withApp()
    const token = await people.linkFor(person)
    const use = (code?: string) =>
      people.signedInWith('/api/invitation/use', {
        token,
        next: 'lilla sykler under vann',
        ...(code !== undefined && { code }),
      })
    expect(refusalsOf(await use())).toEqual([401, 'secondFactorNeeded'])
    expect(refusalsOf(await use('123456'))).toEqual([401, 'codeWrong'])
    expect((await use(codes[1])).status).toBe(200)
  })

  test('given an open screen, when a stranger changes the password or a factor without knowing the password, then nothing changes', async () => {
    const { who } = await people.activated()
    const wrong = { password: 'not this one at all' }
    expect(refusalsOf(await who.post('/api/account/password', { ...wrong, next: passphrase }))).toEqual([
      422,
      'passwordWrong',
    ])
    expect(refusalsOf(await who.post('/api/account/authenticator/propose', wrong))).toEqual([422, 'passwordWrong'])
    expect(refusalsOf(await who.post('/api/account/passkeys/options', wrong))).toEqual([422, 'passwordWrong'])
  })
})

describe('sessions', () => {
  test('EMA-22 given three sessions, when one is ended and then all others, then only the one at the screen is left', async () => {
    const { login, who, person } = await people.activated()
    const others = [
      await people.signedInWith('/api/sign-in', { name: login, password: passphrase }),
      await people.signedInWith('/api/sign-in', { name: login, password: passphrase }),
    ]
    const { sessions, sessionId } = (await who.get('/api/account')).body
    expect(sessions).toHaveLength(3)
    const one = sessions.find((each: { sessionId: string; means: string }) => each.sessionId !== sessionId)
    await who.post('/api/account/sessions/end', { session: one.sessionId })
    const alive = async () =>
      (await Promise.all(others.map(async (each) => (await each.who.get('/api/me')).status))).toSorted((a, b) => a - b)
    expect(await alive()).toEqual([200, 401])
    await who.post('/api/account/sessions/end', {})
    expect(await alive()).toEqual([401, 401])
    expect((await who.get('/api/me')).status).toBe(200)
    const seen = (await administrator.get(`${study}/people/sessions`)).body.sessions
    expect(seen.some((each: { accountId: string }) => each.accountId === person)).toBe(true)
    await people.as('end-sessions', { person })
    expect((await who.get('/api/me')).status).toBe(401)
  })

  test('given a session in the browser, when somebody signs in there, then it gets another and the old one opens nothing', async () => {
    const { login, who } = await people.activated()
    const answer = await trial.server.inject({
      method: 'POST',
      url: '/api/sign-in',
      payload: { name: login, password: passphrase },
      headers: { cookie: `trialwright-session=${who.token}` },
    })
    expect(answer.statusCode).toBe(200)
    expect((await who.get('/api/me')).status).toBe(401)
  })

  test('given a new password, then every other session ends and this one goes on under another token', async () => {
    const { login, who } = await people.activated()
    const other = await people.signedInWith('/api/sign-in', { name: login, password: passphrase })
    const changed = await trial.server.inject({
      method: 'POST',
      url: '/api/account/password',
      payload: { password: passphrase, next: 'lilla sykler under vann' },
      headers: { cookie: `trialwright-session=${who.token}` },
    })
    expect(changed.statusCode).toBe(200)
    expect((await other.who.get('/api/me')).status).toBe(401)
    expect((await who.get('/api/me')).status).toBe(401)
    const token = changed.cookies.find(({ name }) => name === 'trialwright-session')?.value ?? ''
    expect((await trial.with(token).get('/api/me')).status).toBe(200)
  })
})

test('given a name with no passkey and one that is nobody’s, when a passkey is asked for, then the answers have one form', async () => {
  const { login } = await people.activated()
  const ask = async (name: string) => (await trial.nobody.post('/api/sign-in/passkey/options', { name })).body
  const shape = (options: { readonly allowCredentials: readonly { readonly id: string }[] }) => ({
    ...options,
    challenge: '',
    allowCredentials: options.allowCredentials.map((one) => ({ ...one, id: one.id.length })),
  })
  expect(shape(await ask('nobody.nowhere'))).toEqual(shape(await ask(login)))
  const [first, again] = [await ask('nobody.nowhere'), await ask('Nobody.Nowhere')]
  expect(first.allowCredentials).toEqual(again.allowCredentials)
})
