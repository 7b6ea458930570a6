import { randomBytes, randomUUID } from 'node:crypto'
import { type Role, roles } from '@trialwright/conduct'
import { compileStudy, hashOf } from '@trialwright/protocol/compile'
import { smallStudy } from '@trialwright/protocol/testing'
import { createAccount, createSession, grantRole, openPools, type Pools, registerStudy } from '@trialwright/records'
import { freshDatabase } from '@trialwright/test-support'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { canonicalText } from '../canonical.ts'
import { createPorts } from '../create-ports.ts'
import type { Ports } from '../ports.ts'
import { createServer } from '../server.ts'
import { hashPassword } from '../sign-in/password.ts'

export const compiled = compileStudy(smallStudy)
export const password = 'correct horse battery'
const passwordHash = hashPassword(password)

export interface Answer {
  readonly status: number
  // Tests read answers as the routes describe them.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any
  readonly headers: Readonly<Record<string, unknown>>
}

/** One signed-in person, or nobody. */
export interface Person {
  readonly token: string
  /** What the first signature of a session needs. */
  readonly signing: { readonly name: string; readonly password: string }
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown, key?: string): Promise<Answer>
}

export interface TestTrial extends AsyncDisposable {
  readonly server: FastifyInstance
  readonly ports: Ports
  readonly pools: Pools
  readonly adminUrl: string
  /** Somebody with that role at that site; at every site where none is named. */
  as(role: Role, site?: string): Promise<Person>
  readonly nobody: Person
  with(token: string): Person
  /** Lines the server logged as errors. */
  readonly errors: readonly string[]
  /** Lets the study clock go on. */
  wait(time: { readonly days?: number; readonly hours?: number }): void
}

const start = Date.UTC(2026, 2, 2, 8)
export const firstDay = '2026-03-02'

/** The small study on a server and a database of its own, in demo mode, on 2 March 2026, 9 o'clock in Oslo. */
export async function openTrial({
  compiled: opened = compiled,
  ...options
}: {
  readonly requestsPerMinute?: number
  readonly compiled?: typeof compiled
} = {}): Promise<TestTrial> {
  const database = await freshDatabase()
  const pools = openPools({ url: database.adminUrl, passwords: database.passwords })
  const hash = hashOf(opened)
  await registerStudy(pools.blinded, {
    studyId: compiled.id,
    mode: 'demo',
    definitionHash: hash,
    compiled: canonicalText(opened),
  })
  const errors: string[] = []
  const log = pino(
    { level: 'warn', base: null },
    {
      write(line) {
        errors.push(line)
        console.error(line)
      },
    },
  )
  let milliseconds = start
  const ports = await createPorts({
    mode: 'demo',
    pools,
    studies: [{ compiled: opened, hash }],
    log,
    milliseconds: () => milliseconds,
    demo: { password, accounts: [] },
    vaultKey: randomBytes(32),
  })
  const server = await createServer({ ports, strictAnswers: true, requestsPerMinute: 1_000_000, ...options })
  const people = new Map<string, Promise<Person>>()
  return {
    server,
    ports,
    pools,
    adminUrl: database.adminUrl,
    errors,
    nobody: personWith(server, ''),
    with: (token) => personWith(server, token),
    as(role, site) {
      const name = `${role}.${site ?? 'all'}`
      const person = people.get(name) ?? signedIn(pools, role, site).then((token) => personWith(server, token, name))
      people.set(name, person)
      return person
    },
    wait({ days = 0, hours = 0 }) {
      milliseconds += (days * 24 + hours) * 3_600_000
    },
    async [Symbol.asyncDispose]() {
      await server.close()
      await pools.close()
      await database.drop()
    },
  }
}

export const printedName = (role: Role, site?: string): string => `${role} ${site ?? 'everywhere'}`

async function signedIn(pools: Pools, role: Role, site?: string): Promise<string> {
  if (!(role in roles)) throw new Error(`no role ${role}`)
  const login = `${role}.${site ?? 'all'}`
  const account = {
    login,
    printedName: printedName(role, site),
    passwordHash: await passwordHash,
    locale: 'en',
    demo: true,
  }
  const made = await createAccount(pools.access, account, 'test')
  if (made.result !== 'created') throw new Error(`${login} is there already`)
  await grantRole(pools.access, { accountId: made.accountId, studyId: compiled.id, role, site: site ?? null }, 'test')
  return createSession(pools.access, made.accountId)
}

export function personWith(server: FastifyInstance, token: string, name = ''): Person {
  const ask = async (method: 'GET' | 'POST', url: string, body?: unknown, key?: string): Promise<Answer> => {
    const response = await server.inject({
      method,
      url,
      headers: {
        ...(token && { cookie: `trialwright-session=${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const json = String(response.headers['content-type']).includes('application/json')
    return { status: response.statusCode, body: json ? response.json() : response.body, headers: response.headers }
  }
  return {
    token,
    signing: { name, password },
    get: (path) => ask('GET', path),
    post: (path, body = {}, key = randomUUID()) => ask('POST', path, body, key),
  }
}

export const study = `/api/studies/${compiled.id}`
