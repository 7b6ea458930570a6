import { readFileSync } from 'node:fs'
import { buildPages } from '@trialwright/cli'
import { browser, describeInBrowser } from '@trialwright/test-support'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { secondsOf } from './effort.ts'
import type { Participant } from './participant.ts'
import { openScreen, type Screen } from './screen.ts'
import { compiled } from './server.ts'
import { openedTrial, treated, type Trial } from './trial.ts'

vi.setConfig({ testTimeout: 90_000 })

describeInBrowser('somebody who was not there reads the record, in Norwegian', () => {
  let trial: Trial
  let chrome: Browser
  let participant: Participant
  let monitor: Screen
  let inspector: Screen
  const staff = `/studies/${compiled.id}`

  beforeAll(async () => {
    const pages = await buildPages(() => {})
    trial = await openedTrial(pages)
    participant = await treated(trial)
    await trial.wait(42)
    await participant.miss('day14', 'Syk den uken')
    await participant.attend('day42')
    await participant.fill(
      'vitals',
      { weight: 78 },
      { encounter: 'day42', reasons: { weight: 'Leste av feil linje på vekten' } },
    )
    chrome = await browser()
    const { address } = trial.server
    monitor = await openScreen(chrome, address, 'monitor')
    inspector = await openScreen(chrome, address, 'inspector')
  }, 240_000)
  afterAll(async () => {
    await chrome?.close()
    await trial?.[Symbol.asyncDispose]()
  })

  test('R3-17 EMA-03 EMA-05 given a weight changed on day 42, when a new monitor asks who and why, then five steps from signing in tell it, in well under a minute', async () => {
    await monitor.signIn('monitor')
    await monitor.page.getByRole('heading', { name: 'I dag' }).waitFor()
    await monitor.look('today')
    await monitor.follow('Endringslogg')
    await monitor.type('Deltaker', participant.code)
    await monitor.select('Besøk', 'Dag 42: tredje infusjon')
    await monitor.select('Skjema eller verdi', 'Vekt')
    // A list is unfolded before something is chosen in it. Half of the minute is left for looking and reading.
    expect(monitor.acts).toHaveLength(7)
    expect(secondsOf(monitor.acts)).toBeLessThan(30)
    const row = monitor.page.getByRole('row', { name: /Leste av feil linje/ })
    await row.waitFor()
    const nurse = trial.server.accounts.find(({ name }) => name === 'nurse.ous')!
    const told = await row.innerText()
    expect(told).toContain(nurse.printedName)
    expect(told).toContain('Infusjonssykepleier')
    expect(told).toMatch(/75 kg\s*→\s*78 kg/)
    expect(told).toContain('Rettelser')
    expect(told).toMatch(/\+0[12]:00/)
    expect(told).toContain('UTC')
    await expect.poll(() => monitor.page.getByRole('row').count()).toBe(3)
    await monitor.look('audit-of-a-value')
  })

  test('P11-08 given the form, when the history of its value is opened, then it leads to the same lines', async () => {
    await monitor.open(`${staff}/participants/${participant.code}/encounters/day42/forms/vitals`)
    await monitor.press(/^Historikk.*Vekt/)
    await monitor.follow('I endringsloggen', monitor.dialog)
    await monitor.page.getByRole('row', { name: /Leste av feil linje/ }).waitFor()
    expect(monitor.page.url()).toContain('item=weight')
  })

  test('P11-03 given the record, when the casebook is taken, then a file arrives, and the inspector sees who took it', async () => {
    await monitor.open(`${staff}/participants/${participant.code}/history`)
    const [file] = await Promise.all([monitor.page.waitForEvent('download'), monitor.press('Deltakermappe (PDF)')])
    expect(file.suggestedFilename()).toBe(`${participant.code}.pdf`)
    await inspector.signIn('inspector')
    await inspector.open(`${staff}/access?of=data`)
    await inspector.sees(`Uttrekk laget: casebook (PDF), ${participant.code}`)
    await inspector.look('access-data')
    await inspector.open(`${staff}/access`)
    await inspector.sees(/Logget inn fra/)
    await inspector.look('access-people')
  })

  test('R3-17 given an inspector, when all that led to a value is read, then no page offers to change anything, and the trail is taken along', async () => {
    const { page } = inspector
    const own = `participants/${participant.code}`
    const vitals = `${own}/encounters/day42/forms/vitals`
    for (const place of [
      own,
      vitals,
      `${own}/signatures`,
      `${own}/deviations`,
      'delegation',
      'sites',
      'monitoring',
      'locks',
      'people',
    ]) {
      await inspector.open(`${staff}/${place}`)
      await page.waitForLoadState('networkidle')
      const offered = await page.locator('main button[aria-haspopup=dialog]').allInnerTexts()
      const fields = await page.locator('main .item :is(input, select, textarea)').count()
      expect({ place, offered: offered.filter((name) => !name.startsWith('Historikk')), fields }).toEqual({
        place,
        offered: [],
        fields: 0,
      })
    }
    await inspector.open(`${staff}/${vitals}`)
    await inspector.press(/^Historikk.*Vekt/)
    await inspector.follow('I endringsloggen', inspector.dialog)
    await page.getByRole('row', { name: /Leste av feil linje/ }).waitFor()
    const [file] = await Promise.all([page.waitForEvent('download'), inspector.press('Som tabell (CSV)')])
    expect(readFileSync(await file.path(), 'utf8')).toContain('Leste av feil linje på vekten')
  })

  test('given any page, when Ctrl K is pressed and a few letters typed, then Enter leads to the participant', async () => {
    await monitor.open(`${staff}/overview`)
    await monitor.page.keyboard.press('Control+k')
    await monitor.dialog.getByRole('combobox').fill('ous')
    await monitor.dialog.getByRole('option', { name: new RegExp(participant.code) }).waitFor()
    await monitor.look('find')
    await monitor.page.keyboard.press('Enter')
    await monitor.page.getByRole('heading', { name: participant.code }).waitFor()
    expect(monitor.page.url()).toContain(`/participants/${participant.code}`)
  })
})
