import { buildPages } from '@trialwright/cli'
import { browser, describeInBrowser } from '@trialwright/test-support'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Participant } from './participant.ts'
import { openScreen, type Screen } from './screen.ts'
import { compiled } from './server.ts'
import { openedTrial, type Trial } from './trial.ts'

vi.setConfig({ testTimeout: 90_000 })

describeInBrowser('in Norwegian, results from a file, and rows of a log', () => {
  let trial: Trial
  let chrome: Browser
  let nurse: Screen
  let one: Participant
  const staff = `/studies/${compiled.id}`
  const day = '16.03.2026'
  const heading =
    'participant;encounter;sampled;sample;laboratory.haemoglobin;laboratory.haemoglobin.unit;laboratory.creatinine;laboratory.creatinine.unit'
  const choose = async (rows: readonly string[], name = 'svar.csv') =>
    nurse.page.getByLabel('Fil (CSV, UTF-8)').setInputFiles({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from([heading, ...rows].join('\r\n')),
    })

  beforeAll(async () => {
    trial = await openedTrial(await buildPages(() => {}))
    chrome = await browser()
    one = await trial.register()
    await one.consent()
    await one.screen()
    nurse = await openScreen(chrome, trial.server.address, 'files')
    await nurse.signIn('nurse.ous')
  }, 240_000)
  afterAll(async () => {
    await chrome?.close()
    await trial?.[Symbol.asyncDispose]()
  })

  test('R3-20 given a file with mistakes, when the nurse looks at it, then each is told by line and column, and it cannot be taken', async () => {
    await nurse.open(`${staff}/laboratory`)
    await nurse.follow('Resultater fra fil')
    await nurse.page.getByRole('heading', { name: 'Resultater fra fil' }).waitFor()
    await nurse.look('empty')
    await nurse.type('Laboratorium', 'OUS')
    await nurse.page.getByLabel('Dager', { exact: true }).selectOption('DD.MM.YYYY')
    await choose([
      `${one.code};;${day};S1;141.5;g/L;;`,
      `OUS-999;;${day};S2;141;g/L;;`,
      `${one.code};;2026-03-16;"<img src=x onerror=alert(1)>";;;80;mg`,
    ])
    await nurse.press('Se på den')
    await nurse.sees('Avvist 3 steder. Ingenting er registrert. Rett filen og velg den på nytt.')
    await nurse.sees('Ingen deltaker ved senteret ditt har denne koden.')
    const lines = nurse.page.getByRole('region', { name: 'Hvor filen er avvist' }).getByRole('row')
    expect((await lines.allInnerTexts()).slice(1).map((line) => Number.parseInt(line, 10))).toEqual([2, 3, 4])
    await nurse.look('refused')
    expect(await nurse.page.getByRole('button', { name: /Godta/ }).count()).toBe(0)
  })

  test('R3-13 given a file, when it is looked at and accepted, then changed values need a reason, and the value tells its file', async () => {
    await choose([`${one.code};screening;${day};S1;14,6;g/dL;82;µmol/L`])
    await nurse.press('Se på den')
    await nurse.sees('= 146 g/L')
    await nurse.look('preview')
    const accept = nurse.page.getByRole('button', { name: /^Godta og registrer/ })
    await accept.click()
    await nurse.sees('Oppgi grunnen til rettelsene.')
    await nurse.look('reason-missing')
    await nurse.type('Hvorfor registrerte verdier endres', 'Rettet svar fra laboratoriet')
    await accept.click()
    await nurse.sees('svar.csv er tatt inn')
    await nurse.sees('0 nye, 2 rettet')
    await nurse.look('taken')
    expect(await nurse.page.getByRole('row', { name: /svar\.csv.*OUS.*Bjørn Eksempel.*0 nye, 2 rettet/ }).count()).toBe(
      1,
    )
    await choose([`${one.code};screening;${day};S1;14,6;g/dL;82;µmol/L`])
    await nurse.press('Se på den')
    await nurse.sees(/Denne filen ble tatt inn av/)
    await nurse.look('again')
    await nurse.page.setViewportSize({ width: 390, height: 844 })
    await nurse.look('phone')
    await nurse.page.setViewportSize({ width: 1280, height: 900 })
    await choose([`${one.code};screening;${day};S1;;;310;µmol/L`], 'høy.csv')
    await nurse.press('Se på den')
    await nurse.type('Hvorfor registrerte verdier endres', 'Ny prøve')
    await accept.click()
    await nurse.sees('1 uvanlig resultat er ikke bekreftet')
    await nurse.look('unusual')
    expect((await one.page('nurse', '/forms/screening/laboratory')).version).toBe(2)
    await nurse.page.getByLabel(/310 µmol\/L er utenfor det vanlige/).check()
    await accept.click()
    await nurse.sees('høy.csv er tatt inn')
    await nurse.open(`${staff}/participants/${one.code}/encounters/screening/forms/laboratory`)
    await nurse.page.getByRole('button', { name: /^Historikk.*Hemoglobin/ }).click()
    await nurse.sees('fra svar.csv, linje 2')
    await nurse.look('history')
  })

  test('given the medication log, when a row is typed without a mouse, then it is saved, and nothing lies beyond the edge', async () => {
    await nurse.open(`${staff}/participants/${one.code}/encounters/log/forms/medications`)
    const { keyboard } = nurse.page
    await nurse.page.getByRole('button', { name: 'Legg til rad' }).focus()
    await keyboard.press('Enter')
    await keyboard.type('Paracetamol')
    await nurse.look('row-open')
    const cells = nurse.page.locator('[data-row] :is(input, select, textarea)')
    for (const cell of await cells.all()) {
      const box = await cell.boundingBox()
      if (box) expect(box.x + box.width).toBeLessThanOrEqual(1280)
    }
    await nurse.page.setViewportSize({ width: 390, height: 844 })
    await nurse.look('row-phone')
    await nurse.page.setViewportSize({ width: 1280, height: 900 })
    const onwards = async (tabs: number, typed: string) => {
      for (let tab = 0; tab < tabs; tab += 1) await keyboard.press('Tab')
      await (typed === 'ArrowDown' ? keyboard.press(typed) : keyboard.type(typed))
    }
    // Each field is followed by the reason there may be none.
    await onwards(2, 'N02BE01')
    await onwards(2, '1 g')
    await onwards(2, 'ArrowDown')
    await onwards(1, '7')
    await onwards(2, '01.03.2026')
    await onwards(2, 'ArrowDown')
    await keyboard.press('Control+s')
    await nurse.sees('Lagret')
    await nurse.look('row-saved')
    const { items } = await one.page('nurse', '/forms/log/medications')
    // A row is changed without a mouse as well: its first field is where one goes on.
    await nurse.page.getByRole('button', { name: /^Endre/ }).focus()
    await keyboard.press('Enter')
    const focused = () =>
      nurse.page.evaluate('document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent')
    expect(await focused()).toMatch(/^Legemiddel, rad 1/)
    await nurse.page.getByRole('button', { name: 'Legg til rad' }).focus()
    await keyboard.press('Enter')
    expect(await focused()).toMatch(/^Legemiddel, rad 2/)
    await nurse.page.getByRole('button', { name: 'Utelat ny rad 2' }).focus()
    await keyboard.press('Enter')
    expect(await focused()).toMatch(/Legg til rad/)
    expect(items[0].shown.nb).toMatch(/Paracetamol, N02BE01, 1 g, .*, mar\. 2026|Paracetamol, N02BE01, 1 g/)
  })

  test('EMA-10 EMA-11 given a form of nine days ago and a device three hours slow, when it is saved, then both are told beside the values', async () => {
    const two = await trial.register()
    await two.consent()
    await two.visit('screening')
    await trial.wait(9)
    const form = `${staff}/participants/${two.code}/encounters/screening/forms/vitals`
    await nurse.open(form)
    await nurse.page.clock.setFixedTime(Date.now() - 3 * 3_600_000)
    await nurse.type('Dag for disse svarene', day)
    await nurse.type('Vekt', '75')
    await nurse.press('Lagre')
    await nurse.page.locator('.save-bar').getByText('Lagret', { exact: true }).waitFor()
    // What one has saved oneself is no news to be merged.
    expect(await nurse.page.getByText('lagret imens').count()).toBe(0)
    await nurse.sees('Ført 9 dager etter sin dag')
    await nurse.page.getByRole('button', { name: /^Historikk.*Vekt/ }).click()
    await nurse.dialog.getByText('Ført 9 dager etter sin dag').waitFor()
    await nurse.dialog.getByText(/Ført .* etter enhetens klokke, lagret .*: 180 minutter mellom/).waitFor()
    await nurse.look('late')
    const { items } = await two.page('nurse', '/forms/screening/vitals')
    const weight = items.find(({ item }: { item: string }) => item === 'weight')
    expect(weight.history).toMatchObject([{ lateDays: 9, day: '2026-03-16', clocks: { entered: expect.any(String) } }])
  })
})
