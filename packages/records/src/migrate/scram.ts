import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'

/**
 * PostgreSQL's stored form of a password (RFC 5802, SCRAM-SHA-256), so that the password itself is in no statement and no log.
 * The password must be ASCII: no normalisation is done.
 */
export const scramVerifier = (password: string): string => {
  const iterations = 4096
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`
}
