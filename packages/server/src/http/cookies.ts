import { createHash, randomBytes } from 'node:crypto'
import type { CookieSerializeOptions } from '@fastify/cookie'

/** Names and attributes of the cookies: `__Host-` and Secure wherever the product is reached by https. */
export function cookiesFor(secure: boolean) {
  const prefix = secure ? '__Host-' : ''
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'strict', secure }
  return {
    session: `${prefix}trialwright-session`,
    device: `${prefix}trialwright-device`,
    provider: `${prefix}trialwright-provider`,
    options,
    // Comes back with the browser from the provider's page, which `strict` would not.
    providerOptions: { ...options, sameSite: 'lax', maxAge: 300 } as CookieSerializeOptions,
    // A year: the device cookie only says that somebody signed in here before.
    deviceOptions: { ...options, maxAge: 365 * 86_400 },
  }
}

const tokenPattern = /^[A-Za-z0-9_-]{43}$/

export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a session token; undefined for text that cannot be one. */
export const tokenHash = (token: string | undefined): Buffer | undefined =>
  token !== undefined && tokenPattern.test(token) ? createHash('sha256').update(token).digest() : undefined
