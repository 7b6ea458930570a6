import path from 'node:path'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { describe } from 'vitest'
import { borrow } from '../borrow.ts'
import type { Chromium } from './unpack.ts'

const left = process.env['TRIALWRIGHT_BROWSER'] === 'none'
if (left) console.warn('TRIALWRIGHT_BROWSER=none: the browser tests are LEFT OUT of this run.')

/** `describe` for browser tests: left out only on demand, and said so. A missing browser fails them. */
export const describeInBrowser: typeof describe.skip = left ? describe.skip : describe

/** Launches a headless browser; the caller closes it. */
export async function browser(): Promise<Browser> {
  const source = await borrow<Chromium>('chromium')
  if (source.kind === 'packaged') return chromium.launch(packaged(source.folder))
  return chromium.launch({ channel: 'chrome' }).catch((error: unknown) => {
    throw new Error(
      'The browser tests found no Chrome: install it, or set TRIALWRIGHT_BROWSER=none to leave these tests out.',
      { cause: error },
    )
  })
}

/** Our own arguments: the package's switch web security off, which would hide mistakes in our content security policy. */
function packaged(folder: string): LaunchOptions {
  return {
    executablePath: path.join(folder, 'chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: {
      ...definedEnvironment(),
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
      TZ: 'Europe/Oslo',
    },
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}
