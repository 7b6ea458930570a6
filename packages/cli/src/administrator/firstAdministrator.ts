import { randomBytes, randomUUID } from 'node:crypto'
import { createAccount, grantRole, invite, listAccounts, type Pools } from '@trialwright/records'
import { Stop } from '../stop.ts'

export interface FirstAdministrator {
  readonly login: string
  readonly name: string
  /** Where people reach the product, `https://trial.example.org`. */
  readonly address: string
  readonly studies: readonly string[]
}

/** The account of the first administrator of the studies; returns the one-time link. Throws {@link Stop} once there is one. */
export async function firstAdministrator(
  { access }: Pools,
  { login, name, address, studies }: FirstAdministrator,
): Promise<string> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._@-]{2,63}$/.test(login))
    throw new Stop(`"${login}" is no account name; use letters, digits and dots, such as kari.nordmann.`)
  if (name.trim().length < 3) throw new Stop('Give the name in full, as signatures will print it.')
  if (!/^https?:\/\/[^/\s]+$/.test(address))
    throw new Stop(`"${address}" is no address people can reach; give one such as https://trial.example.org.`)
  const there = (await listAccounts(access)).find(
    ({ disabled, grants }) => !disabled && grants.some(({ role }) => role === 'administrator'),
  )
  if (there) throw new Stop(`${there.printedName} is administrator already and makes all further accounts.`)
  const actor = 'installation'
  const made = await createAccount(access, { login, printedName: name.trim(), locale: 'nb', demo: false }, actor)
  if (made.result === 'loginTaken') throw new Stop(`The account name ${login} is or was somebody's; choose another.`)
  const { accountId } = made
  for (const studyId of studies) await grantRole(access, { accountId, studyId, role: 'administrator' }, actor)
  const token = randomBytes(32).toString('base64url')
  await invite(access, { invitationId: randomUUID(), accountId, token, hours: 24 }, actor)
  return `${address}/activate#${token}`
}
