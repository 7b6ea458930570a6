import { buildPages } from '@trialwright/cli'
import { axe, browser, describeInBrowser } from '@trialwright/test-support'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { codeAt } from '../blind/authenticator.ts'
import { type IdentityProvider, openProvider } from './provider.ts'
import { openScreen, type Screen } from './screen.ts'
import { compiled } from './server.ts'
import { openTrial, type Trial } from './trial.ts'

vi.setConfig({ testTimeout: 120_000 })

const passphrase = 'grønne elger spiser lunsj'
const staff = `/studies/${compiled.id}`

describeInBrowser('in Norwegian, a person comes, works and leaves; a site opens', () => {
  let trial: Trial
  let chrome: Browser
  let provider: IdentityProvider
  let administrator: Screen
  let monitor: Screen
  let nurse: Screen
  let link = ''
  let secret = ''
  let place = ''

  beforeAll(async () => {
    const pages = await buildPages(() => {})
    provider = await openProvider()
    const { issuer, clientId, clientSecret } = provider
    trial = await openTrial(pages, [{ id: 'hospital', title: 'Sykehuset', issuer, clientId, clientSecret }])
    // Passkeys belong to a name; an address of numbers has none.
    const address = trial.server.address.replace('127.0.0.1', 'localhost')
    provider.serve(address)
    chrome = await browser()
    ;[administrator, monitor, nurse] = (await Promise.all(
      ['administrator', 'monitor', 'nina'].map((who) => openScreen(chrome, address, `people-${who}`)),
    )) as [Screen, Screen, Screen]
  }, 240_000)
  let broken = false
  beforeEach(({ skip, onTestFailed }) => {
    skip(broken, 'an earlier step of this journey failed')
    onTestFailed(() => {
      broken = true
    })
  })
  afterAll(async () => {
    await Promise.all([administrator, monitor, nurse].map((screen) => screen?.close()))
    await trial?.[Symbol.asyncDispose]()
    await provider?.close()
  })

  test('R3-26 the administrator records a site’s approvals and opens it', async () => {
    await (await trial.signIn('randomisationOfficer')).send(`${trial.study}/randomisation-list`)
    await (await trial.signIn('administrator')).send(`${trial.study}/open`)
    await administrator.signIn('administrator')
    await administrator.open(`${staff}/sites`)
    await administrator.look('sites-before')
    const card = administrator.page.locator('section.card').first()
    for (let approval = 0; approval < 4; approval += 1) {
      await administrator.press(/^Registrer godkjenning/, card)
      await administrator.type('Referanse', `REK 2017/245${approval}`, administrator.dialog)
      if (approval === 0) await administrator.look('record-approval')
      await administrator.press('Registrer godkjenning', administrator.dialog)
      await administrator.dialog.waitFor({ state: 'hidden' })
    }
    await administrator.press(/^Åpne senter/, card)
    await administrator.press('Åpne senter', administrator.dialog)
    await card.getByText('Inkluderer', { exact: true }).waitFor()
    expect(await card.getByRole('button', { name: 'Trekk tilbake' }).count()).toBe(4)
    await administrator.look('sites-after')
    await administrator.open(`${staff}/overview`)
    await administrator.look('overview')
  })

  test('P11-18 EMA-22 the administrator makes an account and hands over a one-time link', async () => {
    await administrator.open(`${staff}/people`)
    await administrator.look('people')
    await administrator.press('Ny person')
    await administrator.type('Navn slik signaturer viser det', 'Nina Eksempel', administrator.dialog)
    await administrator.type('Kontonavn', 'nina.eksempel', administrator.dialog)
    await administrator.look('new-person')
    await administrator.press('Ny person', administrator.dialog)
    await administrator.page.getByRole('heading', { level: 1, name: 'Nina Eksempel' }).waitFor()
    place = new URL(administrator.page.url()).pathname
    await administrator.press('Engangslenke')
    await administrator.press('Engangslenke', administrator.dialog)
    link = await administrator.dialog.getByLabel('Lenke, virker én gang innen en uke').inputValue()
    expect(link).toMatch(/\/activate#[\w-]{43}$/)
    await administrator.look('link')
    await administrator.press('Lukk', administrator.dialog)
    await administrator.press('Gi en rolle')
    await administrator.dialog.getByLabel('Rolle').selectOption({ label: 'Infusjonssykepleier' })
    await administrator.press('Gi en rolle', administrator.dialog)
    await administrator.dialog.getByText('Denne rollen gjelder ett senter.').waitFor()
    await administrator.dialog.getByLabel('Senter').selectOption({ index: 1 })
    await administrator.press('Gi en rolle', administrator.dialog)
    await administrator.dialog.waitFor({ state: 'hidden' })
    await administrator.look('person')
  })

  test('the person sets a password, connects an authenticator app, and signs in with its code', async () => {
    await nurse.page.goto(link)
    await nurse.sees('For Nina Eksempel, kontonavn nina.eksempel')
    await nurse.look('activate')
    await nurse.type('Nytt passord', 'Velkommen2026!!!')
    await nurse.type('Det samme igjen', 'Velkommen2026!!!')
    await nurse.press('Sett passord og logg inn')
    await nurse.sees(/Passordet består av det gjettere prøver først/)
    await nurse.type('Nytt passord', passphrase)
    await nurse.type('Det samme igjen', passphrase)
    await nurse.press('Sett passord og logg inn')
    await nurse.page.getByRole('heading', { level: 1, name: 'Min konto' }).waitFor()
    await nurse.look('account')
    await nurse.press('Koble til en app')
    await nurse.type('Ditt nåværende passord', passphrase, nurse.dialog.filter({ visible: true }))
    await nurse.press('Koble til en app', nurse.dialog.filter({ visible: true }))
    await nurse.sees('Hemmelighet til appen')
    secret = (await nurse.page.locator('dd.data').first().innerText()).replaceAll(' ', '')
    await nurse.look('secret')
    await nurse.type('Kode fra appen', '000000')
    await nurse.press('Koble til')
    await nurse.sees(/Koden er ikke den som ventes nå/)
    await nurse.type('Kode fra appen', codeAt(secret, await trial.realTime()))
    await nurse.press('Koble til')
    await nurse.sees('Reservekoder')
    expect(await nurse.page.locator('.codes li').count()).toBe(10)
    await nurse.look('recovery-codes')
    const recovery = await nurse.page.locator('.codes li').first().innerText()
    await nurse.press('Jeg har tatt vare på dem')
    await nurse.press('Logg ut')
    await nurse.type('Kontonavn', 'nina.eksempel')
    await nurse.type('Passord', passphrase)
    await nurse.press('Logg inn')
    await nurse.sees('Skriv de seks sifrene')
    await nurse.look('code-asked')
    await nurse.type('Kode fra appen', recovery)
    await nurse.press('Logg inn')
    await nurse.page.getByRole('heading', { level: 1, name: 'I dag' }).waitFor()
  })

  // The browser of the tests makes passkeys and does not use them; that they sign in is shown beside the server.
  test('a passkey is added', async () => {
    const devices = await nurse.page.context().newCDPSession(nurse.page)
    await devices.send('WebAuthn.enable')
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await nurse.open('/studies/account')
    await nurse.press('Legg til passnøkkel')
    const dialog = nurse.dialog.filter({ visible: true })
    await nurse.type('Navn på enheten', 'Vaktrommets nettbrett', dialog)
    await nurse.type('Ditt nåværende passord', passphrase, dialog)
    await nurse.press('Legg til passnøkkel', dialog)
    await nurse.sees('Vaktrommets nettbrett')
    expect(await nurse.page.getByText('ikke brukt ennå').count()).toBe(1)
    await nurse.look('passkey')
    await nurse.press('Logg ut')
  })

  test('the hospital’s provider opens nothing until the administrator links it, then the account', async () => {
    await nurse.open('/sign-in')
    await nurse.look('ways-in')
    await throughProvider(nurse, 'nina@sykehuset')
    await nurse.sees('Ingen konto her er knyttet til deg hos identitetsleverandøren.')
    await administrator.open(place)
    await administrator.press('Knytt til leverandør')
    await administrator.type('Leverandørens identifikator for personen', 'nina@sykehuset', administrator.dialog)
    await administrator.press('Knytt til leverandør', administrator.dialog)
    await administrator.sees('nina@sykehuset')
    await nurse.page.context().clearCookies()
    await nurse.open('/sign-in')
    await throughProvider(nurse, 'nina@sykehuset')
    await nurse.page.getByRole('heading', { level: 1, name: 'I dag' }).waitFor()
    const session = (await nurse.page.context().cookies()).find(({ name }) => name === 'trialwright-session')
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
  })

  test('P11-18 another person than the issuer records the identity, and reviews nothing of their own', async () => {
    await administrator.open(place)
    await administrator.press('Registrer identitetskontroll')
    await administrator.type('Hva som ble vist', 'Pass, ved senteret', administrator.dialog)
    await administrator.press('Registrer identitetskontroll', administrator.dialog)
    await administrator.dialog.getByText(/Den som laget lenken til en person/).waitFor()
    await administrator.press('Avbryt', administrator.dialog)
    await monitor.signIn('monitor')
    await monitor.open(place)
    await monitor.press('Registrer identitetskontroll')
    await monitor.type('Hva som ble vist', 'Pass, ved senteret', monitor.dialog)
    await monitor.press('Registrer identitetskontroll', monitor.dialog)
    await monitor.sees(/Pass, ved senteret, sett av/)
    expect(await monitor.page.getByRole('button', { name: 'Avslutt kontoen' }).count()).toBe(0)
    await monitor.look('identity')
  })

  test('P11-22 the administrator ends the account, and the person at work is out at once', async () => {
    await nurse.open(`${staff}/participants`)
    await administrator.open(place)
    await administrator.press('Avslutt kontoen')
    await administrator.type('Begrunnelse', 'Sluttet ved sykehuset', administrator.dialog)
    await administrator.press('Avslutt kontoen', administrator.dialog)
    await administrator.page.getByText('Avsluttet', { exact: true }).first().waitFor()
    await administrator.look('ended')
    await nurse.page.reload()
    await nurse.page.getByRole('heading', { level: 1, name: 'Logg inn' }).waitFor()
    expect(new URL(nurse.page.url()).pathname).toBe('/sign-in')
    await administrator.open(`${staff}/access`)
    await administrator.sees('Konto avsluttet: Sluttet ved sykehuset')
    await administrator.look('log')
  })

  test('the pages read well in English and on a telephone', async () => {
    for (const page of ['people', 'sites']) {
      await administrator.page.setViewportSize({ width: 390, height: 844 })
      await administrator.open(`${staff}/${page}`)
      await administrator.look(`${page}-phone`)
    }
    await administrator.open('/studies/account')
    await administrator.look('account-phone')
    await administrator.page.setViewportSize({ width: 1280, height: 900 })
    await administrator.open(`${staff}/sites?language=en`)
    expect(await administrator.page.getByRole('heading', { level: 1 }).innerText()).toBe('Sites')
    expect(await axe(administrator.page)).toEqual([])
    await administrator.open(`${staff}/people`)
    expect(await administrator.page.getByRole('heading', { level: 1 }).innerText()).toBe('People')
    expect(await axe(administrator.page)).toEqual([])
  })
})

/** On the provider's own pages: any password, and agreement. */
async function throughProvider(screen: Screen, login: string): Promise<void> {
  await screen.page.getByRole('link', { name: 'Logg inn via Sykehuset' }).click()
  const name = screen.page.locator('input[name="login"]')
  await name.waitFor()
  await name.fill(login)
  await screen.page.locator('input[name="password"]').fill('any')
  await screen.page.locator('button[type="submit"]').click()
  // The provider asks for agreement the first time.
  const agree = screen.page.getByRole('button', { name: 'Continue' })
  await Promise.race([
    agree.waitFor().then(() => agree.click()),
    screen.page
      .getByRole('heading', { level: 1 })
      .filter({ hasText: /Logg inn|I dag/ })
      .waitFor(),
  ])
}
