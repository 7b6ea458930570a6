import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inventedApprovals } from '@trialwright/conduct'
import { compileStudy } from '@trialwright/protocol/compile'
import { changeAccount, createAccount } from '@trialwright/records'
import { connectedTo } from '@trialwright/test-support'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { firstAdministrator } from '../administrator/firstAdministrator.ts'
import { studies } from '../testing/confirmed.ts'
import { openDatabase } from './database.ts'
import { startOptions } from './options.ts'
import { start } from './start.ts'

// Each starts a database of its own, which waits for the disk.
vi.setConfig({ testTimeout: 240_000 })

let data: string
beforeAll(() => void (data = mkdtempSync(path.join(os.tmpdir(), 'trialwright-production-'))))
afterAll(() => rmSync(data, { recursive: true, force: true }))

const compiled = compileStudy(studies[0]!.definition)
const study = `/api/studies/${compiled.id}`
const file = path.join(import.meta.dirname, '..', 'testing', 'confirmed.ts')
const words = (...more: string[]) =>
  startOptions(['--data', data, '--port', '0', '--no-pages', '--mode', 'production', '--studies', file, ...more], {})
const silent = () => undefined

interface Answer {
  readonly status: number
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any
  readonly cookie: string
}

async function send(address: string, to: string, body: object, cookie = ''): Promise<Answer> {
  const response = await fetch(address + to, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...(cookie && { cookie }) },
    body: JSON.stringify(body),
  })
  const session = response.headers.getSetCookie().find((one) => one.startsWith('__Host-trialwright-session='))
  return { status: response.status, body: await response.json(), cookie: session?.split(';')[0] ?? '' }
}

const codes = ({ body }: Answer): readonly string[] => (body.refusals ?? []).map(({ code }: { code: string }) => code)

const password = 'grønne elger spiser lunsj'
const opened = async (address: string, link: string): Promise<string> => {
  const [, token] = link.split('#')
  const answer = await send(address, '/api/invitation/use', { token, next: password })
  expect(answer.status).toBe(200)
  return answer.cookie
}

async function withDatabase<Result>(work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<Result>) {
  const database = await openDatabase(data, undefined)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

const first = { login: 'kari', name: 'Kari Nordmann', address: 'https://trial.example.org', studies: [compiled.id] }

test('R3-26 given an empty installation, when it is started in production, then its first administrator brings a site to inclusion, and nothing opens too early', async () => {
  const link = await withDatabase(({ pools }) => firstAdministrator(pools, first))
  expect(link).toMatch(/^https:\/\/trial\.example\.org\/activate#[\w-]{43}$/)
  const running = await start(words(), silent)
  try {
    const { address } = running
    expect((await fetch(`${address}/api/demo/accounts`)).status).toBe(404)
    // A browser that came without TLS is told so, and not that it came from a stranger's page.
    const bare = await fetch(`${address}/api/sign-in`, { method: 'POST', headers: { origin: address } })
    expect(await bare.json()).toMatchObject({ refusals: [{ code: 'httpsOnly' }] })
    const kari = await opened(address, link)
    const post = (to: string, body: object = {}, who = kari) => send(address, `${study}${to}`, body, who)
    expect(codes(await post('/open'))).toEqual(['listNotSealed'])

    const { person } = (await post('/people/create', { login: 'ola', printedName: 'Ola Nordmann', locale: 'nb' })).body
    expect((await post('/people/grant-role', { person, role: 'randomisationOfficer' })).status).toBe(201)
    const ola = await opened(address, (await post('/people/invite', { person })).body.link)
    expect((await post('/randomisation-list', {}, ola)).status).toBe(201)
    expect((await post('/open')).status).toBe(201)

    const site = compiled.sites[0]!.id
    expect(codes(await post('/open-site', { site }))).toEqual(['approvalsMissing'])
    for (const approval of inventedApprovals(compiled, site, '2026-01-05'))
      expect((await post('/record-approval', approval)).status).toBe(201)
    expect((await post('/open-site', { site })).status).toBe(201)
  } finally {
    await running.stop()
  }
})

test('given an administrator, when another first one is asked for, then it is refused, and the account is made by nobody else', async () => {
  const again = withDatabase(({ pools }) => firstAdministrator(pools, { ...first, login: 'eva' }))
  await expect(again).rejects.toThrow('Kari Nordmann is administrator already and makes all further accounts.')
})

test.each([
  [{ login: 'a b' }, /is no account name/],
  [{ name: ' ' }, /the name in full/],
  [{ address: 'trial.example.org' }, /is no address people can reach/],
])('given %j for the first administrator, then it is refused in words', async (change, sentence) => {
  await withDatabase(async ({ pools }) => {
    await expect(firstAdministrator(pools, { ...first, ...change })).rejects.toThrow(sentence)
  })
})

test('given a demo account, when production is started, then it does not start; once the account is ended it does', async () => {
  const demo = { login: 'demo', printedName: 'Demo', locale: 'nb', demo: true }
  const made = await withDatabase(({ pools }) => createAccount(pools.access, demo, 'test'))
  await expect(start(words(), silent)).rejects.toThrow(/demo account .*demo/)
  if (made.result !== 'created') throw new Error(made.result)
  await withDatabase(({ pools }) => changeAccount(pools.access, made.accountId, { disabled: true }, 'test'))
  await (await start(words(), silent)).stop()
})

test('given a setting with which data can be lost, when production is started, then it does not start and names the setting', async () => {
  const set = (value: string) =>
    withDatabase(({ adminUrl }) =>
      connectedTo(adminUrl, (client) => client.query(`alter role trialwright_audit ${value}`)),
    )
  await set('set synchronous_commit = off')
  await expect(start(words(), silent)).rejects.toThrow(/synchronous_commit is off and should be on/)
  await set('reset synchronous_commit')
})

test('given a study with an open assumption, when production is started, then it does not start and names one', async () => {
  const usual = startOptions(['--data', data, '--port', '0', '--no-pages', '--mode', 'production'], {})
  await expect(start(usual, silent)).rejects.toThrow(/assumptions nobody has confirmed/)
})
