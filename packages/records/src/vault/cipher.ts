import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The installation's key: 32 bytes, from which the wrapping and the search key are derived. */
export type VaultKey = Buffer

/** The key kept in `file` (mode 0600, base64), made there when it does not exist. Without this file every identity is noise. */
export const readOrCreateVaultKey = (file: string): VaultKey => {
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length !== 32) throw new Error(`${file} does not hold a vault key`)
  return key
}

const derived = (key: VaultKey, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `trialwright vault ${use}`, 32))

export const newSubjectKey = (): Buffer => randomBytes(32)

/** AES-256-GCM: nonce (12 bytes), tag (16), ciphertext. `context` is authenticated, so a sealed text cannot be moved elsewhere. */
export const seal = (key: Buffer, content: Uint8Array, context: string): Buffer => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(content), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Opens what `seal` sealed; throws when key, context or any byte is another. */
export const unseal = (key: Buffer, sealed: Buffer, context: string): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}

export const wrapKey = (key: VaultKey, subjectKey: Buffer, context: string): Buffer =>
  seal(derived(key, 'wrap'), subjectKey, context)

export const unwrapKey = (key: VaultKey, wrapped: Buffer, context: string): Buffer =>
  unseal(derived(key, 'wrap'), wrapped, context)

/** Keyed hash for finding equal values without storing them. */
export const searchHash = (key: VaultKey, studyId: string, kind: string, value: string): string =>
  createHmac('sha256', derived(key, 'search'))
    .update(JSON.stringify([studyId, kind, value]))
    .digest('hex')
