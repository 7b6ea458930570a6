import { Agent, request as httpRequest } from 'node:http'
import type { createServer } from '@trialwright/server'
import type { Someone } from './installation.ts'

export type Server = Awaited<ReturnType<typeof createServer>>

/** All that left the server for one request, but the date. */
export interface Answer {
  readonly status: number
  /** Status line, headers in their order, body, byte by byte. */
  readonly bytes: string
  // Answers are compared as bytes; the script reads what it needs.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any
}

export interface Request {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: object
  readonly key?: string
}

/** Sends a request as that person, or as a stranger. */
export type Ask = (who: Someone | undefined, request: Request) => Promise<Answer>

const headersOf = (who: Someone | undefined, { body, key }: Request) => ({
  ...(who && { cookie: `trialwright-session=${who.token}` }),
  ...(body && { 'content-type': 'application/json' }),
  ...(key && { 'idempotency-key': key }),
})

const answerOf = (
  status: number,
  phrase: string,
  headers: readonly (readonly [string, unknown])[],
  content: Buffer,
) => {
  const head = headers.flatMap(([name, value]) => (/^date$/i.test(name) ? [] : [`${name}: ${String(value)}`]))
  return {
    status,
    bytes: [`${status} ${phrase}`, ...head, '', content.toString('latin1')].join('\n'),
    get body() {
      return JSON.parse(content.toString()) as unknown
    },
  }
}

/** Through the whole of the server without a network: the quick way. */
export const within =
  (server: Server): Ask =>
  async (who, request) => {
    const { method, path, body } = request
    const payload = body && { payload: JSON.stringify(body) }
    const response = await server.inject({ method, url: path, headers: headersOf(who, request), ...payload })
    const { statusCode, statusMessage, headers, rawPayload } = response
    return answerOf(statusCode, statusMessage, Object.entries(headers), rawPayload)
  }

/** Over a socket, as a browser's bytes come. */
export function overSocket(address: string): { readonly ask: Ask; readonly close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const ask: Ask = (who, request) =>
    new Promise((resolve, reject) => {
      const { method, path, body } = request
      const sent = httpRequest(address + path, { agent, method, headers: headersOf(who, request) }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('error', reject)
        response.once('end', () => {
          const { statusCode = 0, statusMessage = '', rawHeaders, rawTrailers } = response
          const pairs = [...rawHeaders, ...rawTrailers].flatMap((name, at, all) =>
            at % 2 === 0 ? [[name, all[at + 1]] as const] : [],
          )
          resolve(answerOf(statusCode, statusMessage, pairs, Buffer.concat(chunks)))
        })
      })
      sent.once('error', reject)
      sent.end(body && JSON.stringify(body))
    })
  return { ask, close: () => agent.destroy() }
}

/** The session's token that an answer sets; empty when it sets none. */
export const tokenIn = (bytes: string): string => /trialwright-session=([\w-]{43})/.exec(bytes)?.[1] ?? ''
