import { Agent, request } from 'node:http'
import { keyOf } from './key.ts'
import { type Hands, type Sent, ServerGone, type Who } from './hands.ts'

export interface HttpOptions {
  readonly address: string
  readonly study: string
  readonly seed: number
  readonly password: string
  readonly accounts: readonly { readonly name: string; readonly role: string; readonly site: string | null }[]
  /** Told of every request when it is answered. */
  readonly timed?: (path: string, milliseconds: number) => void
}

interface Raw {
  readonly status: number
  readonly text: string
  readonly retryAfter: number
  readonly cookies: readonly string[]
}

/** A server that does not answer is asked again after these many seconds. */
const waits = [0.2, 1, 2, 4]

/** Speaks to the server as browsers would: signs in, keeps cookies, sends each command with its key. */
export function httpHands({
  address,
  study,
  seed,
  password,
  accounts,
  timed,
}: HttpOptions): Hands & { readonly sent: () => number } {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const cookies = new Map<string, Promise<string>>()
  let commands = 0

  const nameOf = ({ role, site, account }: Who): string => {
    if (account !== undefined) return account
    const found =
      accounts.find((each) => each.role === role && each.site === site) ??
      accounts.find((each) => each.role === role && each.site === null)
    if (!found) throw new Error(`no account is ${role} at ${site ?? 'every site'}`)
    return found.name
  }
  const cookieOf = (name: string): Promise<string> => {
    const held = cookies.get(name) ?? signIn(agent, address, name, password)
    cookies.set(name, held)
    return held
  }

  async function ask(who: Who, method: 'GET' | 'POST', path: string, body?: object, key?: string): Promise<Raw> {
    const name = nameOf(who)
    for (let attempt = 0; ; attempt += 1) {
      const began = performance.now()
      const raw = await reach(agent, address + path, method, {
        cookie: await cookieOf(name),
        ...(body && { body: JSON.stringify(body) }),
        ...(key !== undefined && { key }),
      })
      timed?.(`${method} ${path}`, performance.now() - began)
      // 401: the session has ended. 503: nobody knows, so the same key goes again.
      if (raw.status === 401 && attempt < 4) cookies.delete(name)
      else if ((raw.status === 503 || raw.status === 429) && attempt < 4) await pause(raw.retryAfter || 1)
      else return raw
    }
  }

  const below = (path: string) => (path.startsWith('/api/') ? path : `/api/studies/${study}${path}`)
  const administrator: Who = { role: 'administrator', site: null }

  const send: Hands['send'] = async <Answer>(who: Who, path: string, body: object, label: string) => {
    commands += 1
    // The first signature of a session asks for the account's name beside the password.
    const sent = 'password' in body ? { name: nameOf(who), ...body } : body
    const raw = await ask(who, 'POST', below(path), sent, keyOf(seed, label))
    return answerOf<Answer>(`POST ${path} as ${who.role}`, raw)
  }
  return {
    password,
    sent: () => commands,
    accounts: (role, site) =>
      accounts.filter((each) => each.role === role && each.site === site).map(({ name }) => name),
    async now() {
      const raw = await ask(administrator, 'GET', '/api/me')
      return (JSON.parse(raw.text) as { now: string }).now
    },
    async moveClock(minutes) {
      const body = { days: Math.floor(minutes / 1440), minutes: minutes % 1440 }
      const raw = await ask(administrator, 'POST', '/api/demo/clock', body)
      if (raw.status >= 300) throw new Error(`the clock was not moved: ${raw.status} ${raw.text}`)
    },
    send,
    async read<Answer>(who: Who, path: string) {
      const raw = await ask(who, 'GET', below(path))
      const answer = answerOf<Answer>(`GET ${path} as ${who.role}`, raw)
      if (!answer.ok) throw new Error(`GET ${path} as ${who.role}: ${answer.refusals[0]?.reason.en ?? answer.status}`)
      return answer.body
    },
    look: (who: Who, path: string) => ask(who, 'GET', below(path)),
    close: () => agent.destroy(),
  }
}

function answerOf<Answer>(what: string, { status, text }: Raw): Sent<Answer> {
  if (status >= 500) throw new Error(`${what} answered ${status}: ${text}`)
  const body = JSON.parse(text) as Answer & { refusals?: never }
  return status < 300 ? { ok: true, body } : { ok: false, status, refusals: body.refusals ?? [] }
}

interface Sending {
  readonly cookie?: string
  readonly body?: string
  readonly key?: string
}

/** Sends it again while the connection fails: with its key a command is carried out once. */
async function reach(agent: Agent, url: string, method: 'GET' | 'POST', sending: Sending): Promise<Raw> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await once(agent, url, method, sending)
    } catch (error) {
      const wait = waits[attempt]
      if (wait === undefined)
        throw new ServerGone(`${new URL(url).origin} no longer answers (${(error as NodeJS.ErrnoException).code})`)
      await pause(wait)
    }
  }
}

const once = (agent: Agent, url: string, method: 'GET' | 'POST', { cookie, body, key }: Sending): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const headers = {
      ...(cookie !== undefined && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      ...(key !== undefined && { 'idempotency-key': key }),
    }
    const sent = request(url, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString('utf8'),
          retryAfter: Number(response.headers['retry-after'] ?? 0),
          cookies: response.headers['set-cookie'] ?? [],
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })

async function signIn(agent: Agent, address: string, name: string, password: string): Promise<string> {
  const { status, text, cookies } = await reach(agent, `${address}/api/sign-in`, 'POST', {
    body: JSON.stringify({ name, password }),
  })
  if (status >= 300) throw new Error(`${name} cannot sign in: ${status} ${text}`)
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000))
