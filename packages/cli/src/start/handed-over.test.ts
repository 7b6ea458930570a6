import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inRoot } from '../place.ts'

// Each starts a database of its own, which waits for the disk.
vi.setConfig({ testTimeout: 120_000 })

let data: string
beforeAll(() => void (data = mkdtempSync(path.join(os.tmpdir(), 'trialwright-handed-over-'))))
afterAll(() => rmSync(data, { recursive: true, force: true }))

/** Makes the Node that runs the test believe it is an older one, so that it hands over. */
const older = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.0.0'}})`

/** Starts a server through an older Node, sends that one the signal, and tells what was printed when all output ended. */
async function started(signal: NodeJS.Signals) {
  const words = ['start', '--data', data, '--port', '0', '--no-pages', '--no-participants']
  const parent = spawn(process.execPath, ['--import', older, inRoot('packages/cli/bin/trialwright.mjs'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  const address = new Promise<string>((resolve) =>
    parent.stdout.on('data', (part) => {
      printed += String(part)
      const [found] = /http:\S+/.exec(printed) ?? []
      if (found) resolve(found)
    }),
  )
  const code = new Promise<number | null>((resolve) => parent.once('exit', resolve))
  // The pipe is open as long as the child has it.
  const ended = new Promise<void>((resolve) => parent.stdout.once('close', () => resolve()))
  const server = await address
  expect((await fetch(`${server}/api/public/studies`)).status).toBe(200)
  parent.kill(signal)
  await ended
  await expect(fetch(`${server}/api/public/studies`)).rejects.toThrow('fetch failed')
  return { code: await code, printed }
}

test('given a server that an older Node handed over, when that Node is killed, then the server stops cleanly by itself', async () => {
  const outcome = await started('SIGKILL')
  expect(outcome.code).toBe(null)
  expect(outcome.printed).toContain('Stopping')
})

// A start costs some 20 s of a busy machine.
test.runIf(process.env['TRIALWRIGHT_EFFORT'] === 'nightly')(
  'given a server that an older Node handed over, when that Node is asked to end, then the server stops cleanly, and then it does',
  async () => {
    const outcome = await started('SIGTERM')
    expect(outcome.code).toBe(0)
    expect(outcome.printed).toContain('Stopping')
  },
)
