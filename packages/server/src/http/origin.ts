import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a state change comes from a page of this product. A browser says so in Sec-Fetch-Site and Origin; a client that
 * sends neither is no browser, so nobody's cookies were borrowed.
 */
export function fromOwnPage(headers: IncomingHttpHeaders, scheme: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const { origin, host } = headers
  return origin === undefined || (host !== undefined && origin.toLowerCase() === `${scheme}://${host}`.toLowerCase())
}
