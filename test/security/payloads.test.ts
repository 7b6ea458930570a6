import { randomUUID } from 'node:crypto'
import { buildPages } from '@trialwright/cli'
import { browser, describeInBrowser } from '@trialwright/test-support'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Participant } from '../journeys/participant.ts'
import { compiled } from '../journeys/server.ts'
import { openedTrial, type Trial, treated } from '../journeys/trial.ts'
import { isFormula, payloads } from './payloads.ts'

const nightly = process.env['TRIALWRIGHT_EFFORT'] === 'nightly'
const hostile = payloads(nightly ? 200 : 40)

vi.setConfig({ testTimeout: nightly ? 900_000 : 180_000 })

/** Of the site's forms at screening, every item that takes any text. */
const texts = compiled.encounters
  .find(({ id }) => id === 'screening')!
  .forms.map((id) => compiled.forms.find((form) => form.id === id)!)
  .filter(({ filledBy }) => filledBy === 'site')
  .flatMap((form) => form.items.filter(({ type }) => type === 'text').map((item) => ({ form: form.id, item: item.id })))

const pagesOf: Readonly<Record<string, readonly string[]>> = {
  'coordinator.ous': [
    'today',
    'participants',
    '/',
    '/history',
    '/screening',
    '/treatment',
    '/unblinding',
    '/signatures',
    'audit',
  ],
  'investigator.ous': ['today', '/', '/screening', '/treatment', '/signatures'],
  'nurse.ous': ['/infusions/day0', '/history'],
  monitor: ['today', '/', '/history', 'audit?pattern=correction', 'unblinding'],
  datamanager: ['audit', 'access?of=data'],
  inspector: ['/history', 'audit', 'access'],
  mrireader: ['participants'],
  'pharmacist.ous': ['pharmacy', 'stock'],
  administrator: ['overview', 'access'],
}

describeInBrowser('texts that would run', () => {
  let trial: Trial
  let chrome: Browser
  let participant: Participant
  let kept: readonly string[] = []

  beforeAll(async () => {
    const pages = await buildPages(() => {})
    trial = await openedTrial(pages)
    participant = await treated(trial)
    await writeEverywhere()
    chrome = await browser()
  }, 400_000)
  afterAll(async () => {
    await chrome?.close()
    await trial?.[Symbol.asyncDispose]()
  })

  /** Each text item is filled and corrected again and again, each time with another payload as value and as reason. */
  async function writeEverywhere(): Promise<void> {
    const nurse = await trial.signIn('nurse')
    const own = `${trial.study}/participants/${participant.code}`
    const written: string[] = []
    const refused: string[] = []
    let turn = 0
    for (const payload of hostile) {
      const { form, item } = texts[turn++ % texts.length]!
      const { version, day } = await nurse.read(`${own}/forms/screening/${form}`)
      const answer = await nurse.ask(
        'POST',
        `${own}/record-form`,
        {
          encounter: 'screening',
          form,
          day,
          expectedVersion: version,
          entries: { [item]: { typed: payload } },
          reasons: { [item]: payload },
        },
        randomUUID(),
      )
      // Text that would deceive a reader, such as a turned direction, is refused at the door.
      expect([201, 400, 422]).toContain(answer.status)
      if (answer.status === 201) written.push(payload)
      else refused.push(`${form}.${item}: ${answer.text}`)
    }
    const at = (index: number) => hostile[index % hostile.length]!
    await participant.hold(at(1))
    await participant.release(at(2))
    await trial.wait(20)
    await participant.visit('day14', { reason: at(3) })
    const accident = { learner: 'siteStaff', who: at(4), how: at(5), assessment: at(6), actions: at(7) }
    const day = await trial.today()
    await participant.command('nurse', 'record-accidental-unblinding', { day, ...accident })
    await participant.stop(at(8))
    kept = written
    if (written.length === 0) throw new Error(refused.slice(0, 8).join('\n'))
  }

  test('given two hundred texts, when they are written as values and reasons, then they are kept as typed', async () => {
    expect(kept.length).toBeGreaterThan(hostile.length * 0.8)
    const rows = (
      await (
        await trial.signIn('monitor')
      ).read(`${trial.study}/audit?pattern=correction&participant=${participant.code}`)
    ).rows
    const reasons = rows.flatMap((row: { changes: { reason?: string }[] }) => row.changes.map(({ reason }) => reason))
    expect(reasons.some((reason: string) => kept.includes(reason))).toBe(true)
  })

  test.each(Object.keys(pagesOf))(
    'P11-01 given %s, when every page with them is opened, then nothing runs, nothing is loaded from elsewhere, and the policy is never tried',
    async (account) => {
      const context = await chrome.newContext({ baseURL: trial.server.address, locale: 'nb-NO' })
      const page = await context.newPage()
      const signs = watch(page, trial.server.address)
      const signedIn = await context.request.post('/api/sign-in', {
        data: { name: account, password: trial.server.password },
        headers: { origin: trial.server.address },
      })
      expect(signedIn.ok()).toBe(true)
      for (const path of pagesOf[account]!) {
        const base = `/studies/${compiled.id}`
        const address = path.startsWith('/')
          ? `${base}/participants/${participant.code}${path === '/' ? '' : path}`
          : `${base}/${path}`
        await page.goto(address)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        await page.waitForLoadState('networkidle')
        await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        await page.waitForLoadState('networkidle')
        expect({
          account,
          path,
          canary: await page.evaluate('window.canary'),
          policy: await page.evaluate('window.policy'),
          signs,
        }).toEqual({
          account,
          path,
          canary: undefined,
          policy: [],
          signs: [],
        })
      }
      await context.close()
    },
  )

  test('EMA-06 given the audit trail as a table, then no cell is a formula', async () => {
    const monitor = await trial.signIn('monitor')
    const { text } = await monitor.ask('POST', `${trial.study}/audit/table`, { language: 'en' })
    const cells = cellsOf(text)
    expect(cells.length).toBeGreaterThan(1_000)
    expect(cells.filter(isFormula)).toEqual([])
    expect(cells.some((cell) => cell.startsWith("'="))).toBe(true)
  })

  test('P11-03 given the casebook, then it is typeset with every text in it, and holds nothing that acts', async () => {
    const monitor = await trial.signIn('monitor')
    const pdf = await monitor.ask('POST', `${trial.study}/participants/${participant.code}/casebook`, {
      language: 'en',
    })
    expect(pdf.status).toBe(200)
    expect(pdf.text).not.toMatch(/\/JavaScript|\/JS[ (]|\/Launch|\/OpenAction|\/URI|\/EmbeddedFile/)
  })
})

/** Everything that must not happen, as it happens. */
function watch(page: Page, address: string): readonly string[] {
  const signs: string[] = []
  void page.addInitScript(`
    window.policy = [];
    addEventListener('securitypolicyviolation', (event) => window.policy.push(event.violatedDirective + ' ' + event.blockedURI));
  `)
  page.on('dialog', (dialog) => {
    signs.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => signs.push(`error ${error.message}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:') && !request.url().startsWith('blob:'))
      signs.push(`request ${request.url()}`)
  })
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted Type/i.test(message.text())) signs.push(message.text())
  })
  return signs
}

/** Cells of an RFC 4180 text, unquoted. */
function cellsOf(text: string): readonly string[] {
  return [...text.replace(/^\uFEFF/, '').matchAll(/"((?:[^"]|"")*)"|([^,\r\n]+)/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  )
}
