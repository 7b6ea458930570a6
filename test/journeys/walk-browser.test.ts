import { buildPages } from '@trialwright/cli'
import { browser, describeInBrowser } from '@trialwright/test-support'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compiled } from './server.ts'
import { openedTrial, treated, type Trial } from './trial.ts'
import { addresses, pageAt, type Seen, walk } from './walk.ts'

test('given an address, then its page: the one that names the place first', () => {
  expect(pageAt('participants/new')).toBe('participants/new')
  expect(pageAt('participants/OUS-001')).toBe('participants/:code')
  expect(pageAt('monitoring/ous-1/edit')).toBe('monitoring/:visit/edit')
  expect(pageAt('elsewhere')).toBeUndefined()
})

/** Somebody leans on a key, or leaves out every blank. */
const unbroken = 'abcdefghijkl'.repeat(9)

describeInBrowser('every page', () => {
  let trial: Trial
  beforeAll(async () => {
    trial = await openedTrial(await buildPages(() => {}))
    const treatedOne = await treated(trial)
    await treatedOne.command('monitor', 'ask-query', {
      encounter: 'screening',
      form: 'vitals',
      item: 'weight',
      text: `As in the chart? ${unbroken}`,
    })
    await treatedOne.hold(unbroken)
    const other = await trial.register()
    await other.consent()
    const monitor = await trial.signIn('monitor')
    await monitor.send(`${trial.study}/monitoring`, {
      site: 'ous',
      day: await trial.today(),
      kind: 'routine',
      people: 'The coordinator',
      reviewed: 'Source and consents',
      findings: [{ text: unbroken, action: { text: unbroken, responsible: unbroken, due: '2026-12-01' } }],
    })
  }, 240_000)
  afterAll(() => trial?.[Symbol.asyncDispose]())

  test('of every role and in both languages, at both widths, with every dialog, given what axe, the console and the window say, then none is found wrong', async () => {
    const chrome = await browser()
    const seen: Seen = { pages: new Set(), dialogs: new Set(), examined: new Set(), whole, faults: [] }
    const left = walks(trial)
    // Two at a time: a page that waits for its data leaves the other the machine.
    const next = async (): Promise<void> => {
      const one = left.shift()
      if (!one) return
      await walk(chrome, trial.server.address, compiled.id, one.account, one.language, seen)
      return next()
    }
    try {
      await Promise.all([next(), next()])
    } finally {
      await chrome.close()
    }
    expect(seen.faults).toEqual([])
    const all = languages.flatMap((language) => addresses.map((address) => `${language} ${address}`))
    expect(all.filter((page) => !seen.pages.has(page))).toEqual([])
  }, 600_000)
})

const languages = ['nb', 'en'] as const
const whole = process.env['TRIALWRIGHT_EFFORT'] === 'nightly'

/** Who walks in which language: the nightly run takes everybody through both, the usual one divides them so that each page still meets both. */
function walks(trial: Trial) {
  const accounts = trial.server.accounts.filter(({ site }) => site === null || site === 'ous')
  return accounts.flatMap(({ name, role }) =>
    languages
      .filter((language) => whole || onTheirOwn.has(role) || inEnglish.has(name) === (language === 'en'))
      .map((language) => ({ account: name, language })),
  )
}

/** Roles with pages that nobody else has. */
const onTheirOwn: ReadonlySet<string> = new Set(['randomisationOfficer', 'investigator', 'monitor'])

const inEnglish = new Set(['coordinator.ous', 'pharmacist2.ous', 'datamanager', 'statistician', 'safety'])
