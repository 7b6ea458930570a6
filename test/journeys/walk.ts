import { axe } from '@trialwright/test-support'
import { type PageRow, pagesOfStudy } from '@trialwright/web'
import type { Browser, Page } from 'playwright-core'

/** The address of every page below the study, with its parameters named. */
export const addresses: readonly string[] = pagesOfStudy.flatMap(addressesOf)

function addressesOf({ path, children }: PageRow): readonly string[] {
  if (!children) return [path]
  return children.map((child) => (child.path === '' ? path : `${path}/${child.path}`))
}

/** Which page an address below the study leads to; one that names a place goes before one that takes any. */
export function pageAt(address: string): string | undefined {
  const given = address.split('/')
  const fits = addresses.filter((pattern) => {
    const parts = pattern.split('/')
    return parts.length === given.length && parts.every((part, index) => part.startsWith(':') || part === given[index])
  })
  return fits.toSorted((a, b) => a.split(':').length - b.split(':').length)[0]
}

/** What is known over all the walks: each page's dialogs are opened once in a language. */
export interface Seen {
  /** With the language before the address. */
  readonly pages: Set<string>
  readonly dialogs: Set<string>
  /** Pages with their width and language that axe has seen. */
  readonly examined: Set<string>
  /** Leave nothing out for the sake of time. */
  readonly whole: boolean
  readonly faults: string[]
}

const wide = { width: 1280, height: 900 }
const narrow = { width: 390, height: 844 }

/** One person opens each page that a link leads them to, at both widths, with everything that opens on it. */
export async function walk(
  chrome: Browser,
  base: string,
  study: string,
  account: string,
  language: string,
  seen: Seen,
) {
  const root = `/studies/${study}`
  const context = await chrome.newContext({
    baseURL: base,
    locale: language === 'nb' ? 'nb-NO' : 'en-GB',
    timezoneId: 'Europe/Oslo',
    viewport: wide,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  let at = 'sign-in'
  const report = (fault: string) => seen.faults.push(`${at} (${account}, ${language}): ${fault}`)
  page.on('pageerror', (error) => report(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) report(message.text())
  })
  await page.goto('/sign-in')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.evaluate("document.querySelectorAll('details').forEach((all) => { all.open = true })")
  await page.getByRole('button', { name: account }).click()
  await page.locator('.shell').waitFor()

  const visited = new Set<string>()
  const placeOf = (address: string) => pageAt(address.slice(root.length + 1)) ?? address
  const waiting = [`${root}/`, '/studies/account']
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (visited.has(placeOf(address))) continue
    visited.add(placeOf(address))
    at = address
    await page.setViewportSize(wide)
    // As a link would: the app stays loaded, and its content is given the focus once the other page is there.
    await page.evaluate(
      `document.activeElement?.blur(); history.pushState({}, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'))`,
    )
    try {
      await settled(page)
      // The start leads on to the page of one's work.
      const place = placeOf(new URL(page.url()).pathname)
      for (const one of [placeOf(address), place]) {
        visited.add(one)
        seen.pages.add(`${language} ${one}`)
      }
      at = place
      await look(page, report, axes(seen, `${place} ${wide.width}`, language))
      await openDialogs(page, report, `${language} ${place}`, seen.dialogs)
      await page.setViewportSize(narrow)
      await look(page, report, axes(seen, `${place} ${narrow.width}`, language))
    } catch (error) {
      report(String(error).split('\n').slice(0, 3).join(' '))
    }
    const links = await linksOf(page, root)
    waiting.push(...links.filter((next) => !visited.has(placeOf(next))))
  }
  await context.close()
}

/** Axe takes most of the time, so it is asked of a page once at each width and in each language, or of everybody's. */
function axes({ whole, examined }: Seen, place: string, language: string): boolean {
  const before = examined.has(`${language} ${place}`)
  examined.add(`${language} ${place}`)
  return whole || !before
}

async function settled(page: Page) {
  await page.locator('main:focus').waitFor()
  await page.locator('main:has(h1):not(:has(.loading))').waitFor()
}

const linksOf = (page: Page, root: string): Promise<readonly string[]> =>
  page.evaluate(`[...new Set([...document.querySelectorAll('nav a[href], main a[href]')]
    .filter((link) => !link.hasAttribute('download') && link.target !== '_blank')
    .map((link) => link.getAttribute('href').split(/[?#]/)[0])
    .filter((href) => href.startsWith(${JSON.stringify(`${root}/`)})))]`)

async function look(page: Page, report: (fault: string) => void, withAxe: boolean) {
  const { width = 0 } = page.viewportSize() ?? {}
  const found = await page.evaluate<{ over: number; hidden: string[]; headings: number; title: string }>(`({
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    hidden: [...document.querySelectorAll('main .card')].filter((all) => getComputedStyle(all).overflowX === 'clip' && all.scrollWidth > all.clientWidth + 1)
      .map((all) => all.innerText.slice(0, 40)),
    headings: document.querySelectorAll('h1').length,
    title: document.title,
  })`)
  if (found.over > 0) report(`${found.over} px wider than a window of ${width}`)
  for (const card of found.hidden) report(`at ${width} px a card cuts off what it holds: ${card}`)
  if (found.headings !== 1) report(`${found.headings} headings of the first level`)
  if (!/\S · \S/.test(found.title)) report(`the document is called “${found.title}”`)
  if (withAxe) for (const { rule, where } of await axe(page)) report(`${rule} at ${width} px: ${where.join(', ')}`)
}

/** Opens what each button of a command opens; nothing is sent. */
async function openDialogs(page: Page, report: (fault: string) => void, place: string, seen: Set<string>) {
  const buttons = page.locator('main button[aria-haspopup=dialog]')
  const names = await page.evaluate<string[]>(
    "[...document.querySelectorAll('main button[aria-haspopup=dialog]')].map((all) => (all.checkVisibility() ? all.innerText : ''))",
  )
  for (const [index, whole] of names.entries()) {
    const name = (whole.split(':')[0] ?? '').trim()
    if (name === '' || seen.has(`${place} ${name}`)) continue
    seen.add(`${place} ${name}`)
    const button = buttons.nth(index)
    await button.click()
    await page.locator('dialog[open]:not(:has(.loading))').waitFor()
    const focused = await page.evaluate<boolean>("document.activeElement?.matches('dialog[open] *') ?? false")
    if (!focused) report(`“${name}” opens without a focus`)
    for (const { rule, where } of await axe(page, 'dialog[open]')) report(`${rule} in “${name}”: ${where.join(', ')}`)
    await page.keyboard.press('Escape')
    if (await page.locator('dialog[open]').count()) report(`“${name}” does not close with Escape`)
  }
}
