import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { axe } from '@trialwright/test-support'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Act } from './effort.ts'

const pictures = fileURLToPath(new URL('./__screenshots__', import.meta.url))

/** One person's browser window, in Norwegian. */
export interface Screen {
  readonly page: Page
  /** All that was pressed, followed, chosen and typed by the words below. */
  readonly acts: readonly Act[]
  open(path: string): Promise<void>
  /** From the sign-in page, by one click on the demo's account. */
  signIn(account: string): Promise<void>
  press(name: string | RegExp, within?: Locator): Promise<void>
  follow(name: string | RegExp, within?: Locator): Promise<void>
  type(label: string | RegExp, text: string, within?: Locator): Promise<void>
  /** One of the answers that stand open under a question. */
  choose(question: string | RegExp, answer: string): Promise<void>
  /** One of the answers in a list that unfolds. */
  select(label: string | RegExp, answer: string, within?: Locator): Promise<void>
  /** The dialog that is open. */
  readonly dialog: Locator
  sees(text: string | RegExp): Promise<void>
  /** Takes a picture and finds nothing against accessibility, nothing wider than the window, no failure in the console. */
  look(name: string): Promise<void>
  /** Another tab of the same browser, where the same person is signed in. */
  anotherTab(who: string): Promise<Screen>
  close(): Promise<void>
}

const patience = 10_000

export async function openScreen(chrome: Browser, address: string, who: string): Promise<Screen> {
  const context = await chrome.newContext({
    baseURL: address,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(patience)
  return screenIn(context, who)
}

async function screenIn(context: BrowserContext, who: string): Promise<Screen> {
  const page = await context.newPage()
  const failures: string[] = []
  page.on('pageerror', (error) => failures.push(String(error)))
  page.on('console', (message) => {
    // A browser calls every refusal a failure to load; what the page makes of it is looked at below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      failures.push(message.text())
  })
  let number = 0
  const acts: Act[] = []
  const screen: Screen = {
    page,
    acts,
    dialog: page.getByRole('dialog'),
    async open(to) {
      await page.goto(to)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
    },
    async signIn(account) {
      await screen.open('/sign-in')
      await page.locator('details:not([open]) > summary').evaluateAll((all) => {
        for (const summary of all) summary.parentElement?.setAttribute('open', '')
      })
      acts.push({ kind: 'point' })
      await page.getByRole('button', { name: account }).click()
      await page.getByRole('button', { name: 'Logg ut' }).waitFor()
    },
    press(name, within) {
      acts.push({ kind: 'point' })
      return (within ?? page).getByRole('button', { name, exact: true }).first().click()
    },
    follow(name, within) {
      acts.push({ kind: 'point' })
      return (within ?? page).getByRole('link', { name, exact: true }).first().click()
    },
    type(label, text, within) {
      acts.push({ kind: 'type', letters: text.length })
      return (within ?? page).getByLabel(label, { exact: true }).first().fill(text)
    },
    choose(question, answer) {
      acts.push({ kind: 'point' })
      return page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check()
    },
    async select(label, answer, within) {
      // Unfolded first, then chosen.
      acts.push({ kind: 'point' }, { kind: 'point' })
      await (within ?? page).getByLabel(label, { exact: true }).first().selectOption({ label: answer })
    },
    async sees(text) {
      await page.getByText(text).filter({ visible: true }).first().waitFor()
    },
    async look(name) {
      await page.waitForLoadState('networkidle')
      number += 1
      const file = `${who}-${String(number).padStart(2, '0')}-${name}.png`
      await page.screenshot({ path: path.join(pictures, file), fullPage: true })
      const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
      const language = await page.evaluate('document.documentElement.lang')
      expect({ page: `${who}: ${name}`, against: await axe(page), wide, language, failures }).toEqual({
        page: `${who}: ${name}`,
        against: [],
        wide: false,
        language: 'nb',
        failures: [],
      })
    },
    anotherTab: (name) => screenIn(context, name),
    close: () => context.close(),
  }
  return screen
}
