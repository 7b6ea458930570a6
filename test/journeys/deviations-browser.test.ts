import { readFileSync } from 'node:fs'
import { buildPages } from '@trialwright/cli'
import { browser, describeInBrowser } from '@trialwright/test-support'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Participant } from './participant.ts'
import { openScreen, type Screen } from './screen.ts'
import { compiled } from './server.ts'
import { openedTrial, treated, type Trial } from './trial.ts'

vi.setConfig({ testTimeout: 120_000 })

describeInBrowser('a deviation, from the data to its judgement and back, in Norwegian', () => {
  let trial: Trial
  let chrome: Browser
  let one: Participant
  let manager: Screen
  beforeAll(async () => {
    trial = await openedTrial(await buildPages(() => {}))
    one = await treated(trial)
    await trial.wait(18)
    chrome = await browser()
    manager = await openScreen(chrome, trial.server.address, 'deviations')
    await manager.signIn('datamanager')
  }, 240_000)
  afterAll(async () => {
    await chrome?.close()
    await trial?.[Symbol.asyncDispose]()
  })

  test('EMA-11 given a window that passed without a visit, with nothing recorded since, then it is there, judged, taken as a file, on the checklist before a lock, and kept when the data no longer show it', async () => {
    const list = `/studies/${compiled.id}/deviations`
    await manager.open(list)
    await manager.sees('Besøk ikke gjennomført innenfor vinduet')
    await manager.look('computed')
    await manager.open(`/studies/${compiled.id}/locks`)
    await manager.sees('Avvik som ikke er vurdert')
    await manager.look('checklist')

    await manager.open(list)
    await manager.page
      .getByRole('button', { name: /^Vurder ?:/ })
      .first()
      .click()
    await manager.dialog.waitFor()
    expect(await manager.page.evaluate("document.activeElement?.matches('dialog[open] *')")).toBe(true)
    await manager.select('Viktig', 'Nei', manager.dialog)
    await manager.select('Analysesett', 'Ingen betydning', manager.dialog)
    await manager.type('Begrunnelse', 'Sett an til neste kontakt', manager.dialog)
    await manager.look('judge')
    await manager.press('Vurder', manager.dialog)
    await manager.dialog.waitFor({ state: 'hidden' })
    await manager.sees('Ikke viktig')
    await manager.sees(/Sett an til neste kontakt/)

    const waiting = manager.page.waitForEvent('download')
    await manager.press('Som fil (CSV)')
    const file = readFileSync(await (await waiting).path(), 'utf8')
    const rows = file.trim().split(/\r?\n/)
    expect(rows[0]).toMatch(/^.?participant,site,day,key,rule/)
    expect(rows.filter((row) => row.startsWith(`${one.code},ous,`) && row.includes('visitLate/day14'))).toHaveLength(1)
    expect(file).toContain('Sett an til neste kontakt')
    const log = (await one.page('dataManager', '/deviations')) as { rows: readonly object[] }
    expect(log.rows.length).toBeGreaterThan(0)

    // The visit took place in its window after all, and is recorded late.
    const planned = await one.encounter('day14')
    await one.visit('day14', { day: planned.planned! })
    await manager.open(list)
    await manager.sees('Ikke lenger der')
    await manager.sees(/Sett an til neste kontakt/)
    await manager.look('gone')
    await manager.open(`/studies/${compiled.id}/participants/${one.code}/deviations`)
    await manager.sees('Ikke lenger der')
    await manager.look('of-participant')
  })
})
