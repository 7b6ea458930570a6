import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { instantOf } from '@trialwright/protocol'
import { startEmbedded, verifyAll } from '@trialwright/records'
import { expect, test } from 'vitest'
import { startOptions } from '../start/options.ts'
import { start } from '../start/start.ts'
import { createDemoClient } from './client.ts'

interface Row {
  readonly code: string
  readonly status: string
}

test('given an empty demo, when its past is lived through the commands, then participants stand everywhere and the records verify', async () => {
  const data = mkdtempSync(path.join(os.tmpdir(), 'trialwright-demo-'))
  const said: string[] = []
  const running = await start(startOptions(['--data', data, '--port', '0', '--no-pages'], {}), (line) =>
    said.push(line),
  )
  try {
    const count = await running.invented
    expect(count).toBeGreaterThanOrEqual(20)
    expect(said.filter((line) => line.includes('invented participants:'))).toHaveLength(count)
    const accounts = (await (await fetch(`${running.address}/api/demo/accounts`)).json()) as Parameters<
      typeof createDemoClient
    >[0]
    const { studies } = (await (await fetch(`${running.address}/api/public/studies`)).json()) as {
      studies: { id: string }[]
    }
    const client = createDemoClient({ ...accounts, address: running.address, study: studies[0]?.id ?? '' })
    const { rows } = await client.read<{ rows: readonly Row[] }>('monitor', '', '/participants')
    expect(rows).toHaveLength(count)
    expect([...new Set(rows.map(({ status }) => status))].toSorted()).toEqual([
      'completed',
      'consented',
      'eligible',
      'inFollowUp',
      'inScreening',
      'onTreatment',
      'registered',
      'screenFailed',
      'treatmentStopped',
      'withdrawn',
    ])
    // The demo ends in the present.
    expect(Math.abs((instantOf(await client.now()) ?? 0) - Date.now())).toBeLessThan(60_000)
  } finally {
    await running.stop()
  }
  const database = await startEmbedded({ folder: path.join(data, 'postgres'), durable: true })
  try {
    expect((await verifyAll(database.adminUrl)).map(({ problem }) => problem)).toEqual([undefined, undefined])
  } finally {
    await database.stop()
    rmSync(data, { recursive: true, force: true })
  }
}, 400_000)
