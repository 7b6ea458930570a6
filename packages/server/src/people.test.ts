import { randomUUID } from 'node:crypto'
import { connectedTo } from '@trialwright/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { passphrase, peopleOf, refusalsOf } from './testing/people.ts'
import { openStudy } from './testing/steps.ts'
import { openTrial, type Person, study, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
let administrator: Person
let monitor: Person
let people: ReturnType<typeof peopleOf>
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
  administrator = await trial.as('administrator')
  monitor = await trial.as('monitor')
  people = peopleOf(trial, administrator)
})
afterAll(() => trial[Symbol.asyncDispose]())

describe('an account', () => {
  test('P11-17 P11-21 given a login in any case, also of somebody who left, when it is asked for again, then it is taken', async () => {
    const { login, person } = await people.newPerson()
    expect((await people.as('disable', { person, reason: 'left' })).status).toBe(201)
    const again = await people.as('create', { login: login.toUpperCase(), printedName: 'Somebody Else', locale: 'en' })
    expect(refusalsOf(again)).toEqual([422, 'loginTaken'])
  })

  test('given a repeated request, then there is one account, one grant, and the same link', async () => {
    const [key, login] = [randomUUID(), 'repeated']
    const body = { login, printedName: 'Repeated Person', locale: 'nb' }
    const [first, second] = [
      await people.as('create', body, administrator, key),
      await people.as('create', body, administrator, key),
    ]
    expect(second.body).toEqual(first.body)
    const { person } = first.body
    const link = randomUUID()
    const links = [
      await people.as('invite', { person }, administrator, link),
      await people.as('invite', { person }, administrator, link),
    ]
    expect(links[1]?.body).toEqual(links[0]?.body)
    const grant = randomUUID()
    const role = { person, role: 'nurse', site: 'north' }
    for (const answer of [
      await people.as('grant-role', role, administrator, grant),
      await people.as('grant-role', role, administrator, grant),
    ])
      expect(answer.status).toBe(201)
    expect((await people.personOf(person)).grants).toHaveLength(1)
  })

  test('EMA-22 given a link, when it is used, then the person is in; it works once, and a newer one ends it', async () => {
    const { person, login } = await people.newPerson()
    const old = await people.linkFor(person)
    const token = await people.linkFor(person)
    expect((await trial.nobody.post('/api/invitation', { token: old })).status).toBe(404)
    expect((await trial.nobody.post('/api/invitation', { token })).body).toMatchObject({ login, first: true })
    const weak = await people.signedInWith('/api/invitation/use', { token, next: 'Velkommen2026!!!' })
    expect(weak.body.refusals).toMatchObject([{ code: 'passwordCommon', field: 'next' }])
    const used = await people.signedInWith('/api/invitation/use', { token, next: passphrase })
    expect((await used.who.get('/api/me')).body).toMatchObject({ name: login, grants: [] })
    expect((await people.signedInWith('/api/invitation/use', { token, next: passphrase })).status).toBe(404)
    expect((await people.signedInWith('/api/sign-in', { name: login, password: passphrase })).status).toBe(200)
  })

  test('P11-22 given a person signed in, when the account is ended, then the session ends at once, and neither password nor link lets in', async () => {
    const { person, login, who } = await people.activated()
    const token = await people.linkFor(person)
    expect((await who.get('/api/me')).status).toBe(200)
    expect((await people.as('disable', { person, reason: 'left the hospital' })).status).toBe(201)
    expect((await who.get('/api/me')).status).toBe(401)
    expect((await people.signedInWith('/api/sign-in', { name: login, password: passphrase })).status).toBe(401)
    expect((await people.signedInWith('/api/invitation/use', { token, next: passphrase })).status).toBe(404)
    expect(refusalsOf(await people.as('grant-role', { person, role: 'monitor' }))).toEqual([422, 'personUnknown'])
    expect((await people.personOf(person)).disabledAt).not.toBeNull()
  })

  test('given nobody’s account, or one’s own, when it is ended, then it is refused', async () => {
    expect(refusalsOf(await people.as('disable', { person: randomUUID(), reason: 'x' }))).toEqual([
      422,
      'personUnknown',
    ])
    const me = (await administrator.get(`${study}/people`)).body.people.find(
      ({ login }: { login: string }) => login === 'administrator.all',
    )
    expect(refusalsOf(await people.as('disable', { person: me.accountId, reason: 'x' }))).toEqual([422, 'ownAccount'])
  })
})

describe('roles', () => {
  test('R3-28 given a role, when the other side of the blind is given too, then it is refused in words, also after the first ended', async () => {
    const { person } = await people.newPerson()
    expect((await people.as('grant-role', { person, role: 'nurse', site: 'north' })).status).toBe(201)
    expect(refusalsOf(await people.as('grant-role', { person, role: 'unblindedPharmacist', site: 'north' }))).toEqual([
      422,
      'otherBlindness',
    ])
    const { grants } = await people.personOf(person)
    expect((await people.as('end-role', { grant: grants[0].grantId })).status).toBe(201)
    expect(refusalsOf(await people.as('end-role', { grant: grants[0].grantId }))).toEqual([422, 'grantUnknown'])
    expect(refusalsOf(await people.as('grant-role', { person, role: 'safetyOfficer' }))).toEqual([
      422,
      'otherBlindness',
    ])
  })

  test.each([
    [{ role: 'nurse' }, 'roleNeedsSite'],
    [{ role: 'nurse', site: 'west' }, 'siteUnknown'],
    [{ role: 'monitor', from: '2026-02-30' }, 'dateInvalid'],
    [{ role: 'monitor', until: '2026-03-01' }, 'roleSpanWrong'],
    [{ role: 'monitor', from: '2026-05-01', until: '2026-04-01' }, 'roleSpanWrong'],
  ])('given %j, when it is asked for, then %s', async (wanted, code) => {
    const { person } = await people.newPerson()
    expect(refusalsOf(await people.as('grant-role', { person, ...wanted }))).toEqual([422, code])
  })

  test('EMA-22 given a role of a person at work, when it is given or ended, then the session goes on under another token, and what it opens changes at once', async () => {
    const { person, who } = await people.activated()
    await people.as('grant-role', { person, role: 'nurse', site: 'north' })
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
    const { grants } = await people.personOf(person)
    await people.as('end-role', { grant: grants[0].grantId })
    expect((await now.get(`${study}/participants`)).status).toBe(403)
  })

  test('EMA-22 given a role nobody looked at for 90 days, then it is due; when it is kept or ended, the evidence stays', async () => {
    const { person } = await people.newPerson()
    await people.as('grant-role', { person, role: 'nurse', site: 'north' })
    await people.as('grant-role', { person, role: 'coordinator', site: 'north' })
    const due = async () =>
      (await people.personOf(person)).grants.map(({ reviewDue }: { reviewDue: boolean }) => reviewDue)
    expect(await due()).toEqual([false, false])
    await connectedTo(trial.adminUrl, (client) =>
      client.query(`update access.role_grant set valid_from = valid_from - interval '91 days' where account_id = $1`, [
        person,
      ]),
    )
    expect(await due()).toEqual([true, true])
    const [first, second] = (await people.personOf(person)).grants
    expect((await people.as('review-role', { grant: first.grantId, outcome: 'kept' }, monitor)).status).toBe(201)
    expect(
      (await people.as('review-role', { grant: second.grantId, outcome: 'ended', note: 'On leave' }, monitor)).status,
    ).toBe(201)
    const after = (await people.personOf(person)).grants
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
    expect(refusalsOf(await people.as('review-role', { grant: me.grants[0].grantId, outcome: 'kept' }))).toEqual([
      422,
      'ownReview',
    ])
  })

  test('given an account unused for 90 days, then the list says so', async () => {
    const { person } = await people.newPerson()
    expect((await people.personOf(person)).dormant).toBe(false)
    await connectedTo(trial.adminUrl, (client) =>
      client.query(`update access.account set created_at = created_at - interval '91 days' where account_id = $1`, [
        person,
      ]),
    )
    expect((await people.personOf(person)).dormant).toBe(true)
  })
})

describe('identity', () => {
  test('P11-18 P11-20 given nobody saw the proof of identity, when a person signs, then it is refused; the issuer of the link cannot record the check', async () => {
    const { person, login, who } = await people.activated()
    await people.as('grant-role', { person, role: 'dataManager' })
    const sign = () =>
      who.post(`${study}/unblinding/lock-database`, { note: 'done', name: login, password: passphrase })
    expect(refusalsOf(await sign())).toEqual([422, 'identityNotChecked'])
    const check = { person, how: 'Passport, at the site' }
    expect(refusalsOf(await people.as('identity-check', check))).toEqual([422, 'identityByIssuer'])
    expect((await people.as('identity-check', check, monitor)).status).toBe(201)
    expect(await people.personOf(person)).toMatchObject({
      maySign: true,
      identity: { by: 'monitor everywhere', how: check.how },
    })
    // An administrator who makes a new link to sign as the person finds the check gone.
    const token = await people.linkFor(person)
    const stolen = await people.signedInWith('/api/invitation/use', { token, next: 'lilla sykler under vann' })
    const forged = await stolen.who.post(`${study}/unblinding/lock-database`, {
      note: 'done',
      name: login,
      password: 'lilla sykler under vann',
    })
    expect(refusalsOf(forged)).toEqual([422, 'identityNotChecked'])
  })

  test('given an account not yet opened, or one’s own, when a check is recorded, then it is refused', async () => {
    const { person } = await people.newPerson()
    expect(refusalsOf(await people.as('identity-check', { person, how: 'Passport' }, monitor))).toEqual([
      422,
      'notActivated',
    ])
    const everybody = (await administrator.get(`${study}/people`)).body.people
    const self = everybody.find(({ login }: { login: string }) => login === 'monitor.all').accountId
    expect(refusalsOf(await people.as('identity-check', { person: self, how: 'Passport' }, monitor))).toEqual([
      422,
      'ownIdentity',
    ])
  })
})

describe('what is recorded', () => {
  test('R3-14 EMA-08 given a person’s whole time, when the log is read, then every step stands there with who did it, and no secret', async () => {
    const { person, printedName, who } = await people.activated()
    await people.as('grant-role', { person, role: 'nurse', site: 'north' })
    await people.as('identity-check', { person, how: 'Passport' }, monitor)
    const { grants } = await people.personOf(person)
    await people.as('end-role', { grant: grants[0].grantId })
    await people.as('disable', { person, reason: 'left' })
    const { rows } = (await administrator.get(`${study}/audit/access?of=people`)).body
    const said = rows
      .filter(({ about }: { about: string }) => about === printedName)
      .map(({ what }: { what: { en: string } }) => what.en)
    expect(said.toReversed()).toEqual([
      expect.stringMatching(/^Account person\d+ created$/),
      'One-time link issued',
      'Password set with a one-time link',
      'Signed in from 127.0.0.1',
      'Role nurse given: north',
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
    const { login } = await people.activated()
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
    expect((await people.signedInWith('/api/sign-in', { name: login, password: passphrase })).status).toBe(200)
  })
})
