import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPasskey } from './testing/authenticator.ts'
import { passphrase, peopleOf, refusalsOf } from './testing/people.ts'
import { openTrial, type TestTrial } from './testing/trial.ts'

// The address that requests without a network come to.
const [site, origin] = ['localhost', 'http://localhost:80']

let trial: TestTrial
let people: ReturnType<typeof peopleOf>
beforeAll(async () => {
  trial = await openTrial()
  people = peopleOf(trial, await trial.as('administrator'))
})
afterAll(() => trial[Symbol.asyncDispose]())

const challenge = async (name?: string): Promise<string> =>
  (await trial.nobody.post('/api/sign-in/passkey/options', name === undefined ? {} : { name })).body.challenge
const enter = (response: object) => people.signedInWith('/api/sign-in/passkey', { response })

/** An account with a passkey. */
async function withPasskey() {
  const one = await people.activated()
  const passkey = newPasskey(site)
  const options = (await one.who.post('/api/account/passkeys/options', { password: passphrase })).body
  const add = (response: object) => one.who.post('/api/account/passkeys', { name: 'Key', response })
  const added = await add(passkey.register(options.challenge, origin))
  return { ...one, passkey, options, add, added }
}

describe('a passkey', () => {
  test('given one that was added, when it signs what was asked, then its owner is in', async () => {
    const { login, passkey, added, options } = await withPasskey()
    expect(added).toMatchObject({ status: 200, body: { ok: true } })
    expect(options).toMatchObject({
      rp: { id: site },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    const { status, who } = await enter(passkey.answer(await challenge(), origin, 1))
    expect(status).toBe(200)
    expect((await who.get('/api/me')).body).toMatchObject({ name: login })
    expect((await who.get('/api/account')).body.sessions[0]).toMatchObject({ means: 'passkey' })
  })

  test('given its name, then the browser is told which passkeys the account has', async () => {
    const { login, passkey } = await withPasskey()
    const { body } = await trial.nobody.post('/api/sign-in/passkey/options', { name: login })
    expect(body.allowCredentials).toMatchObject([{ id: passkey.id, transports: ['internal'] }])
  })

  test.each<[string, (passkey: ReturnType<typeof newPasskey>) => Promise<object>]>([
    ['signed for another site', async (passkey) => passkey.answer(await challenge(), 'https://evil.example', 1)],
    ['signed without having been asked', async (passkey) => passkey.answer('A'.repeat(43), origin, 1)],
    ['of somebody who never added it', async () => newPasskey(site).answer(await challenge(), origin, 1)],
    [
      'signed by another key under its name',
      async (passkey) => ({
        ...newPasskey(site).answer(await challenge(), origin, 1),
        id: passkey.id,
        rawId: passkey.id,
      }),
    ],
  ])('given an answer %s, then it opens nothing', async (_, forge) => {
    const { passkey } = await withPasskey()
    expect(refusalsOf(await enter(await forge(passkey)))).toEqual([401, 'passkeyRefused'])
  })

  test('given an answer, when it is sent again, or a copy of the key counts as the first did, then it opens nothing', async () => {
    const { passkey } = await withPasskey()
    const answer = passkey.answer(await challenge(), origin, 5)
    expect((await enter(answer)).status).toBe(200)
    expect((await enter(answer)).status).toBe(401)
    expect((await enter(passkey.answer(await challenge(), origin, 5))).status).toBe(401)
    expect((await enter(passkey.answer(await challenge(), origin, 6))).status).toBe(200)
  })

  test('P11-22 given one that was removed, or whose owner’s account was ended, then it opens nothing', async () => {
    const one = await withPasskey()
    const remove = (password: string) => one.who.post('/api/account/passkeys/remove', { id: one.passkey.id, password })
    expect(refusalsOf(await remove('not this one at all'))).toEqual([422, 'passwordWrong'])
    expect((await remove(passphrase)).status).toBe(200)
    expect((await enter(one.passkey.answer(await challenge(), origin, 1))).status).toBe(401)
    const other = await withPasskey()
    await people.as('disable', { person: other.person, reason: 'left' })
    expect((await enter(other.passkey.answer(await challenge(), origin, 1))).status).toBe(401)
  })

  test('given a challenge of another session, or one that was used, when a passkey is added, then it is refused', async () => {
    const [one, other] = [await withPasskey(), await withPasskey()]
    expect(refusalsOf(await one.add(newPasskey(site).register(one.options.challenge, origin)))).toEqual([
      422,
      'passkeyRefused',
    ])
    const fresh = (await other.who.post('/api/account/passkeys/options', { password: passphrase })).body.challenge
    expect(refusalsOf(await one.add(newPasskey(site).register(fresh, origin)))).toEqual([422, 'passkeyRefused'])
  })
})
