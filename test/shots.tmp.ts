import { chromium } from 'playwright-core'
import path from 'node:path'
const folder = process.env.CHROME_DIR!
const [base, out, role, lang = 'en', width = '1280', ...paths] = process.argv.slice(2)
const b = await chromium.launch({ executablePath: path.join(folder, 'chromium'), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'], env: { ...process.env, LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: path.join(folder, 'fonts.conf'), TZ: 'Europe/Oslo' } as any })
const c = await b.newContext({ baseURL: base, locale: lang === 'nb' ? 'nb-NO' : 'en-GB', viewport: { width: Number(width), height: 900 }, reducedMotion: 'reduce' })
const p = await c.newPage()
p.on('console', (m) => { if (m.type() === 'error') console.log('console:', m.text().slice(0, 200)) })
p.on('pageerror', (e) => console.log('pageerror', String(e).slice(0, 300)))
if (role !== '-') {
  await p.goto('/sign-in'); await p.getByRole('heading', { level: 1 }).first().waitFor()
  await p.locator('details:not([open]) > summary').evaluateAll((all) => { for (const s of all) s.parentElement?.setAttribute('open', '') })
  await p.getByRole('button', { name: role! }).first().click()
  await p.waitForURL(/studies/, { timeout: 20000 })
}
let n = 0
for (const to of paths) {
  if (to.startsWith('/')) await p.goto(to); else if (to.startsWith('click:')) await p.getByRole('link', { name: to.slice(6) }).or(p.getByRole('button', { name: to.slice(6) })).first().click()
  await p.waitForLoadState('networkidle').catch(() => {}); await p.waitForTimeout(400)
  const file = `${out}-${n++}.png`
  await p.screenshot({ path: file, fullPage: true })
  console.log(file, p.url(), (await p.getByRole('navigation').first().innerText().catch(() => '')).replaceAll('\n', ' | '))
}
await b.close()
