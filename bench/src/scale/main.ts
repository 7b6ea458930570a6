import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, studyId } from './build.ts'
import { type Client, median, p95, signIn, type Timed } from './client.ts'
import { type Page, pagesToRead } from './pages.ts'
import { scaleSettings } from './settings.ts'
import type { ServerTimes } from './times.ts'

/*
 * `npm run bench:scale`: builds ten thousand participants with five million values once, starts the product on them in a
 * process of its own, and tells how long each page and a saving take: within the server, by which the goals are judged, and until
 * the client has the last byte. Clients take turns, four at a time unless told.
 */

const settings = scaleSettings(process.argv.slice(2))
const began = performance.now()
const say = (line: string) => console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`)
const address = `http://127.0.0.1:${settings.port}`
const goals = { page: 300, saving: 150 }

if (!settings.measureOnly) await build(settings, say)
const server = await serve()
try {
  await measure()
} finally {
  server.kill('SIGINT')
}

async function serve() {
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const cli = path.join(root, 'packages/cli/src/main.ts')
  const child = spawn(
    process.execPath,
    [
      '--import',
      new URL('times.ts', import.meta.url).href,
      cli,
      'start',
      '--port',
      String(settings.port),
      '--data',
      settings.data,
      '--no-pages',
    ],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  )
  for (let tries = 0; ; tries += 1) {
    if (tries > 600 || child.exitCode !== null) throw new Error('the server did not start')
    const up = await fetch(`${address}/api/public/studies`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (up) return child
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** What the server took for the requests since this was last asked. */
function serverTimes(): Promise<ServerTimes> {
  const told = new Promise<ServerTimes>((resolve) => server.once('message', (times) => resolve(times as ServerTimes)))
  server.send('take')
  return told
}

async function measure(): Promise<void> {
  const { password } = (await (await fetch(`${address}/api/demo/accounts`)).json()) as { password: string }
  const clients = new Map<string, Promise<Client>>()
  const as = (account: string) => {
    const client = clients.get(account) ?? signIn(address, account, password)
    clients.set(account, client)
    return client
  }
  const monitor = await as('monitor')
  const base = `/api/studies/${studyId}`
  const first = await monitor.get(`${base}/participants`)
  say(`the first list took ${first.milliseconds.toFixed(0)} ms and tells of ${first.body.all} participants`)
  const codes = await fullCodes(monitor, base)
  const lines: string[] = []
  const told = async (name: string, goal: number, method: string, asking: () => Promise<readonly Timed[]>) => {
    await serverTimes()
    const answers = await asking()
    const { took, processor } = await serverTimes()
    const within = took[method] ?? []
    const until = answers.map(({ milliseconds }) => milliseconds)
    const statuses = [...new Set(answers.map(({ status }) => status))].join(' ')
    const figures = [...[within, until].flatMap((times) => [median(times), p95(times)]), processor / answers.length]
    const line = `| ${name} | ${statuses} | ${figures.map((each) => each.toFixed(1)).join(' | ')} | ${p95(within) <= goal ? 'met' : 'MISSED'} |`
    lines.push(line)
    console.log(line)
  }
  console.log(`Load ${loadavg()[0]?.toFixed(1)}; ${settings.clients} clients, ${settings.requests} requests each\n`)
  console.log(
    '| asked | status | server median ms | server p95 ms | client median ms | client p95 ms | processor ms | goal |',
  )
  console.log('|---|---|---:|---:|---:|---:|---:|---|')
  const wanted = (name: string) => name.includes(settings.only)
  for (const page of pagesToRead(studyId, codes).filter(({ name }) => wanted(name)))
    await told(page.name, goals.page, 'GET', await reading(page, await as(page.account)))
  const saving = 'save a form (nurse)'
  const nurse = await as('nurse.ous')
  if (wanted(saving)) await told(saving, goals.saving, 'POST', () => saved(nurse, base, codes))
  console.log(`\nLoad ${loadavg()[0]?.toFixed(1)}`)
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
  console.log(
    `Memory of the server: ${/VmRSS:\s+(.*)/.exec(status)?.[1]}, at most ${/VmHWM:\s+(.*)/.exec(status)?.[1]}`,
  )
  const missed = lines.filter((line) => line.includes('MISSED')).length
  console.log(`${lines.length - missed} of ${lines.length} met`)
}

/** Codes of copies at one site, whose records are whole. */
async function fullCodes(monitor: Client, base: string): Promise<readonly string[]> {
  const codes: string[] = []
  for (let after = 'OUS-050'; codes.length < 500; ) {
    const { body } = await monitor.get(`${base}/participants?site=ous&after=${after}`)
    codes.push(...(body.rows as readonly { code: string }[]).map(({ code }) => code))
    if (body.next === undefined) break
    after = body.next
  }
  return codes
}

/** The page, asked for once before it is measured. */
async function reading(page: Page, client: Client) {
  await client.get(page.path(0))
  return () => turns((number) => client.get(page.path(number + 1)))
}

/** A weight corrected, with its reason, of one participant after another. */
async function saved(nurse: Client, base: string, codes: readonly string[]): Promise<readonly Timed[]> {
  return turns(async (number) => {
    const own = `${base}/participants/${codes[number % codes.length]}`
    const { body } = await nurse.get(`${own}/forms/day42/vitals`)
    return nurse.post(`${own}/record-form`, {
      encounter: 'day42',
      form: 'vitals',
      day: body.day,
      expectedVersion: body.version,
      entries: { weight: { typed: String(60 + (body.version % 40)), unit: 'kg' } },
      reasons: { weight: 'Read off the wrong line' },
      clientTime: new Date().toISOString(),
    })
  })
}

async function turns(work: (number: number) => Promise<Timed>): Promise<readonly Timed[]> {
  const answers: Timed[] = []
  for (let at = 0; at < settings.requests; at += settings.clients)
    answers.push(...(await Promise.all(Array.from({ length: settings.clients }, (_, index) => work(at + index)))))
  return answers
}
