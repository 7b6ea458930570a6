import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { demoPassword } from '../demo/accounts.ts'
import { Stop } from '../stop.ts'
import { startOptions } from './options.ts'
import { type Running, start } from './start.ts'

// Each starts a database of its own, which waits for the disk.
vi.setConfig({ testTimeout: 120_000 })

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'trialwright-start-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const options = (data: string, ...args: string[]) =>
  startOptions(['--data', data, '--port', '0', '--no-pages', '--no-participants', ...args], {})

async function running(data: string, ...args: string[]): Promise<Running> {
  const started = await start(options(data, ...args), () => undefined)
  undo.push(started.stop)
  return started
}

const signIn = (address: string) =>
  fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'monitor', password: demoPassword }),
  })

test('given an empty folder, when it starts, stops and starts again, then the study is open and its data are there', async () => {
  const data = path.join(newFolder(), 'data')
  const first = await running(data)
  await first.invented
  expect((await signIn(first.address)).status).toBe(200)
  const [study] = ((await (await fetch(`${first.address}/api/public/studies`)).json()) as { studies: { id: string }[] })
    .studies
  const page = async (address: string) =>
    (await (await fetch(`${address}/api/public/studies/${study?.id}`)).json()) as { open: boolean; commitment: string }
  const before = await page(first.address)
  expect(before.open).toBe(true)
  await first.stop()
  const second = await running(data)
  expect(await page(second.address)).toMatchObject({ open: true, commitment: before.commitment })
  expect((await signIn(second.address)).status).toBe(200)
})

test('given a running server, when a second one starts on its data or its port, then each is a sentence', async () => {
  const data = newFolder()
  const { address } = await running(data)
  const onData = start(options(data), () => undefined)
  await expect(onData).rejects.toThrow(/Another Trialwright \(process \d+\) is already running on the data/)
  await expect(onData).rejects.toBeInstanceOf(Stop)
  const port = new URL(address).port
  const onPort = start(startOptions(['--data', newFolder(), '--port', port], {}), () => undefined)
  await expect(onPort).rejects.toThrow(`Port ${port} is in use by another program`)
  expect((await fetch(`${address}/api/public/studies`)).status).toBe(200)
})

test('given data of a demo, when they are started in another mode, then they are refused', async () => {
  const data = newFolder()
  await (await running(data)).stop()
  await expect(start(options(data, '--mode', 'training'), () => undefined)).rejects.toThrow(
    /assumptions nobody has confirmed|in another mode/,
  )
})

test('given a folder that cannot be, when it starts, then it says so and does not try for ever', async () => {
  const file = path.join(newFolder(), 'file')
  writeFileSync(file, '')
  await expect(start(options(path.join(file, 'data')), () => undefined)).rejects.toThrow(/cannot be made \(ENOTDIR\)/)
})

test('given a database that is not there, when it is named, then it is a sentence without the password', async () => {
  const named = { ...options(newFolder()), databaseUrl: 'postgres://admin:secret@127.0.0.1:1/none' }
  const started = start(named, () => undefined)
  await expect(started).rejects.toThrow('The database that DATABASE_URL names cannot be used')
  await expect(started).rejects.not.toThrow('secret')
})

test.each([
  [['--port', '70000'], /no port/],
  [['--port', 'http'], /no port/],
  [['--mode', 'play'], /no mode/],
  [['--prot', '4000'], /--prot/],
])('given the words %j, when they are read, then the wrong one is named', (args, sentence) => {
  expect(() => startOptions(args, {})).toThrow(sentence)
})

test('options come from the words first, then from the environment', () => {
  expect(startOptions([], { PORT: '4100', TRIALWRIGHT_MODE: 'training' })).toMatchObject({
    port: 4100,
    mode: 'training',
  })
  expect(startOptions(['--port', '4200', '--mode', 'demo'], { PORT: '4100' })).toMatchObject({
    port: 4200,
    mode: 'demo',
  })
})
