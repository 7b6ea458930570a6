import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { spreadOf, type Spread } from '../rounds.ts'
import type { Options, Section } from '../section.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const command = path.join(root, 'packages/cli/bin/trialwright.mjs')
/** Says which sources the pages were built from; without it they are built anew. */
const stamp = path.join(root, 'packages/web/dist/.sources')

interface Started {
  /** Seconds from the command to the first page. */
  readonly seconds: number
  stop(): Promise<void>
}

/** `npm start` on an empty folder, the pages built anew, and again on what it left behind. */
export async function startSections({ quick, say }: Options): Promise<readonly Section[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'trialwright-bench-'))
  const words = quick ? ['--no-pages', '--no-participants'] : []
  try {
    const first: number[] = []
    const later: number[] = []
    for (let round = 0; round < (quick ? 1 : 3); round += 1) {
      const data = path.join(folder, String(round))
      say(`start: round ${round + 1}, an empty folder`)
      if (!quick) rmSync(stamp, { force: true })
      const fresh = await start(data, words)
      first.push(fresh.seconds)
      await fresh.stop()
      for (let again = 0; again < (quick ? 1 : 2); again += 1) {
        say('start: again')
        const next = await start(data, words)
        later.push(next.seconds)
        await next.stop()
      }
    }
    return [
      {
        title: 'Start',
        about: 'Seconds from the command to the first page; the first one makes the database and builds the pages.',
        lines: [line('first run', spreadOf(first), 60), line('second run', spreadOf(later), 5)],
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const line = (name: string, { median, min, max }: Spread, goal: number) => ({
  name,
  figure: `${median.toFixed(1)} s`,
  spread: `${min.toFixed(1)}–${max.toFixed(1)}`,
  goal: `< ${goal} s`,
  met: median < goal,
})

async function start(data: string, words: readonly string[]): Promise<Started> {
  const began = performance.now()
  const child = spawn(process.execPath, [command, 'start', '--port', '0', '--data', data, ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString('utf8')
      const found = /Trialwright is at (http:\/\/[^ ]+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error(`it did not start: ${said}`)))
  })
  const page = await fetch(words.includes('--no-pages') ? `${address}/api/public/studies` : address)
  if (!page.ok) throw new Error(`the page answered ${page.status}`)
  await page.text()
  return {
    seconds: (performance.now() - began) / 1000,
    async stop() {
      child.kill('SIGINT')
      await ended
    },
  }
}
