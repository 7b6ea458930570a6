import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { instantOf } from '@trialwright/protocol'
import { httpHands, type Who } from '@trialwright/simulation'
import type { DemoAccounts } from '@trialwright/server'
import { startEmbedded, verifyAll } from '@trialwright/records'
import { expect, test } from 'vitest'
import { startOptions } from '../start/options.ts'
import { start } from '../start/start.ts'

async function cookieOf(address: string, { password }: DemoAccounts): Promise<string> {
  const answer = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'monitor', password }),
  })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

const nightly = process.env['TRIALWRIGHT_EFFORT'] === 'nightly'
/** By day half of the demo's past, in which nobody has completed the trial yet. */
const days = nightly ? '330' : '170'

interface Row {
  readonly code: string
  readonly status: string
}

test('given an empty demo, when its past is lived through the commands, then participants stand everywhere and the records verify', async () => {
  const data = mkdtempSync(path.join(os.tmpdir(), 'trialwright-demo-'))
  const said: string[] = []
  const undo: (() => void)[] = []
  const running = await start(
    startOptions(['--data', data, '--port', '0', '--no-pages', '--demo-days', days], {}),
    (line) => said.push(line),
  )
  try {
    const count = await running.invented
    expect(count).toBeGreaterThanOrEqual(nightly ? 22 : 8)
    expect(said.some((line) => line.includes(`${count} virtual participants`))).toBe(true)
    const accounts = (await (await fetch(`${running.address}/api/demo/accounts`)).json()) as DemoAccounts
    const { studies } = (await (await fetch(`${running.address}/api/public/studies`)).json()) as {
      studies: { id: string }[]
    }
    const hands = httpHands({ ...accounts, address: running.address, study: studies[0]?.id ?? '', seed: 1 })
    undo.push(() => hands.close())
    const monitor: Who = { role: 'monitor', site: null }
    const { rows } = await hands.read<{ rows: readonly Row[] }>(monitor, '/participants')
    expect(rows).toHaveLength(count)
    const statuses = new Set(rows.map(({ status }) => status))
    for (const status of [...(nightly ? ['completed'] : []), 'inFollowUp', 'onTreatment', 'screenFailed'])
      expect(statuses).toContain(status)
    // The demo ends in the present.
    expect(Math.abs((instantOf(await hands.now()) ?? 0) - Date.now())).toBeLessThan(60_000)

    // And goes on when somebody lets it: the clock moves with the people, and a second wish waits.
    const monitorsCookie = await cookieOf(running.address, accounts)
    const live = (days: number) =>
      fetch(`${running.address}/api/demo/trial`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: monitorsCookie },
        body: JSON.stringify({ days }),
      })
    const trial = async () =>
      (await (await fetch(`${running.address}/api/demo/trial`, { headers: { cookie: monitorsCookie } })).json()) as {
        readonly state: string
        readonly today: string
      }
    expect((await trial()).state).toBe('rests')
    const { today: before } = await trial()
    expect((await live(0)).status).toBe(400)
    expect((await live(14)).status).toBe(200)
    expect((await live(14)).status).toBe(409)
    while ((await trial()).state === 'lives') await new Promise((resolve) => setTimeout(resolve, 200))
    const after = await trial()
    expect(after.state).toBe('rests')
    expect(after.today > before).toBe(true)
    expect((instantOf(await hands.now()) ?? 0) - Date.now()).toBeGreaterThan(5 * 86_400_000)
  } finally {
    for (const step of undo) step()
    await running.stop()
  }
  const database = await startEmbedded({ folder: path.join(data, 'postgres'), durable: true })
  try {
    expect((await verifyAll(database.adminUrl)).map(({ problem }) => problem)).toEqual([undefined, undefined])
  } finally {
    await database.stop()
    rmSync(data, { recursive: true, force: true })
  }
}, 1_200_000)
