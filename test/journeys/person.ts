import { randomUUID } from 'node:crypto'
import type { Refusal } from '@trialwright/protocol'

/** What the server answered. */
export interface Answer {
  readonly status: number
  // The answers are checked against their schemas by the server itself; tests read what they need.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any
  readonly headers: Headers
  readonly text: string
}

/** The server said no. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly refusals: readonly Refusal[]
  constructor(what: string, { status, body }: Answer) {
    const refusals = (body?.refusals ?? []) as readonly Refusal[]
    super(
      `${what}: ${status} ${refusals.map(({ code, field, reason }) => `${code} ${field ?? ''} ${reason.en}`).join('; ')}`,
    )
    this.status = status
    this.refusals = refusals
  }
}

/** Somebody at a screen: signed in with a cookie, or a stranger. */
export interface Person {
  readonly name: string
  readonly cookie: string
  /** Whatever the answer is. */
  ask(method: 'GET' | 'POST', path: string, body?: object, key?: string): Promise<Answer>
  /** Reads a page; throws {@link Refused}. */
  read(path: string): Promise<Answer['body']>
  /** Sends a command under a new key; throws {@link Refused}. */
  send(path: string, body?: object): Promise<Answer>
}

const patience = 20_000

export function personAt(address: string, name: string, cookie: string): Person {
  const once: Person['ask'] = async (method, path, body, key) => {
    const response = await fetch(address + path, {
      method,
      signal: AbortSignal.timeout(patience),
      headers: {
        ...(cookie && { cookie }),
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: json ? JSON.parse(text) : text, headers: response.headers, text }
  }
  // As the screens do: a server too busy to answer says when to come again, and the same key makes that safe.
  const ask: Person['ask'] = async (...request) => {
    for (let tries = 1; ; tries += 1) {
      const answer = await once(...request)
      if (answer.status !== 503 || tries === 5) return answer
      await new Promise((resolve) => setTimeout(resolve, 1000 * Number(answer.headers.get('retry-after') ?? 1)))
    }
  }
  return {
    name,
    cookie,
    ask,
    async read(path) {
      const answer = await ask('GET', path)
      if (answer.status !== 200) throw new Refused(`${name} reads ${path}`, answer)
      return answer.body
    },
    async send(path, body = {}) {
      // Whoever signs gives the account's name beside the password, as the first signature of a session asks.
      const signing = 'password' in body ? { name, ...body } : body
      const answer = await ask('POST', path, signing, randomUUID())
      if (answer.status >= 300) throw new Refused(`${name} sends ${path}`, answer)
      return answer
    },
  }
}

export async function signIn(address: string, name: string, password: string): Promise<Person> {
  const answer = await personAt(address, name, '').ask('POST', '/api/sign-in', { name, password })
  if (answer.status !== 200) throw new Refused(`${name} signs in`, answer)
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return personAt(address, name, cookie)
}
