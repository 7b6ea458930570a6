import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { inventedApprovals } from '@trialwright/conduct'
import { verifyAll } from '@trialwright/records'
import { ranges } from '@trialwright/study-back-to-basic/demo'
import { connectedTo, runs } from '@trialwright/test-support'
import { expect, test } from 'vitest'
import { signIn } from '../journeys/person.ts'
import type { Acknowledged } from './command.ts'
import type { Order, Report } from './driver.ts'
import { compiled, install, takeDown } from './installation.ts'
import { type Talking, talkTo } from './process.ts'
import type { Hands } from './work.ts'

const writers = 8
const cycles = runs(15).numRuns
const study = `/api/studies/${compiled.id}`

type Installation = Awaited<ReturnType<typeof install>>
type App = Talking<never, { readonly address: string }>

async function startApp(folder: string): Promise<{ readonly app: App; readonly address: string }> {
  // Halves the processor time of a start.
  const cache = { NODE_COMPILE_CACHE: path.join(folder, 'compiled') }
  const app: App = talkTo(new URL('./app.ts', import.meta.url), [folder], cache)
  const { address } = await app.hear(60_000)
  return { app, address }
}

/** Opens the trial and signs its people in; sessions outlive the server. */
async function open({ accounts, password }: Installation, address: string): Promise<readonly Hands[]> {
  const named = (name: string) => signIn(address, name, password)
  await (await named('randomisation')).send(`${study}/randomisation-list`)
  const administrator = await named('administrator')
  await administrator.send(`${study}/open`)
  for (const { id } of compiled.sites) {
    for (const approval of inventedApprovals(compiled, id, '2020-01-01'))
      await administrator.send(`${study}/record-approval`, approval)
    await administrator.send(`${study}/open-site`, { site: id })
  }
  await (await named('datamanager')).send(`${study}/laboratory-ranges`, { ranges })
  const { today } = await administrator.read(`/api/public/studies/${compiled.id}`)
  const at = async (role: string, site: string) =>
    named(accounts.find((each) => each.role === role && each.site === site)?.name ?? '')
  const reader = (await named('mrireader')).cookie
  return Promise.all(
    Array.from({ length: writers }, async (_, index) => {
      const site = compiled.sites[index % compiled.sites.length]!.id
      const [coordinator, investigator] = [await at('coordinator', site), await at('investigator', site)]
      const signing = { name: investigator.name, password }
      return { site, coordinator: coordinator.cookie, investigator: investigator.cookie, reader, signing, today }
    }),
  )
}

function expectReport<Is extends Report['is']>(report: Report, is: Is): Extract<Report, { readonly is: Is }> {
  if (report.is !== is) throw new Error(`${is} was expected, but ${JSON.stringify(report)}`)
  return report as Extract<Report, { readonly is: Is }>
}

const counted = `
  select
    (select count(*) from record.event where study_id = $1 and stream_id like 'participant/%')::int as events,
    (select count(distinct (stream_id, version)) from record.event where study_id = $1 and stream_id like 'participant/%')::int as places,
    (select count(*) from unblinded.event where study_id = $1 and type = 'TreatmentAllocated')::int as allocated,
    (select count(distinct (stratum, slot_no)) from unblinded.allocation where study_id = $1)::int as slots,
    (select sum(next_slot - 1) from unblinded.stratum where study_id = $1)::int as taken,
    (select count(*) from (
      select study_id, 'open' as log, position from record.event
      union all select study_id, 'sealed', position from unblinded.event) e
      full join audit.leaf l using (study_id, log, position)
      where e.position is null or l.position is null)::int as orphans`

async function expectNothingLost(adminUrl: string, file: string): Promise<void> {
  const acknowledged = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Acknowledged)
  expect(new Set(acknowledged.map(({ key }) => key)).size).toBe(acknowledged.length)
  await connectedTo(adminUrl, async (client) => {
    const { rows } = await client.query<{ key: string; body_hash: string; response: string }>(
      'select key, body_hash, response from record.idempotency where study_id = $1',
      [compiled.id],
    )
    const stored = new Map(rows.map((row) => [row.key, row]))
    const lost = acknowledged.filter(({ key, hash, text }) => {
      const row = stored.get(key)
      return row?.body_hash !== hash || row.response !== text
    })
    expect(lost).toEqual([])
    // And nothing nobody asked for: the rest sealed the list, opened the study, recorded approvals, opened sites, and recorded ranges.
    const before = compiled.sites.reduce(
      (sum, { id }) => sum + 1 + inventedApprovals(compiled, id, '2020-01-01').length,
      3,
    )
    expect(rows.length - acknowledged.length).toBeLessThanOrEqual(before)
    const { rows: counts } = await client.query<Record<string, number>>(counted, [compiled.id])
    expect(counts[0]).toMatchObject({ events: acknowledged.length, places: acknowledged.length, orphans: 0 })
    const { allocated, slots, taken } = counts[0] ?? {}
    expect([slots, taken]).toEqual([allocated, allocated])
    expect(allocated).toBeGreaterThan(writers)
  })
  const results = await verifyAll(adminUrl)
  expect(results.flatMap(({ problem }) => problem ?? [])).toEqual([])
}

test(
  `D1 P11-06 RND-02 given ${writers} writers, when the server is killed ${cycles} times, then nothing acknowledged is lost, doubled or without its leaf`,
  async () => {
    const installation = await install()
    const { folder } = installation
    const file = path.join(folder, 'acknowledged')
    const driver: Talking<Order, Report> = talkTo(new URL('./driver.ts', import.meta.url))
    let app: App | undefined
    let survived = false
    try {
      let address: string
      ;({ app, address } = await startApp(folder))
      const hands = await open(installation, address)
      let [replayed, carriedOut] = [0, 0]
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        driver.say({ do: 'write', address, hands, file })
        expectReport(await driver.hear(20_000), 'writing')
        await new Promise((resolve) => setTimeout(resolve, randomInt(100, 601)))
        await app.kill()
        expect(expectReport(await driver.hear(20_000), 'idle').unknown).toBe(writers)
        ;({ app, address } = await startApp(folder))
        driver.say({ do: 'settle', address })
        const settled = expectReport(await driver.hear(30_000), 'settled')
        replayed += settled.replayed
        carriedOut += settled.carriedOut
      }
      // Both kinds of doubt were met: stored but not yet told, and never stored.
      expect([replayed > 0, carriedOut > 0]).toEqual([true, true])
      survived = true
    } finally {
      await driver.kill()
      await app?.kill()
      await takeDown(folder, (adminUrl) => (survived ? expectNothingLost(adminUrl, file) : Promise.resolve()))
    }
  },
  cycles * 10_000,
)
