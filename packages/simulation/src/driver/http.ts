import type { Socket } from 'node:net'
import { buildConnector, Client, type Dispatcher } from 'undici'
import { keyOf } from './key.ts'
import { type Hands, type Sent, ServerGone, type Who } from './hands.ts'

export interface HttpOptions {
  readonly address: string
  readonly study: string
  readonly seed: number
  readonly password: string
  readonly accounts: readonly { readonly name: string; readonly role: string; readonly site: string | null }[]
}

interface Raw {
  readonly status: number
  readonly text: string
  readonly retryAfter: number
  readonly cookies: readonly string[]
}

/** A server that does not answer is asked again after these many seconds. */
const waits = [0.2, 1, 2, 4]

/** Somebody who has not acted for so many minutes signs in again: the server ends a session after 15. */
const restful = 10

/** Requests that may be under way on one connection. */
const pipelining = 64

/**
 * Speaks to the server as browsers would: signs in, keeps cookies, sends each command with its key. What is asked about one
 * participant goes over one connection, without waiting for answers, in the order in which it is asked.
 */
export function httpHands({
  address,
  study,
  seed,
  password,
  accounts,
}: HttpOptions): Hands & { readonly sent: () => number } {
  const lanes = new Map<string, Lane>()
  const cookies = new Map<string, { readonly cookie: Promise<string>; usedAt: number }>()
  let commands = 0

  const laneOf = (path: string): Lane => {
    const name = participantIn.exec(path)?.[1] ?? siteIn.exec(path)?.[1] ?? ''
    const lane = lanes.get(name) ?? newLane(address)
    lanes.set(name, lane)
    return lane
  }
  const nameOf = ({ role, site, account }: Who): string => {
    if (account !== undefined) return account
    const found =
      accounts.find((each) => each.role === role && each.site === site) ??
      accounts.find((each) => each.role === role && each.site === null)
    if (!found) throw new Error(`no account is ${role} at ${site ?? 'every site'}`)
    return found.name
  }
  const cookieOf = (name: string): Promise<string> => {
    const now = performance.now()
    const known = cookies.get(name)
    if (known && now - known.usedAt < restful * 60_000) {
      known.usedAt = now
      return known.cookie
    }
    const cookie = signIn(laneOf(''), name, password)
    cookies.set(name, { cookie, usedAt: now })
    return cookie
  }
  /** Who has yet to sign in holds up what is asked about the participant afterwards, so that the order stands. */
  const inOrder = (lane: Lane, name: string): Promise<string> => {
    const ready = lane.ready.then(() => cookieOf(name))
    lane.ready = ready.catch(() => '')
    return ready
  }

  async function ask(who: Who, method: 'GET' | 'POST', path: string, body?: object, key?: string): Promise<Raw> {
    const name = nameOf(who)
    const lane = laneOf(path)
    for (let attempt = 0; ; attempt += 1) {
      const raw = await reach(lane, {
        method,
        path,
        cookie: await inOrder(lane, name),
        ...(body && { body: JSON.stringify(body) }),
        ...(key !== undefined && { key }),
      })
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
  const readText: Hands['readText'] = async (who, path) => {
    const raw = await ask(who, 'GET', below(path))
    if (raw.status < 300) return raw.text
    const answer = answerOf(`GET ${path} as ${who.role}`, raw)
    const [first] = answer.ok ? [] : answer.refusals
    throw new Error(`GET ${path} as ${who.role}: ${first?.reason.en ?? raw.status}`)
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
      return (JSON.parse(raw.text) as { now: string }).now
    },
    send,
    read: async <Answer>(who: Who, path: string) => JSON.parse(await readText(who, path)) as Answer,
    readText,
    look: (who: Who, path: string) => ask(who, 'GET', below(path)),
    close: () => void Promise.all([...lanes.values()].map(({ client }) => client.destroy())),
  }
}

function answerOf<Answer>(what: string, { status, text }: Raw): Sent<Answer> {
  if (status >= 500) throw new Error(`${what} answered ${status}: ${text}`)
  const body = JSON.parse(text) as Answer & { refusals?: never }
  return status < 300 ? { ok: true, body } : { ok: false, status, refusals: body.refusals ?? [] }
}

/** A connection, and when all that was asked before is on its way. */
interface Lane {
  readonly address: string
  readonly client: Client
  ready: Promise<string>
  /** Collects what is asked in one turn of the event loop, and sends it together. */
  readonly gather: () => void
}

const connect = buildConnector({})

function newLane(address: string): Lane {
  let socket: Socket | undefined
  const client = new Client(address, {
    pipelining,
    connect: (options, connected) =>
      connect(options, (...result) => {
        socket = result[1] ?? undefined
        connected(...result)
      }),
  })
  const gather = () => {
    const here = socket
    if (here === undefined || here.writableCorked > 0) return
    here.cork()
    setImmediate(() => here.uncork())
  }
  return { address, client, ready: Promise.resolve(''), gather }
}

const participantIn = /\/([A-Z]{2,8}-[0-9]{3,6})(?:\/|$)/
const siteIn = /\/stock\/([^/]+)/

interface Sending {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly cookie?: string
  readonly body?: string
  readonly key?: string
}

/** Sends it again while the connection fails: with its key a command is carried out once. */
async function reach(lane: Lane, sending: Sending): Promise<Raw> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      lane.gather()
      return await once(lane.client, sending)
    } catch (error) {
      const wait = waits[attempt]
      if (wait === undefined)
        throw new ServerGone(`${lane.address} no longer answers (${(error as NodeJS.ErrnoException).code})`)
      await pause(wait)
    }
  }
}

async function once(client: Client, { method, path, cookie, body, key }: Sending): Promise<Raw> {
  const asked: Dispatcher.RequestOptions = {
    method,
    path,
    headers: {
      ...(cookie !== undefined && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body }),
    // A command carries a key, so sending it again does it once.
    idempotent: true,
    blocking: false,
  }
  const { statusCode, headers, body: answer } = await client.request(asked)
  const cookies = headers['set-cookie'] ?? []
  return {
    status: statusCode,
    text: await answer.text(),
    retryAfter: Number(headers['retry-after'] ?? 0),
    cookies: typeof cookies === 'string' ? [cookies] : cookies,
  }
}

async function signIn(lane: Lane, name: string, password: string): Promise<string> {
  const body = JSON.stringify({ name, password })
  const { status, text, cookies } = await reach(lane, { method: 'POST', path: '/api/sign-in', body })
  if (status >= 300) throw new Error(`${name} cannot sign in: ${status} ${text}`)
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000))
