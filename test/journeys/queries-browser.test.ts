import { buildPages } from '@trialwright/cli'
import { axe, browser, describeInBrowser } from '@trialwright/test-support'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Participant } from './participant.ts'
import { openScreen, type Screen } from './screen.ts'
import { compiled } from './server.ts'
import { openedTrial, type Trial } from './trial.ts'

vi.setConfig({ testTimeout: 90_000 })

describeInBrowser('a query, from an odd value to its closing, in Norwegian', () => {
  let trial: Trial
  let chrome: Browser
  let participant: Participant
  let coordinator: Screen
  let monitor: Screen
  let dataManager: Screen
  const form = (name: string) =>
    `/studies/${compiled.id}/participants/${participant.code}/encounters/screening/forms/${name}`
  const inNavigation = (screen: Screen) => screen.page.getByRole('navigation', { name: 'Studie' })

  beforeAll(async () => {
    const pages = await buildPages(() => {})
    trial = await openedTrial(pages)
    participant = await trial.register()
    await participant.consent()
    await participant.visit('screening')
    chrome = await browser()
    ;[coordinator, monitor, dataManager] = (await Promise.all(
      ['query-coordinator', 'query-monitor', 'query-manager'].map((who) =>
        openScreen(chrome, trial.server.address, who),
      ),
    )) as [Screen, Screen, Screen]
    await coordinator.signIn('coordinator.ous')
    await monitor.signIn('monitor')
    await dataManager.signIn('datamanager')
  }, 240_000)
  let broken = false
  beforeEach(({ skip, onTestFailed }) => {
    skip(broken, 'an earlier step of this journey failed')
    onTestFailed(() => {
      broken = true
    })
  })
  afterAll(async () => {
    await chrome?.close()
    await trial?.[Symbol.asyncDispose]()
  })

  test('given values that cannot be, when they are saved, then nothing is saved, and the field says why', async () => {
    await coordinator.open(form('vitals'))
    await coordinator.type('Temperatur', '38,4')
    await coordinator.type('Vekt', '75')
    await coordinator.type('Systolisk blodtrykk', '80')
    await coordinator.type('Diastolisk blodtrykk', '120')
    await coordinator.type('Puls', '70')
    await coordinator.press('Lagre')
    await coordinator.sees(/Systolisk blodtrykk er ikke høyere enn diastolisk/)
    await coordinator.look('hard')
    expect((await participant.page('coordinator', '/forms/screening/vitals')).version).toBe(0)
    await coordinator.type('Systolisk blodtrykk', '120')
    await coordinator.type('Diastolisk blodtrykk', '80')
    await coordinator.press('Lagre')
    await coordinator.sees('Lagret')
  })

  test('given a fever, when no infection is told, then a query opens by itself, beside the value', async () => {
    await coordinator.open(form('safetyEvaluation'))
    await coordinator.choose('Pågående infeksjon', 'Nei')
    await coordinator.press('Lagre')
    await coordinator.sees(/Temperatur på 38,0 °C eller mer, men ingen pågående infeksjon/)
    await coordinator.page.getByText('Datakontroll').first().waitFor()
    expect(
      await inNavigation(coordinator)
        .getByRole('link', { name: /Spørsmål/ })
        .innerText(),
    ).toContain('1')
    await coordinator.look('opened')
  })

  test('given the query, when the coordinator answers, then it waits for the data manager, who closes it', async () => {
    await inNavigation(coordinator)
      .getByRole('link', { name: /Spørsmål/ })
      .click()
    await coordinator.look('list')
    await coordinator.page.getByRole('link', { name: new RegExp(participant.code) }).click()
    await coordinator.page.getByRole('button', { name: /^Svar/ }).click()
    await coordinator.type('Svar', 'Solbrent og varm etter trening; ingen infeksjon.', coordinator.dialog)
    await coordinator.look('answering')
    await coordinator.press('Svar', coordinator.dialog)
    await coordinator.dialog.waitFor({ state: 'hidden' })
    await coordinator.sees('Besvart')

    await inNavigation(dataManager)
      .getByRole('link', { name: /Spørsmål/ })
      .click()
    await dataManager.sees(/Solbrent og varm/)
    await dataManager.look('list')
    await dataManager.page.getByRole('link', { name: new RegExp(participant.code) }).click()
    await dataManager.page.getByRole('button', { name: /^Lukk/ }).click()
    await dataManager.press('Lukk', dataManager.dialog)
    await dataManager.dialog.waitFor({ state: 'hidden' })
    await dataManager.sees(/Lukkede: 1 spørsmål/)
    await dataManager.look('closed')
    const { rows } = await (await trial.signIn('dataManager')).read(`${trial.study}/queries`)
    expect(rows).toEqual([])
  })

  test('EMA-09: given a monitor who asks, by keyboard alone, when the value is corrected because of it, then both are linked', async () => {
    await monitor.open(form('vitals'))
    const ask = monitor.page.getByRole('button', { name: /^Spør ?: Vekt/ })
    await ask.focus()
    await monitor.page.keyboard.press('Enter')
    await monitor.page.keyboard.type('Stemmer vekten med kilden?')
    await monitor.look('asking')
    await monitor.page.keyboard.press('Tab')
    await monitor.page.keyboard.press('Enter')
    await monitor.sees('Stemmer vekten med kilden?')
    await monitor.look('asked')

    await coordinator.open(form('vitals'))
    await coordinator.type('Vekt', '78')
    await coordinator.page.getByLabel('På grunn av spørsmål Q2').waitFor()
    await coordinator.type('Hvorfor rettes det?', 'Lest av feil')
    await coordinator.look('correcting')
    await coordinator.press('Lagre')
    await coordinator.sees(/rettet verdien/)
    await monitor.page.reload()
    await monitor.sees('Besvart')
    await monitor.page.getByRole('button', { name: /^Lukk/ }).click()
    await monitor.press('Lukk', monitor.dialog)
    await monitor.dialog.waitFor({ state: 'hidden' })
    const { rows } = await (await trial.signIn('dataManager')).read(`${trial.study}/queries?status=closed`)
    expect(rows.map(({ query }: { query: string }) => query)).toEqual(['Q1', 'Q2'])
  })

  test('in English and on a phone, it reads as well', async () => {
    const { page } = monitor
    await page.setViewportSize({ width: 390, height: 844 })
    await page
      .getByRole('button', { name: /English|EN/ })
      .first()
      .click()
    await page.getByText('Closed: 1 query').waitFor()
    await page.locator('details.small > summary').first().click()
    expect(await axe(page)).toEqual([])
    await page.screenshot({ path: '/tmp/query-phone.png', fullPage: true })
    await page.goto(`/studies/${compiled.id}/queries`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByLabel('Which queries').selectOption('closed')
    await page.getByText('Edit check').first().waitFor()
    expect(await axe(page)).toEqual([])
    await page.screenshot({ path: '/tmp/query-list-phone.png', fullPage: true })
  })
})
