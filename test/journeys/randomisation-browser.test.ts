import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildPages } from '@trialwright/cli'
import { generateList, listSpecification, numbersFrom, writeListFile } from '@trialwright/conduct'
import { loadStudy } from '@trialwright/protocol'
import { browser, describeInBrowser } from '@trialwright/test-support'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openScreen, type Screen } from './screen.ts'
import { compiled, openServer, type RunningServer } from './server.ts'

vi.setConfig({ testTimeout: 120_000 })

const page = `/studies/${compiled.id}/randomisation`
const key = randomBytes(32)
const { lists } = generateList(listSpecification(loadStudy(compiled)), numbersFrom('a statistician'))
const file = writeListFile(lists, { study: compiled.id, key })

describeInBrowser('the randomisation officer', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'trialwright-list-'))
  let pages: string
  let chrome: Browser
  const opened: AsyncDisposable[] = []
  const saved = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text)
    return path.join(folder, name)
  }
  const officer = async (who: string): Promise<{ screen: Screen; server: RunningServer }> => {
    const server = await openServer(pages)
    opened.push(server)
    const screen = await openScreen(chrome, server.address, who)
    await screen.signIn('randomisation')
    await screen.open(page)
    return { screen, server }
  }
  const commitmentOn = async (screen: Screen) => (await screen.page.locator('.hash').first().innerText()).trim()

  beforeAll(async () => {
    pages = await buildPages(() => {})
    chrome = await browser()
  }, 240_000)
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    for (const server of opened) await server[Symbol.asyncDispose]()
  })

  test('R10 given a study not begun, when the officer reads how the scheme does and draws the list, then its sum is on the public page', async () => {
    const { screen } = await officer('officer-draws')
    await screen.sees('Prøver metoder på oppdiktede studier')
    await screen.page.locator('.scheme-plot').first().waitFor({ timeout: 90_000 })
    await screen.sees('ingen godkjenning kreves')
    expect(await screen.page.locator('.scheme-plot').count()).toBe(3)
    await screen.look('report')
    await screen.press('Trekk og forsegl listen')
    expect(await screen.dialog.getByLabel('Godkjenning').count()).toBe(0)
    await screen.press('Trekk og forsegl listen', screen.dialog)
    await screen.sees(/^Forseglet/)
    const commitment = await commitmentOn(screen)
    expect(commitment).toMatch(/^[0-9a-f]{64}$/)
    await screen.look('sealed')
    await screen.follow('studiens offentlige side')
    // The public page counts anew every ten seconds.
    await expect
      .poll(
        async () => {
          await screen.page.reload()
          return await screen.page.locator('.commitment').innerText()
        },
        { timeout: 60_000, interval: 3_000 },
      )
      .toBe(commitment)
    await screen.page.setViewportSize({ width: 390, height: 844 })
    await screen.open(page)
    await screen.page.locator('.scheme-plot').first().waitFor()
    await screen.look('narrow')
  })

  test('R5 given a statistician’s file spoilt on the way, when it is looked at, then each row is told and nothing is sealed; the sound one is', async () => {
    const { screen } = await officer('officer-imports')
    const swapped = file.split('\n')
    const spoilt = [7, 30].reduce((rows, at) => rows.with(at, rows[at + 1]!).with(at + 1, rows[at]!), swapped)
    await screen.press('Se på filen')
    await screen.sees('Velg filen.')
    await screen.page.getByLabel('Fil', { exact: true }).setInputFiles(saved('spoilt.csv', spoilt.join('\n')))
    await screen.type('Nøkkel', key.toString('hex'))
    await screen.press('Se på filen')
    await screen.sees('Ingenting ble forseglet.')
    expect(await screen.page.locator('table.cards tbody tr').count()).toBeGreaterThan(3)
    await screen.sees('Plassene i stratumet stiger ikke én for én fra 1.')
    await screen.page.locator('.scheme-plot').first().waitFor({ timeout: 90_000 })
    await screen.look('refused')
    expect(await screen.page.getByRole('button', { name: 'Forsegl denne listen' }).count()).toBe(0)

    await screen.page.getByLabel('Fil', { exact: true }).setInputFiles(saved('list.csv', file))
    await screen.press('Se på filen')
    await screen.sees('list.csv kan forsegles.')
    await screen.look('sound')
    await screen.press('Forsegl denne listen')
    await screen.press('Forsegl denne listen', screen.dialog)
    await screen.sees(/^Forseglet/)
    expect(await commitmentOn(screen)).toMatch(/^[0-9a-f]{64}$/)
    await screen.look('imported')
  })
})
