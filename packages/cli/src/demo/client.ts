import { randomUUID } from 'node:crypto'
import type { Refusal } from '@trialwright/protocol'

/** Speaks to the server as a browser would: signs in, keeps the cookie, sends commands with their keys. */
export interface DemoClient {
  readonly study: string
  /** For signatures. */
  readonly password: string
  /** The study clock's instant, UTC. */
  now(): Promise<string>
  moveClock(days: number, minutes?: number): Promise<void>
  /** Sends a command of a participant, as somebody of that role and site, or by account; throws when it is refused. */
  command(role: string, site: string, code: string, name: string, body?: object): Promise<void>
  read<Answer>(role: string, site: string, path: string): Promise<Answer>
  /** Sends to any address below the study. */
  post<Answer>(role: string, site: string | null, path: string, body?: object): Promise<Answer>
}

/** A command of the script was refused: the script and the study do not agree. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusals: readonly Refusal[]
  constructor(what: string, refusals: readonly Refusal[]) {
    super(
      `${what}: ${refusals.map(({ code, field, reason }) => `${code}${field ? ` (${field})` : ''} ${reason.en}`).join('; ')}`,
    )
    this.refusals = refusals
  }
}

export interface DemoClientOptions {
  readonly address: string
  readonly study: string
  readonly password: string
  readonly accounts: readonly { readonly name: string; readonly role: string; readonly site: string | null }[]
}

export function createDemoClient({ address, study, password, accounts }: DemoClientOptions): DemoClient {
  const cookies = new Map<string, Promise<string>>()
  const below = (path: string) => `/api/studies/${study}${path}`

  const cookieOf = (name: string): Promise<string> => {
    const held = cookies.get(name) ?? signIn(address, name, password)
    cookies.set(name, held)
    return held
  }

  const nameOf = (role: string, site: string | null): string => {
    const found =
      accounts.find((account) => account.name === role) ??
      accounts.find((account) => account.role === role && account.site === site) ??
      accounts.find((account) => account.role === role && account.site === null)
    if (!found) throw new Error(`no demo account is ${role} at ${site ?? 'every site'}`)
    return found.name
  }

  const ask = async <Answer>(
    role: string,
    site: string | null,
    method: string,
    path: string,
    body?: object,
  ): Promise<Answer> => {
    const key = randomUUID()
    const name = nameOf(role, site)
    // The first signature of a session asks for the account's name beside the password.
    const sent = body && 'password' in body ? { name, ...body } : body
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(address + path, {
        method,
        headers: {
          cookie: await cookieOf(name),
          ...(body && { 'content-type': 'application/json', 'idempotency-key': key }),
        },
        body: sent && JSON.stringify(sent),
      })
      const answer = (await response.json()) as Answer & { refusals?: readonly Refusal[] }
      if (response.ok) return answer
      // 401: the session grew old while others were busy. 503: nobody knows, so the same key goes again.
      if (attempt < 5 && response.status === 401) cookies.clear()
      else if (attempt < 5 && (response.status === 503 || response.status === 429))
        await pause(Number(response.headers.get('retry-after') ?? 1))
      else throw new Refused(`${method} ${path} as ${role}`, answer.refusals ?? [])
    }
  }

  return {
    study,
    password,
    async now() {
      return (await ask<{ now: string }>('administrator', null, 'GET', '/api/me')).now
    },
    async moveClock(days, minutes = 0) {
      await ask('administrator', null, 'POST', '/api/demo/clock', { days, minutes })
    },
    async command(role, site, code, name, body = {}) {
      const pharmacy = /^(record|check)-preparation$|^hand-over$|^waste-bag$|^take-bag-back$/.test(name)
      await ask(role, site, 'POST', below(`/${pharmacy ? 'pharmacy' : 'participants'}/${code}/${name}`), body)
    },
    read: (role, site, path) => ask(role, site, 'GET', below(path)),
    post: (role, site, path, body = {}) => ask(role, site, 'POST', below(path), body),
  }
}

async function signIn(address: string, name: string, password: string): Promise<string> {
  const response = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  })
  if (!response.ok) throw new Error(`${name} cannot sign in: ${response.status} ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000))
