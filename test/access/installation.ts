import { randomBytes, randomUUID } from 'node:crypto'
import { allRoles, inventedApprovals, type Role } from '@trialwright/conduct'
import { compileStudy, hashOf } from '@trialwright/protocol/compile'
import { smallStudy } from '@trialwright/protocol/testing'
import {
  createAccount,
  createSession,
  endGrant,
  grantRole,
  openPools,
  registerStudy,
  revokeSession,
} from '@trialwright/records'
import { canonicalText, createLog, createPorts, createServer, hashPassword } from '@trialwright/server'
import { freshDatabase } from '@trialwright/test-support'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Place, Stranger } from './cells.ts'

const compiled = compileStudy(smallStudy)
const [own, other] = ['small', 'another'].map((id) => ({ ...compiled, id }))

/** What is asked about: a participant of the northern site, in either study. */
export const asked = { 'own study': own!.id, 'other study': other!.id, code: 'NOR-001', site: 'north' } as const
const placed: Readonly<Record<Place, string | null>> = {
  'own site': 'north',
  'other site': 'south',
  'every site': null,
}

export interface Installation extends AsyncDisposable {
  /** A session of somebody with that role there, in the first study. */
  tokenOf(who: { readonly role: Role; readonly place: Place } | Stranger): string | undefined
  /** Another session of the same person, for a request that ends it. */
  another(who: { readonly role: Role; readonly place: Place } | Stranger): Promise<string | undefined>
  ask(
    method: 'GET' | 'POST',
    url: string,
    token: string | undefined,
    body?: unknown,
    keyed?: boolean,
  ): Promise<{ readonly status: number; readonly code: string | undefined; readonly text: string }>
}

/** The real server with two studies that have the same sites and a participant each, and a person for every role and place. */
export async function openInstallation(): Promise<Installation> {
  const database = await freshDatabase()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'trialwright-access-'))
  const pools = openPools({ url: database.adminUrl, passwords: database.passwords })
  for (const study of [own!, other!])
    await registerStudy(pools.blinded, {
      studyId: study.id,
      mode: 'demo',
      definitionHash: hashOf(study),
      compiled: canonicalText(study),
    })
  const log = createLog(folder)
  const ports = await createPorts({
    mode: 'demo',
    pools,
    studies: [own!, other!].map((study) => ({ compiled: study, hash: hashOf(study) })),
    log,
    milliseconds: () => Date.UTC(2026, 2, 2, 8),
    vaultKey: randomBytes(32),
    demo: { password: 'correct horse battery', accounts: [] },
  })
  const server = await createServer({ ports, strictAnswers: true, requestsPerMinute: 1_000_000 })

  const passwordHash = await hashPassword('correct horse battery')
  const accounts = new Map<string, string>()
  const tokens = new Map<string, string>()
  const person = async (name: string, role: Role, studyId: string, site: string | null) => {
    const account = { login: name, printedName: name, passwordHash, locale: 'en', demo: true }
    const made = await createAccount(pools.access, account, 'test')
    if (made.result !== 'created') throw new Error(`${name} is there already`)
    const given = await grantRole(pools.access, { accountId: made.accountId, studyId, role, site }, 'test')
    if (given.result !== 'granted') throw new Error(`${name} was given no role`)
    accounts.set(name, made.accountId)
    tokens.set(name, await createSession(pools.access, made.accountId))
    return given.grantId
  }
  const nameOf = (who: Parameters<Installation['tokenOf']>[0]) =>
    typeof who === 'string' ? who : `${who.role} ${who.place}`

  let requests = 0
  const installation: Installation = {
    tokenOf: (who) => tokens.get(nameOf(who)),
    async another(who) {
      const account = accounts.get(nameOf(who))
      return account === undefined || who === 'signed out'
        ? tokens.get(nameOf(who))
        : createSession(pools.access, account)
    },
    async ask(method, url, token, body, keyed = false) {
      requests += 1
      const answer = await server.inject({
        method,
        url,
        // Each from an address of its own: what one address may ask in a minute is no matter of roles.
        remoteAddress: `10.${(requests >> 16) & 255}.${(requests >> 8) & 255}.${requests & 255}`,
        headers: {
          ...(token !== undefined && { cookie: `trialwright-session=${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(keyed && { 'idempotency-key': randomUUID() }),
        },
        ...(body !== undefined && { payload: JSON.stringify(body) }),
      })
      const refusals = answer.body.startsWith('{') ? (answer.json() as { refusals?: { code: string }[] }).refusals : []
      return { status: answer.statusCode, code: refusals?.[0]?.code, text: answer.body }
    },
    async [Symbol.asyncDispose]() {
      await server.close()
      await pools.close()
      await new Promise<void>((resolve, reject) => log.flush((error) => (error ? reject(error) : resolve())))
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }

  for (const role of allRoles)
    for (const [place, site] of Object.entries(placed)) await person(`${role} ${place}`, role, own!.id, site)
  const ended = await person('role ended', 'dataManager', own!.id, null)
  await endGrant(pools.access, own!.id, ended, 'test')
  // A change of roles turns the session's token; this one is of afterwards.
  tokens.set('role ended', await createSession(pools.access, accounts.get('role ended')!))
  await person('signed out', 'dataManager', own!.id, null)
  await revokeSession(pools.access, tokens.get('signed out')!)
  for (const study of [own!, other!]) {
    for (const role of ['administrator', 'randomisationOfficer', 'coordinator'] as const)
      await person(`${role} of ${study.id}`, role, study.id, null)
    await begin(installation, study.id, (role) => tokens.get(`${role} of ${study.id}`)!)
  }
  return installation
}

/** Sealed, opened, both sites open, and one participant registered in the north. */
async function begin(installation: Installation, study: string, tokenOf: (role: Role) => string): Promise<void> {
  const send = async (role: Role, rest: string, body: object) => {
    const answer = await installation.ask('POST', `/api/studies/${study}/${rest}`, tokenOf(role), body, true)
    if (answer.status !== 201) throw new Error(`${role} ${rest}: ${answer.text}`)
  }
  await send('randomisationOfficer', 'randomisation-list', {})
  await send('administrator', 'open', {})
  for (const { id } of compiled.sites) {
    for (const approval of inventedApprovals(compiled, id, '2026-03-02'))
      await send('administrator', 'record-approval', approval)
    await send('administrator', 'open-site', { site: id })
  }
  await send('coordinator', 'participants', { site: asked.site })
}
