import { randomUUID } from 'node:crypto'

export interface Timed {
  readonly status: number
  readonly milliseconds: number
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any
}

/** One signed-in person, and how long the server takes to answer, the last byte included. */
export interface Client {
  get(path: string): Promise<Timed>
  post(path: string, body: object): Promise<Timed>
}

export async function signIn(address: string, name: string, password: string): Promise<Client> {
  const answer = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  })
  if (!answer.ok) throw new Error(`${name} could not sign in: ${answer.status}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const ask = async (method: 'GET' | 'POST', path: string, body?: object): Promise<Timed> => {
    const began = performance.now()
    const response = await fetch(address + path, {
      method,
      headers: {
        cookie,
        'accept-language': 'nb',
        ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const bytes = await response.arrayBuffer()
    const milliseconds = performance.now() - began
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    return { status: response.status, milliseconds, body: isJson ? JSON.parse(Buffer.from(bytes).toString()) : bytes }
  }
  return { get: (path) => ask('GET', path), post: (path, body) => ask('POST', path, body) }
}

/** The 95th percentile: of twenty values the nineteenth. */
export const p95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.max(Math.ceil(values.length * 0.95) - 1, 0)] ?? Number.NaN

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
