import { hash, verify } from '@node-rs/argon2'

// argon2id is the library's default. 19 MiB and two passes: about 20 ms of one core.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost)

/** A password that is told to everybody, as the demo's is: work would protect nothing, so it is the least argon2id allows. */
export const hashPublished = (password: string): Promise<string> =>
  hash(password.normalize('NFC'), { memoryCost: 8, timeCost: 1, parallelism: 1 })

const nobody = hashPassword('no account has this password')

/** Whether the password is the account's. Takes as long when there is no account, so that time does not tell names. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await nobody), password.normalize('NFC'))
  return fits && typeof stored === 'string'
}
