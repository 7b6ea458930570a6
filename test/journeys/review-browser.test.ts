import { buildPages } from '@trialwright/cli'
import { browser, describeInBrowser } from '@trialwright/test-support'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Participant } from './participant.ts'
import { openScreen, type Screen } from './screen.ts'
import { compiled } from './server.ts'
import { openedTrial, type Trial } from './trial.ts'

vi.setConfig({ testTimeout: 90_000 })

describeInBrowser('in Norwegian, signing, verifying, freezing and locking', () => {
  let trial: Trial
  let chrome: Browser
  let one: Participant
  /** Values the monitor has compared with their source so far. */
  let compared = 0
  const screens = new Map<string, Promise<Screen>>()
  const as = (account: string): Promise<Screen> => {
    const open = async () => {
      const screen = await openScreen(chrome, trial.server.address, `review-${account}`)
      await screen.signIn(account)
      return screen
    }
    const screen = screens.get(account) ?? open()
    screens.set(account, screen)
    return screen
  }
  const staff = `/studies/${compiled.id}`
  const own = (rest = '') => `${staff}/participants/${one.code}${rest}`

  beforeAll(async () => {
    trial = await openedTrial(await buildPages(() => {}))
    chrome = await browser()
    one = await trial.register()
    await one.consent()
    await one.screen()
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

  test('P11-15 P11-16 EMA-13 given a visit signed, when the coordinator changes a value, then the signature shows void and is given again', async () => {
    const investigator = await as('investigator.ous')
    await investigator.open(own('/encounters/screening'))
    await investigator.press('Signer besøket')
    await investigator.type('Kontonavn', 'investigator.ous', investigator.dialog)
    await investigator.type('Passord', trial.server.password, investigator.dialog)
    await investigator.look('sign')
    await investigator.press('Signer', investigator.dialog)
    await investigator.sees('Har gått gjennom dataene fra besøket')
    await investigator.look('signed')

    await one.fill('vitals', { weight: 70 }, { reasons: { weight: 'Lest av feil' } })
    await investigator.open(own('/encounters/screening'))
    await investigator.sees('Endret siden det ble signert')
    await investigator.look('void')
    await investigator.press('Signer besøket på nytt')
    await investigator.type('Passord', trial.server.password, investigator.dialog)
    await investigator.press('Signer', investigator.dialog)
    await investigator.dialog.waitFor({ state: 'hidden' })
    await investigator.open(own('/signatures'))
    await investigator.sees('Én tidligere signatur')
    await investigator.look('signatures')
    const { visits } = await one.page('coordinator', '/signatures')
    const { standing, signatures } = visits.find((visit: { encounter: string }) => visit.encounter === 'screening')
    expect({ standing, given: signatures.length }).toEqual({ standing: 'valid', given: 2 })
  })

  test('given a value the monitor verified, when it changes, then the mark has fallen off', async () => {
    const monitor = await as('monitor')
    await monitor.open(own('/encounters/screening/forms/vitals'))
    await monitor.page.getByRole('button', { name: /^Verifiser\W+Vekt$/ }).press('Enter')
    await monitor.sees('Verifisert')
    compared += 1
    await monitor.look('verified')
    await one.fill('vitals', { weight: 71 }, { reasons: { weight: 'Veid på nytt' } })
    await monitor.open(own('/encounters/screening/forms/vitals'))
    await monitor.sees('Endret etter verifisering')
    await monitor.look('fell-off')
    await monitor.open(`${staff}/verification`)
    await monitor.sees('1 endret siden')
    await monitor.look('work-list')
    const { items } = await one.page('monitor', '/forms/screening/vitals')
    const weight = items.find((item: { item: string }) => item.item === 'weight')
    expect(weight.verification).toMatchObject({ standing: 'changed', critical: true })
  })

  test('given a visit compared with its source, when a value changes meanwhile, then it is told at its place, the rest is saved in one act', async () => {
    const monitor = await as('monitor')
    await monitor.open(own('/verification'))
    await monitor.look('visits')
    await monitor.page.getByRole('link', { name: /^Sammenlign med kilden\W+Screening/ }).click()
    const weight = monitor.page.getByRole('checkbox', { name: 'Vekt' })
    await weight.press('Enter')
    expect(await weight.isChecked()).toBe(true)
    await monitor.page.getByRole('checkbox', { name: 'Hele besøket' }).check()
    await monitor.look('visit-ticked')
    await one.fill('vitals', { weight: 72 }, { reasons: { weight: 'Veid igjen' } })
    await monitor.press('Merk som verifisert')
    await monitor.sees('Endret etter at du krysset av. Sammenlign verdien som står der nå.')
    expect(await weight.isChecked()).toBe(false)
    await monitor.look('visit-changed')
    await monitor.press('Merk som verifisert')
    await monitor.sees(/verdier er verifisert$/)
    await monitor.look('visit-saved')
    const { forms } = await one.page('monitor', '/verification/screening')
    const left = forms.flatMap((form: { values: { item: string; verification: { standing: string } }[] }) =>
      form.values.filter(({ verification }) => verification.standing !== 'verified').map(({ item }) => item),
    )
    expect(left).toEqual(['weight'])
    compared += forms.reduce((sum: number, { values }: { values: object[] }) => sum + values.length, -1)
  })

  test('given a freeze, then the site is told who, when and why; given the lock, then the checklist; two people open it again', async () => {
    const manager = await as('datamanager')
    const coordinator = await as('coordinator.ous')
    await manager.open(own('/encounters/screening'))
    await manager.press('Frys')
    await manager.type('Begrunnelse', 'Gjennomgås', manager.dialog)
    await manager.press('Frys', manager.dialog)
    await manager.sees('Opphev frysingen')
    await coordinator.open(own('/encounters/screening/forms/vitals'))
    await coordinator.sees(/^Frosset av .*Gjennomgås/)
    await coordinator.look('frozen')
    await manager.press('Opphev frysingen')
    await manager.type('Begrunnelse', 'Gjennomgått', manager.dialog)
    await manager.press('Opphev frysingen', manager.dialog)
    await manager.dialog.waitFor({ state: 'hidden' })

    await manager.open(`${staff}/locks`)
    await manager.look('locks')
    await manager.press('Lås databasen')
    await manager.type('Hva det bygger på', 'Alt er inne', manager.dialog)
    await manager.type('Kontonavn', 'datamanager', manager.dialog)
    await manager.type('Passord', trial.server.password, manager.dialog)
    await manager.press('Lås databasen', manager.dialog)
    await manager.sees(/^Noe står fortsatt åpent/)
    await manager.look('lock-refused')
    await manager.type('Hvorfor det låses selv om noe står åpent', 'En øvelse', manager.dialog)
    await manager.press('Lås databasen', manager.dialog)
    await manager.press('Foreslå opplåsing')
    await manager.type('Hva det bygger på', 'Øvelsen er over', manager.dialog)
    await manager.type('Passord', trial.server.password, manager.dialog)
    await manager.press('Foreslå opplåsing', manager.dialog)
    await manager.sees(/^Opplåsing foreslått av/)
    const monitor = await as('monitor')
    await monitor.open(`${staff}/locks`)
    await monitor.press('Bekreft opplåsing')
    await monitor.type('Kontonavn', 'monitor', monitor.dialog)
    await monitor.type('Passord', trial.server.password, monitor.dialog)
    await monitor.press('Bekreft opplåsing', monitor.dialog)
    await monitor.dialog.waitFor({ state: 'hidden' })
    await monitor.look('open-again')
    expect((await one.page('coordinator')).locked).toBe(false)
  })

  test('EMA-12 given a monitoring visit, when it is recorded, then its report reads what the record tells, and is signed', async () => {
    const monitor = await as('monitor')
    await monitor.open(`${staff}/monitoring`)
    await monitor.look('monitoring-none')
    await monitor.follow('Registrer et besøk')
    await monitor.page.getByLabel('Senter', { exact: true }).selectOption('ous')
    await monitor.type('Hvem som ble møtt', 'Koordinatoren')
    await monitor.type('Hva som ble gjennomgått', 'Kilde og samtykker')
    await monitor.press('Legg til et funn')
    await monitor.type('Funn 1', 'Kopi av samtykke mangler')
    await monitor.look('monitoring-form')
    await monitor.press('Lagre')
    await monitor.follow('ous-1')
    await monitor.sees('Verdier verifisert den dagen')
    await monitor.press('Signer rapporten')
    await monitor.type('Passord', trial.server.password, monitor.dialog)
    await monitor.press('Signer', monitor.dialog)
    await monitor.sees('Rapporterer et monitorbesøk')
    await monitor.look('monitoring-report')
    const report = await (await trial.signIn('monitor')).read(`${trial.study}/monitoring/ous-1`)
    expect(report).toMatchObject({ standing: 'valid', evidence: { verified: compared, participants: 1, consents: 1 } })
  })

  test('P11-15 P11-19 given visits that wait, when one changes meanwhile, then it is named and none is signed; ticked anew, one password signs all', async () => {
    const day = await trial.today()
    await one.command('coordinator', 'record-unscheduled-visit', { day, reason: 'Oppfølging', forms: ['vitals'] })
    await one.answer('unscheduled1')
    const investigator = await as('investigator.ous')
    await investigator.open(own('/signatures'))
    await investigator.page.getByRole('checkbox', { name: 'Alle som er komplette (2)' }).check()
    await investigator.look('together')
    await investigator.press('Signer 2 besøk')
    await investigator.type('Passord', trial.server.password, investigator.dialog)
    await one.fill('vitals', { weight: 73 }, { encounter: 'unscheduled1', reasons: { weight: 'Lest av feil' } })
    await investigator.press('Signer 2 besøk', investigator.dialog)
    await investigator.sees(/^Ekstra besøk 1: Noen endret dataene/)
    await investigator.look('together-refused')
    await investigator.press('Avbryt', investigator.dialog)
    await investigator.sees('Endret etter at du krysset av. Les det som står der nå.')
    await investigator.look('together-changed')
    await investigator.page.getByRole('checkbox', { name: 'Ekstra besøk 1' }).press('Enter')
    await investigator.press('Signer 2 besøk')
    await investigator.sees('Har gått gjennom dataene fra besøket')
    await investigator.type('Passord', trial.server.password, investigator.dialog)
    await investigator.dialog.getByLabel('Passord').press('Enter')
    await investigator.sees('2 besøk er signert')
    await investigator.look('together-signed')
    const { visits } = await one.page('coordinator', '/signatures')
    const standings = ['screening', 'unscheduled1'].map(
      (id) => visits.find(({ encounter }: { encounter: string }) => encounter === id).standing,
    )
    expect(standings).toEqual(['valid', 'valid'])
  })
})
