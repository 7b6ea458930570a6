import { buildPages } from '@trialwright/cli'
import { browser, describeInBrowser } from '@trialwright/test-support'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { batch, fullBag, participantOf, type Participant, receiver } from './participant.ts'
import { openScreen, type Screen } from './screen.ts'
import { compiled } from './server.ts'
import { openedTrial, type Trial } from './trial.ts'

vi.setConfig({ testTimeout: 90_000 })

describeInBrowser('in Norwegian, from the public page to the fourth infusion', () => {
  let trial: Trial
  let chrome: Browser
  let visitor: Screen
  let coordinator: Screen
  let investigator: Screen
  let nurse: Screen
  let pharmacist: Screen
  let participant: Participant
  const staff = `/studies/${compiled.id}`
  const own = (rest = '') => `${staff}/participants/${participant.code}${rest}`

  beforeAll(async () => {
    const pages = await buildPages(() => {})
    trial = await openedTrial(pages)
    chrome = await browser()
    const { address } = trial.server
    ;[visitor, coordinator, investigator, nurse, pharmacist] = (await Promise.all(
      ['visitor', 'coordinator', 'investigator', 'nurse', 'pharmacist'].map((who) => openScreen(chrome, address, who)),
    )) as [Screen, Screen, Screen, Screen, Screen]
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

  test('given the public page, when a woman answers what she knows of herself, then three answers are told and none is stored', async () => {
    await visitor.open(`/trials/${compiled.id}`)
    await visitor.sees(compiled.title.nb)
    await visitor.look('trial')
    const result = visitor.page.locator('.self-check-result')
    await visitor.type('Når er du født?', '04.05.1980')
    await visitor.choose('Hvilket kjønn ble du registrert med ved fødselen?', 'Kvinne')
    expect(await result.innerText()).toContain('Ingenting du har svart, taler imot')
    await visitor.choose('Er du gravid?', 'Ja')
    expect(await result.innerText()).toContain('Du kan sannsynligvis ikke delta')
    await visitor.look('self-check')
    const stored = await visitor.page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')
    expect(stored).toBe('{"trialwright.language":"nb"}')
    expect(await visitor.page.context().cookies()).toEqual([])
  })

  test('given the coordinator, when a participant is registered and consents, then screening can begin', async () => {
    await coordinator.open('/sign-in')
    await coordinator.look('sign-in')
    await coordinator.signIn('coordinator.ous')
    await coordinator.sees('Ingen deltakere ennå')
    await coordinator.look('today-none')
    await coordinator.follow('Registrer deltaker')
    await coordinator.type('Navn', 'Vigdis Hemmelig-Eksempel')
    await coordinator.type('Fødselsdato', '04.05.1980')
    await coordinator.look('register')
    await coordinator.press('Registrer deltaker')
    await coordinator.page.getByRole('heading', { name: 'OUS-001' }).waitFor()
    expect(await coordinator.page.content()).not.toContain('Vigdis')
    participant = participantOf(trial, 'OUS-001', 'ous')
    await coordinator.press('Registrer samtykke')
    await coordinator.look('consent')
    await coordinator.press('Registrer samtykke', coordinator.dialog)
    await coordinator.press('Registrer besøk')
    await coordinator.press('Registrer besøk', coordinator.dialog)
    await coordinator.dialog.waitFor({ state: 'hidden' })
    await coordinator.look('timeline')
    expect((await participant.encounter('screening')).state).toBe('done')
  })

  test('given screening, when forms are filled in by hand, then mistakes are told in words and criteria are decided live', async () => {
    await coordinator.open(own('/encounters/screening'))
    await coordinator.look('encounter')
    await coordinator.open(own('/encounters/screening/forms/demography'))
    await coordinator.type('Fødselsdato', '30.02.1980')
    await coordinator.choose('Kjønn', 'Kvinne')
    await coordinator.choose('Forstår muntlig norsk', 'Ja')
    await coordinator.choose('Forstår skriftlig norsk', 'Ja')
    await coordinator.press('Lagre')
    await coordinator.sees(/30\.02\.1980.*|finnes ikke/)
    await coordinator.look('form-refused')
    await coordinator.type('Fødselsdato', '04.05.1980')
    await coordinator.press('Lagre')
    await coordinator.sees('Lagret')
    await coordinator.open(own('/encounters/screening/forms/nrs'))
    for (const [question, answer] of [
      ['Hvor sterke er korsryggsmertene nå?', '6'],
      ['Hvor sterke var de på det verste de siste 2 ukene?', '8'],
      ['Hvor sterke har de vanligvis vært de siste 2 ukene?', '7'],
    ] as const)
      await coordinator.type(question, answer)
    await coordinator.press('Lagre')
    await coordinator.sees('Lagret')
    await coordinator.look('form-saved')

    await coordinator.open(own('/screening'))
    await coordinator.sees('Neste beste spørsmål')
    await coordinator.look('screening-open')
    await participant.answer('screening')
    // The page asks by itself.
    await coordinator.page.getByText('Alle kriterier er oppfylt.').waitFor({ timeout: 40_000 })
    await coordinator.look('screening-met')
    expect((await participant.page('investigator', '/screening')).toConfirm).toEqual([])
  })

  test('given every criterion met, when the investigator signs and the coordinator randomises, then nobody is shown an arm', async () => {
    await investigator.signIn('investigator.ous')
    await investigator.open(own('/screening'))
    await investigator.press('Bekreft egnethet')
    await investigator.type('Kontonavn', 'investigator.ous', investigator.dialog)
    await investigator.type('Passord', 'feil passord', investigator.dialog)
    await investigator.press('Bekreft og signer', investigator.dialog)
    await investigator.sees('Passordet er ikke ditt')
    await investigator.look('signature-refused')
    await investigator.type('Passord', trial.server.password, investigator.dialog)
    await investigator.press('Bekreft og signer', investigator.dialog)
    await investigator.sees(/^Bekreftet av /)
    await investigator.look('signed')

    await coordinator.open(own('/screening'))
    await coordinator.press('Randomiser')
    await coordinator.look('randomise')
    await coordinator.press('Randomiser', coordinator.dialog)
    await coordinator.sees(/^Randomisert .*R-OUS-001/)
    await coordinator.look('randomised')
    expect((await participant.page('coordinator')).status).toBe('randomised')
    expect(await coordinator.page.getByText('Behandlingsarm').count()).toBe(0)
  })

  test.each([
    ['day0', 'Dag 0: første infusjon', []],
    ['day14', 'Dag 14: andre infusjon', ['14 dager']],
    ['day42', 'Dag 42: tredje infusjon', ['28 dager']],
    ['day98', 'Dag 98: fjerde infusjon', ['28 dager', '28 dager']],
  ] as const)(
    'given %s, when the bag is asked for, prepared, handed over and given, then %s is done',
    async (encounter, title, moves) => {
      // The pages of later infusions are those of the first, so a closer look is taken once.
      const look = async (screen: Screen, name: string) => {
        if (encounter === 'day0') await screen.look(`${encounter}-${name}`)
      }
      for (const move of moves) {
        const before = await trial.today()
        await coordinator.press(move)
        await expect.poll(() => trial.today()).not.toBe(before)
      }
      await coordinator.open(own())
      await look(coordinator, 'due')
      await coordinator.press(/^Registrer besøk/, coordinator.page.getByRole('row', { name: title }))
      await coordinator.press('Registrer besøk', coordinator.dialog)
      await coordinator.dialog.waitFor({ state: 'hidden' })
      await participant.answer(encounter)

      if (encounter === 'day0') await nurse.signIn('nurse.ous')
      await nurse.open(own(`/infusions/${encounter}`))
      await look(nurse, 'checks')
      await nurse.press('Be om tilberedning')
      await nurse.press('Be om tilberedning', nurse.dialog)
      await nurse.sees('Apoteket har fått beskjed')

      if (encounter === 'day0') await pharmacist.signIn('pharmacist.ous')
      await pharmacist.open(`${staff}/pharmacy`)
      await look(pharmacist, 'list')
      await pharmacist.follow(participant.code)
      await pharmacist.sees('Behandlingsarm')
      await pharmacist.type('Batch av bærevæsken', batch)
      await look(pharmacist, 'prepare')
      await pharmacist.press('Registrer tilberedning')
      await pharmacist.sees('Kontroll av en andre person')
      await participant.check(encounter)
      await pharmacist.page.reload()
      await pharmacist.type('Levert til', receiver)
      await pharmacist.press('Overlever')
      await pharmacist.sees(/^Overlevert /)
      await look(pharmacist, 'handed-over')
      const label = await pharmacist.page.locator('.bag-label').innerText()

      await nurse.open(own(`/infusions/${encounter}`))
      await nurse.type('Etikett på posen', label)
      await nurse.type('Klokkeslett', '11:00')
      await look(nurse, 'bag')
      await nurse.press('Start infusjonen')
      await nurse.sees('Startet 11:00')
      await nurse.type('Temperatur', '36,9')
      await nurse.type('Puls', '68')
      await nurse.type('Klokkeslett', '11:30')
      await nurse.press('Registrer observasjon', nurse.page.locator('.running .body'))
      await nurse.press('Avslutt infusjonen', nurse.page.locator('.running header'))
      await nurse.type('Klokkeslett', '13:00')
      await nurse.type('Volum gitt', fullBag)
      await look(nurse, 'running')
      await nurse.press('Avslutt infusjonen', nurse.page.locator('.running .body'))
      await nurse.sees(`Avsluttet, ${fullBag} ml gitt`)
      await look(nurse, 'given')
      const { treatment } = await participant.page('nurse')
      expect(treatment.infusions.at(-1)).toMatchObject({ encounter, status: 'ended', label })
    },
  )

  test('given the fourth infusion, when the pages are looked through, then the course stands there, in either language', async () => {
    await coordinator.open(own('/treatment'))
    await coordinator.sees('4 av 4 gitt')
    await coordinator.look('treatment')
    await coordinator.open(own('/history'))
    await coordinator.look('history')
    await coordinator.open(`${staff}/participants`)
    await coordinator.look('participants')
    await coordinator.open(`${staff}/overview`)
    await coordinator.look('overview')
    await coordinator.open(`${staff}/laboratory`)
    await coordinator.look('laboratory')
    await coordinator.press('English')
    await coordinator.page.getByRole('link', { name: 'Participants' }).waitFor()
    expect(await coordinator.page.evaluate('document.documentElement.lang')).toBe('en')
  })
})
