import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Passwords, roles } from './role.ts'

/** Random passwords for every role, 192 bits each. */
export const newPasswords = (): Passwords =>
  Object.fromEntries(roles.map((role) => [role, randomBytes(24).toString('base64url')])) as Record<
    keyof Passwords,
    string
  >

/**
 * The passwords kept in `file` (mode 0600), made there when it does not exist.
 * Written with `wx`, so two first starts cannot both believe in their own.
 */
export const readOrCreatePasswords = (file: string): Passwords => {
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(file, `${JSON.stringify(newPasswords(), null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Passwords
}
