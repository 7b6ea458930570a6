import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTrial, password, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
beforeAll(async () => {
  trial = await openTrial()
  await trial.as('coordinator', 'north')
})
afterAll(() => trial[Symbol.asyncDispose]())

const signIn = (name: string, word: string, headers: Record<string, string> = {}) =>
  trial.server.inject({ method: 'POST', url: '/api/sign-in', payload: { name, password: word }, headers })

const cookieOf = (answer: Awaited<ReturnType<typeof signIn>>) =>
  answer.cookies.find(({ name }) => name === 'trialwright-session')

describe('signing in', () => {
  test('given name and password, when they belong together, then a session cookie comes that no script can read', async () => {
    const answer = await signIn('coordinator.north', password)
    expect(answer.statusCode).toBe(200)
    expect(cookieOf(answer)).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    const me = await trial.with(cookieOf(answer)?.value ?? '').get('/api/me')
    expect(me.body).toMatchObject({
      name: 'coordinator.north',
      printedName: 'coordinator north',
      mode: 'demo',
      grants: [{ study: 'small', role: 'coordinator', blinded: true, site: 'north' }],
    })
  })

  test('given a wrong password and an unknown name, when they are tried, then the answers are the same byte for byte', async () => {
    const wrong = await signIn('coordinator.north', 'another password')
    const unknown = await signIn('nobody.nowhere', 'another password')
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401])
    expect(wrong.body).toBe(unknown.body)
    expect(Object.keys(wrong.headers).toSorted()).toEqual(Object.keys(unknown.headers).toSorted())
  })

  test('given two sign-ins, when cookies are compared, then each session is its own', async () => {
    const [first, second] = [await signIn('coordinator.north', password), await signIn('coordinator.north', password)]
    expect(cookieOf(first)?.value).not.toBe(cookieOf(second)?.value)
  })

  test('P11-22 given a session, when it is ended, then its cookie opens nothing', async () => {
    const person = trial.with(cookieOf(await signIn('coordinator.north', password))?.value ?? '')
    expect((await person.get('/api/me')).status).toBe(200)
    expect((await person.post('/api/sign-out')).status).toBe(200)
    expect((await person.get('/api/me')).status).toBe(401)
  })

  test('given ten failures from one network, when an eleventh try comes, then it waits, even with the right password', async () => {
    await trial.as('nurse', 'south')
    for (let time = 0; time < 10; time += 1) await signIn('nurse.south', 'a guess')
    const answer = await signIn('nurse.south', password)
    expect(answer.statusCode).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(3000)
  })

  test('given too many failures by a stranger, when the owner comes with the known browser, then the owner gets in', async () => {
    await trial.as('nurse', 'north')
    const known = (await signIn('nurse.north', password)).cookies.find(({ name }) => name === 'trialwright-device')
    for (let time = 0; time < 10; time += 1) await signIn('nurse.north', 'a guess')
    expect((await signIn('nurse.north', password)).statusCode).toBe(429)
    const owner = await signIn('nurse.north', password, { cookie: `trialwright-device=${known?.value}` })
    expect(owner.statusCode).toBe(200)
  })
})

describe('pages of other sites', () => {
  test.each([{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }])(
    'given a state change with %j, when it comes, then it is refused, signing out included',
    async (headers) => {
      const { token } = await trial.as('coordinator', 'north')
      for (const url of ['/api/sign-in', '/api/sign-out', '/api/studies/small/participants']) {
        const answer = await trial.server.inject({
          method: 'POST',
          url,
          headers: { ...headers, cookie: `trialwright-session=${token}` } as unknown as Record<string, string>,
          payload: {},
        })
        expect(answer.statusCode).toBe(403)
        expect(answer.json()).toMatchObject({ refusals: [{ code: 'foreignOrigin' }] })
      }
    },
  )

  test('given any answer, when its headers are read, then nothing inline may run and nobody may frame it', async () => {
    const answer = await trial.server.inject({ url: '/api/public/studies' })
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })
})

describe('modes', () => {
  test('given demo mode, when accounts are asked for, then they are offered with their password', async () => {
    expect((await trial.nobody.get('/api/demo/accounts')).body).toMatchObject({ password })
  })

  test('given another mode, when demo doors are tried, then there are none', async () => {
    const production = { ...trial.ports, mode: 'production' as const, demo: undefined }
    const { createServer } = await import('./server.ts')
    const server = await createServer({ ports: production, secure: true })
    const accounts = await server.inject({ url: '/api/demo/accounts' })
    expect(accounts.statusCode).toBe(404)
    const { token } = await trial.as('coordinator', 'north')
    const clock = await server.inject({
      method: 'POST',
      url: '/api/demo/clock',
      payload: { days: 1 },
      headers: { cookie: `trialwright-session=${token}` },
    })
    expect(clock.statusCode).toBe(404)
    await server.close()
  })

  test('given the demo clock, when it is moved, then the study’s day moves with it', async () => {
    const coordinator = await trial.as('coordinator', 'north')
    const before = (await coordinator.get('/api/me')).body
    expect((await coordinator.post('/api/demo/clock', { days: 3 })).body).toMatchObject({ ahead: before.ahead + 3 })
    expect((await coordinator.post('/api/demo/clock', { days: -1 })).status).toBe(400)
    expect((await coordinator.get('/api/me')).body.now > before.now).toBe(true)
  })
})
