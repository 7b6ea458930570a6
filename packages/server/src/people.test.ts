import { randomUUID } from 'node:crypto'
import { connectedTo } from '@trialwright/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, stepAt } from './sign-in/totp.ts'
import { openStudy } from './testing/steps.ts'
import { type Answer, openTrial, type Person, study, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
let administrator: Person
let monitor: Person
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
  administrator = await trial.as('administrator')
  monitor = await trial.as('monitor')
})
afterAll(() => trial[Symbol.asyncDispose]())

const passphrase = 'grønne elger spiser lunsj'
let number = 0

const as = (command: string, body: object, who = administrator, key?: string) =>
  who.post(`${study}/people/${command}`, body, key)

const refusalsOf = ({ status, body }: Answer) => [
  status,
  ...(body.refusals ?? []).map(({ code }: { code: string }) => code),
]

async function newPerson() {
  number += 1
  const login = `person${number}`
  const { body } = await as('create', { login, printedName: `Person Number${number}`, locale: 'nb' })
  return { login, person: body.person as string }
}

const linkFor = async (person: string, who = administrator) =>
  ((await as('invite', { person }, who)).body.link as string).split('#')[1] ?? ''

async function signedInWith(url: string, payload: object) {
  const answer = await trial.server.inject({ method: 'POST', url, payload })
  const token = answer.cookies.find(({ name }) => name === 'trialwright-session')?.value
  return { status: answer.statusCode, body: answer.json(), who: trial.with(token ?? '') }
}

/** Made, invited and at the screen. */
async function activated() {
  const made = await newPerson()
  const { who } = await signedInWith('/api/invitation/use', { token: await linkFor(made.person), next: passphrase })
  return { ...made, who }
}

const personOf = async (person: string) =>
  (await administrator.get(`${study}/people`)).body.people.find(
    (one: { accountId: string }) => one.accountId === person,
  )

describe('an account', () => {
  test('P11-17 P11-21 given a login in any case, also of somebody who left, when it is asked for again, then it is taken', async () => {
    const { login, person } = await newPerson()
    expect((await as('disable', { person, reason: 'left' })).status).toBe(201)
    const again = await as('create', { login: login.toUpperCase(), printedName: 'Somebody Else', locale: 'en' })
    expect(refusalsOf(again)).toEqual([422, 'loginTaken'])
  })

  test('given a repeated request, then there is one account, one grant, and the same link', async () => {
    const [key, login] = [randomUUID(), 'repeated']
    const body = { login, printedName: 'Repeated Person', locale: 'nb' }
    const [first, second] = [await as('create', body, administrator, key), await as('create', body, administrator, key)]
    expect(second.body).toEqual(first.body)
    const { person } = first.body
    const link = randomUUID()
    const links = [
      await as('invite', { person }, administrator, link),
      await as('invite', { person }, administrator, link),
    ]
    expect(links[1]?.body).toEqual(links[0]?.body)
    const grant = randomUUID()
    const role = { person, role: 'nurse', site: 'north' }
    for (const answer of [
      await as('grant-role', role, administrator, grant),
      await as('grant-role', role, administrator, grant),
    ])
      expect(answer.status).toBe(201)
    expect((await personOf(person)).grants).toHaveLength(1)
  })

  test('EMA-22 given a link, when it is used, then the person is in; it works once, and a newer one ends it', async () => {
    const { person, login } = await newPerson()
    const old = await linkFor(person)
    const token = await linkFor(person)
    expect((await trial.nobody.post('/api/invitation', { token: old })).status).toBe(404)
    expect((await trial.nobody.post('/api/invitation', { token })).body).toMatchObject({ login, first: true })
    const weak = await signedInWith('/api/invitation/use', { token, next: 'Velkommen2026!!!' })
    expect(weak.body.refusals).toMatchObject([{ code: 'passwordCommon', field: 'next' }])
    const used = await signedInWith('/api/invitation/use', { token, next: passphrase })
    expect((await used.who.get('/api/me')).body).toMatchObject({ name: login, grants: [] })
    expect((await signedInWith('/api/invitation/use', { token, next: passphrase })).status).toBe(404)
    expect((await signedInWith('/api/sign-in', { name: login, password: passphrase })).status).toBe(200)
  })

  test('P11-22 given a person signed in, when the account is ended, then the session ends at once, and neither password nor link lets in', async () => {
    const { person, login, who } = await activated()
    const token = await linkFor(person)
    expect((await who.get('/api/me')).status).toBe(200)
    expect((await as('disable', { person, reason: 'left the hospital' })).status).toBe(201)
    expect((await who.get('/api/me')).status).toBe(401)
    expect((await signedInWith('/api/sign-in', { name: login, password: passphrase })).status).toBe(401)
    expect((await signedInWith('/api/invitation/use', { token, next: passphrase })).status).toBe(404)
    expect(refusalsOf(await as('grant-role', { person, role: 'monitor' }))).toEqual([422, 'personUnknown'])
    expect((await personOf(person)).disabledAt).not.toBeNull()
  })

  test('given nobody’s account, or one’s own, when it is ended, then it is refused', async () => {
    expect(refusalsOf(await as('disable', { person: randomUUID(), reason: 'x' }))).toEqual([422, 'personUnknown'])
    const me = (await administrator.get(`${study}/people`)).body.people.find(
      ({ login }: { login: string }) => login === 'administrator.all',
    )
    expect(refusalsOf(await as('disable', { person: me.accountId, reason: 'x' }))).toEqual([422, 'ownAccount'])
  })
})

describe('roles', () => {
  test('R3-28 given a role, when the other side of the blind is given too, then it is refused in words, also after the first ended', async () => {
    const { person } = await newPerson()
    expect((await as('grant-role', { person, role: 'nurse', site: 'north' })).status).toBe(201)
    expect(refusalsOf(await as('grant-role', { person, role: 'unblindedPharmacist', site: 'north' }))).toEqual([
      422,
      'otherBlindness',
    ])
    const { grants } = await personOf(person)
    expect((await as('end-role', { grant: grants[0].grantId })).status).toBe(201)
    expect(refusalsOf(await as('end-role', { grant: grants[0].grantId }))).toEqual([422, 'grantUnknown'])
    expect(refusalsOf(await as('grant-role', { person, role: 'safetyOfficer' }))).toEqual([422, 'otherBlindness'])
  })

  test.each([
    [{ role: 'nurse' }, 'roleNeedsSite'],
    [{ role: 'nurse', site: 'west' }, 'siteUnknown'],
    [{ role: 'monitor', from: '2026-02-30' }, 'dateInvalid'],
    [{ role: 'monitor', until: '2026-03-01' }, 'roleSpanWrong'],
    [{ role: 'monitor', from: '2026-05-01', until: '2026-04-01' }, 'roleSpanWrong'],
  ])('given %j, when it is asked for, then %s', async (wanted, code) => {
    const { person } = await newPerson()
    expect(refusalsOf(await as('grant-role', { person, ...wanted }))).toEqual([422, code])
  })

  test('EMA-22 given a role of a person at work, when it is given or ended, then the session goes on under another token, and what it opens changes at once', async () => {
    const { person, who } = await activated()
    await as('grant-role', { person, role: 'nurse', site: 'north' })
    const answer = await trial.server.inject({
      url: '/api/me',
      headers: { cookie: `trialwright-session=${who.token}` },
    })
    const fresh = answer.cookies.find(({ name }) => name === 'trialwright-session')?.value ?? ''
    expect(fresh).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(fresh).not.toBe(who.token)
    const now = trial.with(fresh)
    expect((await now.get(`${study}/participants`)).status).toBe(200)
    // Requests already on their way are still answered for half a minute.
    expect((await who.get('/api/me')).status).toBe(200)
    await connectedTo(trial.adminUrl, (client) => client.query('update access.session set previous_until = now()'))
    expect((await who.get('/api/me')).status).toBe(401)
    const { grants } = await personOf(person)
    await as('end-role', { grant: grants[0].grantId })
    expect((await now.get(`${study}/participants`)).status).toBe(403)
  })

  test('EMA-22 given a role nobody looked at for 90 days, then it is due; when it is kept or ended, the evidence stays', async () => {
    const { person } = await newPerson()
    await as('grant-role', { person, role: 'nurse', site: 'north' })
    await as('grant-role', { person, role: 'coordinator', site: 'north' })
    const due = async () => (await personOf(person)).grants.map(({ reviewDue }: { reviewDue: boolean }) => reviewDue)
    expect(await due()).toEqual([false, false])
    await connectedTo(trial.adminUrl, (client) =>
      client.query(`update access.role_grant set valid_from = valid_from - interval '91 days' where account_id = $1`, [
        person,
      ]),
    )
    expect(await due()).toEqual([true, true])
    const [first, second] = (await personOf(person)).grants
    expect((await as('review-role', { grant: first.grantId, outcome: 'kept' }, monitor)).status).toBe(201)
    expect(
      (await as('review-role', { grant: second.grantId, outcome: 'ended', note: 'On leave' }, monitor)).status,
    ).toBe(201)
    const after = (await personOf(person)).grants
    expect(after.map(({ state, reviewDue }: { state: string; reviewDue: boolean }) => [state, reviewDue])).toEqual(
      expect.arrayContaining([
        ['held', false],
        ['ended', false],
      ]),
    )
    expect(after.find(({ grantId }: { grantId: string }) => grantId === second.grantId).reviewed).toMatchObject({
      by: 'monitor everywhere',
      outcome: 'ended',
      note: 'On leave',
    })
  })

  test('given one’s own role, when one reviews it, then it is refused', async () => {
    const me = (await administrator.get(`${study}/people`)).body.people.find(
      ({ login }: { login: string }) => login === 'administrator.all',
    )
    expect(refusalsOf(await as('review-role', { grant: me.grants[0].grantId, outcome: 'kept' }))).toEqual([
      422,
      'ownReview',
    ])
  })

  test('given an account unused for 90 days, then the list says so', async () => {
    const { person } = await newPerson()
    expect((await personOf(person)).dormant).toBe(false)
    await connectedTo(trial.adminUrl, (client) =>
      client.query(`update access.account set created_at = created_at - interval '91 days' where account_id = $1`, [
        person,
      ]),
    )
    expect((await personOf(person)).dormant).toBe(true)
  })
})

describe('identity', () => {
  test('P11-18 P11-20 given nobody saw the proof of identity, when a person signs, then it is refused; the issuer of the link cannot record the check', async () => {
    const { person, login, who } = await activated()
    await as('grant-role', { person, role: 'dataManager' })
    const sign = () =>
      who.post(`${study}/unblinding/lock-database`, { note: 'done', name: login, password: passphrase })
    expect(refusalsOf(await sign())).toEqual([422, 'identityNotChecked'])
    const check = { person, how: 'Passport, at the site' }
    expect(refusalsOf(await as('identity-check', check))).toEqual([422, 'identityByIssuer'])
    expect((await as('identity-check', check, monitor)).status).toBe(201)
    expect(await personOf(person)).toMatchObject({
      maySign: true,
      identity: { by: 'monitor everywhere', how: check.how },
    })
    // An administrator who makes a new link to sign as the person finds the check gone.
    const token = await linkFor(person)
    const stolen = await signedInWith('/api/invitation/use', { token, next: 'lilla sykler under vann' })
    const forged = await stolen.who.post(`${study}/unblinding/lock-database`, {
      note: 'done',
      name: login,
      password: 'lilla sykler under vann',
    })
    expect(refusalsOf(forged)).toEqual([422, 'identityNotChecked'])
  })

  test('given an account not yet opened, or one’s own, when a check is recorded, then it is refused', async () => {
    const { person } = await newPerson()
    expect(refusalsOf(await as('identity-check', { person, how: 'Passport' }, monitor))).toEqual([422, 'notActivated'])
    const everybody = (await administrator.get(`${study}/people`)).body.people
    const self = everybody.find(({ login }: { login: string }) => login === 'monitor.all').accountId
    expect(refusalsOf(await as('identity-check', { person: self, how: 'Passport' }, monitor))).toEqual([
      422,
      'ownIdentity',
    ])
  })
})

describe('second factors', () => {
  const secretOf = (text: string) => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
    const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
    return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
  }
  const now = () => Date.parse(trial.ports.clock.now())

  /** An account with an authenticator, and its recovery codes. */
  async function withApp() {
    const one = await activated()
    const { body } = await one.who.post('/api/account/authenticator/propose', { password: passphrase })
    const secret = secretOf(body.secret)
    const code = codeOf(secret, stepAt(now()))
    const confirmed = await one.who.post('/api/account/authenticator/confirm', { code })
    return { ...one, secret, code, codes: confirmed.body.codes as string[] }
  }
  const enter = (name: string, code?: string) =>
    signedInWith('/api/sign-in', { name, password: passphrase, ...(code !== undefined && { code }) })

  test('given an authenticator, when its owner signs in, then a code is asked for, each is taken once, and none of an earlier step', async () => {
    const { login, secret, code } = await withApp()
    expect(refusalsOf((await enter(login)) as unknown as Answer)).toEqual([401, 'secondFactorNeeded'])
    expect(refusalsOf((await enter(login, '000000')) as unknown as Answer)).toEqual([401, 'codeWrong'])
    // The code that connected the app was used.
    expect(refusalsOf((await enter(login, code)) as unknown as Answer)).toEqual([401, 'codeWrong'])
    trial.wait({ hours: 1 })
    const next = codeOf(secret, stepAt(now()))
    expect((await enter(login, next)).status).toBe(200)
    expect(refusalsOf((await enter(login, next)) as unknown as Answer)).toEqual([401, 'codeWrong'])
    expect(refusalsOf((await enter(login, codeOf(secret, stepAt(now()) - 1))) as unknown as Answer)).toEqual([
      401,
      'codeWrong',
    ])
  })

  test('P11-22 given the telephone is lost, when a recovery code is used, then it opens once; when the administrator resets, all of it stops at once', async () => {
    const { person, login, codes, who } = await withApp()
    expect(codes).toHaveLength(10)
    expect((await enter(login, codes[0]?.toLowerCase())).status).toBe(200)
    expect((await enter(login, codes[0])).status).toBe(401)
    expect((await as('reset-factors', { person })).status).toBe(201)
    expect((await who.get('/api/me')).status).toBe(401)
    expect((await enter(login)).status).toBe(200)
  })

  test('P11-20 given a link for somebody with an authenticator, when it is used without a code, then it lets nobody in', async () => {
    const { person, codes } = await withApp()
    const token = await linkFor(person)
    const use = (code?: string) =>
      signedInWith('/api/invitation/use', {
        token,
        next: 'lilla sykler under vann',
        ...(code !== undefined && { code }),
      })
    expect(refusalsOf((await use()) as unknown as Answer)).toEqual([401, 'secondFactorNeeded'])
    expect(refusalsOf((await use('123456')) as unknown as Answer)).toEqual([401, 'codeWrong'])
    expect((await use(codes[1])).status).toBe(200)
  })

  test('given an open screen, when a stranger changes the password or a factor without knowing the password, then nothing changes', async () => {
    const { who } = await activated()
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
    const { login, who, person } = await activated()
    const others = [
      await signedInWith('/api/sign-in', { name: login, password: passphrase }),
      await signedInWith('/api/sign-in', { name: login, password: passphrase }),
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
    await as('end-sessions', { person })
    expect((await who.get('/api/me')).status).toBe(401)
  })

  test('given a session in the browser, when somebody signs in there, then it gets another and the old one opens nothing', async () => {
    const { login, who } = await activated()
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
    const { login, who } = await activated()
    const other = await signedInWith('/api/sign-in', { name: login, password: passphrase })
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

describe('what is recorded', () => {
  test('R3-14 EMA-08 given a person’s whole time, when the log is read, then every step stands there with who did it, and no secret', async () => {
    const { person, who } = await activated()
    await as('grant-role', { person, role: 'nurse', site: 'north' })
    await as('identity-check', { person, how: 'Passport' }, monitor)
    const { grants } = await personOf(person)
    await as('end-role', { grant: grants[0].grantId })
    await as('disable', { person, reason: 'left' })
    const { rows } = (await administrator.get(`${study}/audit/access?of=people`)).body
    const said = rows
      .filter(({ about }: { about: string }) => about === `Person Number${number}`)
      .map(({ what }: { what: { en: string } }) => what.en)
    expect(said.toReversed()).toEqual([
      expect.stringMatching(/^Account person\d+ created$/),
      'One-time link issued',
      'Password set with a one-time link',
      'Signed in from 127.0.0.1',
      expect.stringContaining('given: north'),
      'Identity checked: Passport',
      'Role ended',
      'Account ended: left',
    ])
    expect(JSON.stringify(rows)).not.toMatch(/argon2|passwordDigest|tokenHash/)
    expect((await who.get(`${study}/audit/access?of=people`)).status).toBe(401)
    const nurse = await trial.as('nurse', 'north')
    expect((await nurse.get(`${study}/audit/access?of=people`)).status).toBe(403)
  })

  test('P11-23 given ten failures at one name, then the administrator sees it, the log has it, and a message waits', async () => {
    const { login } = await activated()
    for (let time = 0; time < 10; time += 1)
      await trial.server.inject({
        method: 'POST',
        url: '/api/sign-in',
        payload: { name: login, password: 'a guess of a stranger' },
        remoteAddress: '203.0.113.9',
      })
    const page = (await administrator.get(`${study}/people`)).body
    expect(page.failing.find((one: { login: string }) => one.login === login)).toMatchObject({
      failures: 10,
      addresses: 1,
    })
    const waiting = await connectedTo(
      trial.adminUrl,
      async (client) =>
        (await client.query(`select payload->>'accountId' as account from record.outbox where kind = 'signInHeldBack'`))
          .rows,
    )
    expect(waiting).toEqual([{ account: expect.any(String) }])
    // The owner, at a network of theirs, is not kept out.
    expect((await signedInWith('/api/sign-in', { name: login, password: passphrase })).status).toBe(200)
  })
})
