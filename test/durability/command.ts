import { createHash, randomUUID } from 'node:crypto'

/** A command with the key it keeps until somebody has acknowledged it. */
export interface Command {
  readonly key: string
  readonly cookie: string
  readonly path: string
  readonly body: object
}

export interface Acknowledged {
  readonly key: string
  /** What the server keeps of the request, to tell a repetition from another body. */
  readonly hash: string
  /** The answer as it came, byte for byte. */
  readonly text: string
}

export const newCommand = (cookie: string, path: string, body: object): Command => ({
  key: randomUUID(),
  cookie,
  path,
  body,
})

/** A password is not kept, not even in a hash. */
export const hashOf = ({ path, body }: Command): string =>
  createHash('sha256')
    .update(`POST ${path}\n${JSON.stringify(body, (name, value: unknown) => (name === 'password' ? true : value))}`)
    .digest('hex')

/** Longer than any honest answer takes: whoever waits so long has found a stall. */
const patience = 15_000

export type Outcome = { readonly status: 200 | 201; readonly text: string } | 'unknown'

/** Sends it; `unknown` when the server died or said it does not know. A stall or a refusal is an error. */
export async function send(address: string, { key, cookie, path, body }: Command): Promise<Outcome> {
  const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': key }
  const signal = AbortSignal.timeout(patience)
  try {
    const response = await fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body), signal })
    const text = await response.text()
    const { status } = response
    if (status === 200 || status === 201) return { status, text }
    if (status === 503) return 'unknown'
    throw new Error(`${path} was answered ${status}: ${text}`)
  } catch (error) {
    if (signal.aborted) throw new Error(`${path} was not answered within ${patience} ms`, { cause: error })
    // undici tells a broken or refused connection as a TypeError with a cause.
    if (error instanceof TypeError && error.cause !== undefined) return 'unknown'
    throw error
  }
}
