import { buildPages } from '@trialwright/cli'
import type { StockView } from '@trialwright/conduct'
import { browser, describeInBrowser } from '@trialwright/test-support'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { productBatch } from './participant.ts'
import { openScreen, type Screen } from './screen.ts'
import { compiled } from './server.ts'
import { openedTrial, randomised, treated, type Trial } from './trial.ts'

vi.setConfig({ testTimeout: 90_000 })

describeInBrowser('the pharmacist and the stock, in Norwegian', () => {
  let trial: Trial
  let chrome: Browser
  let pharmacist: Screen
  const stock = `/studies/${compiled.id}/stock`
  const lotRow = (batch: string) => pharmacist.page.getByRole('row', { name: new RegExp(batch) })
  /** Of the lots, what expires first before the others. */
  const balances = async () => {
    const { lots }: StockView = await (await trial.signIn('unblindedPharmacist')).read(`${trial.study}/stock/ous`)
    return lots.map((lot) => lot.balances)
  }
  /** Opens a command's dialog, fills it in and sends it. */
  const sends = async (
    command: string,
    typed: Readonly<Record<string, string>>,
    chosen: Readonly<Record<string, string>> = {},
  ) => {
    await pharmacist.press(command)
    for (const [label, option] of Object.entries(chosen))
      await pharmacist.dialog.getByLabel(label, { exact: true }).selectOption({ label: option })
    for (const [label, text] of Object.entries(typed)) await pharmacist.type(label, text, pharmacist.dialog)
    await pharmacist.look(`dialog-${command.toLowerCase().replaceAll(/[^a-zæøå]+/g, '-')}`)
    await pharmacist.press(command, pharmacist.dialog)
    await pharmacist.dialog.waitFor({ state: 'hidden' })
  }

  beforeAll(async () => {
    const pages = await buildPages(() => {})
    trial = await openedTrial(pages)
    for (let count = 0; count < 5; count += 1) await randomised(trial)
    await treated(trial)
    chrome = await browser()
    pharmacist = await openScreen(chrome, trial.server.address, 'stock')
    await pharmacist.signIn('pharmacist.ous')
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

  test('R3-29 given the stock, when a delivery is received, then it waits in quarantine until it is released', async () => {
    await pharmacist.follow('Lager')
    await lotRow(productBatch).waitFor()
    await pharmacist.sees(/^Behov til /)
    await pharmacist.look('stock')
    await sends(
      'Motta levering',
      {
        Merkenavn: 'Remsima',
        Batch: 'R-1801',
        'Siste bruksdag': '20.04.2026',
        'Antall hetteglass': '12',
        Følgeseddel: 'FS-77',
      },
      { Temperaturlogger: 'innenfor grensene' },
    )
    await lotRow('R-1801').getByText('I karantene').waitFor()
    await pharmacist.follow('R-1801')
    await pharmacist.sees('Hvor hetteglassene er')
    await sends('Frigi', {})
    await pharmacist.sees('Går snart ut')
    await pharmacist.look('lot')
    expect((await balances()).map(({ available, quarantine }) => [available, quarantine])).toContainEqual([12, 0])
  })

  test('given a refrigerator too warm, when it is recorded and decided on, then the vials are back in use', async () => {
    await pharmacist.open(stock)
    await sends('Registrer temperaturavvik', {
      'Laveste temperatur': '4',
      'Høyeste temperatur': '13,5',
      'Hvor lenge': '90',
      'Hva som skjedde': 'Døren sto på gløtt',
    })
    await pharmacist.sees('Venter på avgjørelse')
    await pharmacist.look('excursion')
    await sends('Avgjør', { Begrunnelse: 'Innenfor produsentens stabilitetsdata' }, { Avgjørelse: 'Frigi til bruk' })
    await lotRow('R-1801').getByText('Går snart ut').waitFor()
    expect((await balances()).map(({ quarantine }) => quarantine)).toEqual([0, 0])
  })

  test('R3-29 given a count with one vial too few, when it is explained, then it is missing and the accounts come to zero', async () => {
    await pharmacist.press('Tell lageret')
    const { dialog } = pharmacist
    const available = await lotRow(productBatch).getByRole('cell').nth(3).innerText()
    await pharmacist.type(`${productBatch}, frigitt`, available, dialog)
    await pharmacist.type('R-1801, frigitt', '11', dialog)
    await pharmacist.type('Vitne', 'Ola Vitne', dialog)
    await pharmacist.press('Tell lageret', dialog)
    await pharmacist.sees('Regnskapet sier 12 hetteglass.')
    await pharmacist.look('count-refused')
    await pharmacist.type('R-1801, frigitt: forklaring', 'Knust ved levering', dialog)
    await pharmacist.press('Tell lageret', dialog)
    await dialog.waitFor({ state: 'hidden' })
    await pharmacist.follow('Regnskap')
    await pharmacist.sees('Alle mottatte hetteglass er gjort rede for')
    await pharmacist.look('accountability')
    expect((await balances()).map(({ missing }) => missing)).toEqual([1, 0])
  })

  test('CTR-01 given vials past use, when they are destroyed before a witness, then the ledger says who and why', async () => {
    await pharmacist.open(stock)
    await pharmacist.follow('R-1801')
    await sends('Destruer', {
      'Antall hetteglass': '11',
      Begrunnelse: 'Utløper før neste infusjon',
      Vitne: 'Ola Vitne',
    })
    await pharmacist.sees('11 × R-1801: frigitt → destruert')
    await pharmacist.look('lot-destroyed')
    await pharmacist.open(stock)
    await sends('Før 1 gitt infusjon', {})
    await pharmacist.page.setViewportSize({ width: 390, height: 844 })
    await pharmacist.look('phone')
    await pharmacist.open(`${stock}/accountability`)
    await pharmacist.look('phone-accountability')
    await pharmacist.page.setViewportSize({ width: 1280, height: 900 })
    await pharmacist.press('English')
    await pharmacist.page.getByRole('link', { name: 'Accountability' }).waitFor()
    expect(await pharmacist.page.evaluate('document.documentElement.lang')).toBe('en')
  })
})
