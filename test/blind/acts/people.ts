import { type Answer, tokenIn } from '../person.ts'
import type { Conductor } from '../course.ts'
import { send } from '../course.ts'
import type { Someone } from '../installation.ts'
import { codeAt } from '../authenticator.ts'
import type { Act } from './further.ts'

const passphrase = 'grønne elger spiser lunsj'

/** Somebody new is let in, gets a role and a second factor, is looked at, and leaves; a provider’s link comes and goes. */
export const admitSomebody: Act = async (conductor) => {
  const [administrator, monitor] = [conductor.someone('administrator'), conductor.someone('monitor')]
  const people = (command: string, body: object, who = administrator, ending: number | string = 201) =>
    send(conductor, ending, command, who, { path: `/people/${command}`, body })

  const newcomer = { login: 'newcomer', printedName: 'Nina Eksempel', locale: 'en' }
  const { person } = (await people('create', newcomer)).body as { person: string }
  await people('create', newcomer, administrator, 'loginTaken')
  const token = await linkOf(await people('invite', { person }))
  const nina = await opened(conductor, token)
  await people('grant-role', { person, role: 'nurse', site: 'north' })
  await people('grant-role', { person, role: 'safetyOfficer' }, administrator, 'otherBlindness')
  await people('identity-check', { person, how: 'Passport' }, monitor)
  const grant = await grantOf(conductor, administrator, person)
  await people('review-role', { grant, outcome: 'kept' }, monitor)
  await ownAccount(conductor, nina)
  const link = { person, issuer: 'https://login.example.org', subject: 'nina' }
  await people('link-provider', link)
  await people('unlink-provider', { person, link: await linkedOf(conductor, administrator, person) })
  await people('reset-factors', { person })
  await people('end-role', { grant })
  await people('end-sessions', { person })
  await people('disable', { person, reason: 'moves away' })
}

const step = (conductor: Conductor, who: Someone, path: string, body: object) =>
  conductor.step(path, who, { method: 'POST', path, body })

async function opened(conductor: Conductor, token: string): Promise<Someone> {
  const stranger: Someone = { name: 'newcomer', role: 'nurse', site: 'north', token: '' }
  await step(conductor, stranger, '/api/invitation', { token })
  const { bytes } = await step(conductor, stranger, '/api/invitation/use', { token, next: passphrase })
  await step(conductor, stranger, '/api/sign-in/passkey/options', {})
  return { ...stranger, token: tokenIn(bytes) }
}

async function ownAccount(conductor: Conductor, nina: Someone): Promise<void> {
  const own = (path: string, body: object) => step(conductor, nina, `/api/account/${path}`, body)
  await own('language', { locale: 'nb' })
  const { secret } = (await own('authenticator/propose', { password: passphrase })).body as { secret: string }
  // Every step takes a minute, so the code is of the step that follows.
  const code = codeAt(secret, conductor.clock.milliseconds() + 60_000)
  await own('authenticator/confirm', { code })
  await own('authenticator/remove', { password: passphrase })
  await own('passkeys/options', { password: passphrase })
  const { bytes } = await own('password', { password: passphrase, next: 'lilla sykler under vann' })
  // A new password gives a new session.
  await step(conductor, { ...nina, token: tokenIn(bytes) }, '/api/account/sessions/end', {})
}

const linkOf = async ({ body }: Answer): Promise<string> => String((body as { link: string }).link).split('#')[1] ?? ''

interface People {
  readonly people: readonly {
    readonly accountId: string
    readonly grants: readonly { readonly grantId: string }[]
    readonly links: readonly { readonly linkId: string }[]
  }[]
}

async function found(conductor: Conductor, who: Someone, person: string) {
  const { body } = await conductor.read(who, `/api/studies/${conductor.study}/people`)
  return (body as People).people.find(({ accountId }) => accountId === person)
}

const grantOf = async (conductor: Conductor, who: Someone, person: string): Promise<string> =>
  (await found(conductor, who, person))?.grants[0]?.grantId ?? ''

const linkedOf = async (conductor: Conductor, who: Someone, person: string): Promise<string> =>
  (await found(conductor, who, person))?.links[0]?.linkId ?? ''
