import { allRoles, type LotView, type StockView } from '@trialwright/conduct'
import { routes } from '@trialwright/server'
import { connectedTo } from '@trialwright/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Participant } from './participant.ts'
import type { Person } from './person.ts'
import { expectRefused } from './refused.ts'
import { compiled } from './server.ts'
import { openedTrial, randomised, type Trial } from './trial.ts'

/** Somebody of the arm, with the first infusion asked for. */
async function requestedIn(trial: Trial, arm: string): Promise<Participant> {
  // Blocks of eight hold four of each arm, so the fifth participant at the latest gets the arm wanted.
  for (;;) {
    const participant = await randomised(trial)
    await participant.attend('day0')
    await participant.request('day0')
    if ((await participant.pharmacy('day0')).arm.id === arm) return participant
  }
}

const lotOf = ({ lots }: StockView, batch: string): LotView => lots.find((lot) => lot.batch === batch)!

describe('the vials of a site, from delivery to destruction', () => {
  let trial: Trial
  let pharmacist: Person
  let active: Participant
  let placebo: Participant
  let stock: string
  const book = (command: string, body: object = {}) => pharmacist.send(`${stock}/${command}`, body)
  const read = (): Promise<StockView> => pharmacist.read(stock)

  beforeAll(async () => {
    trial = await openedTrial()
    stock = `${trial.study}/stock/ous`
    pharmacist = await trial.signIn('unblindedPharmacist')
    active = await requestedIn(trial, 'infliximab')
    placebo = await requestedIn(trial, 'placebo')
  })
  afterAll(() => trial[Symbol.asyncDispose]())

  test('R3-29 given a delivery that expires sooner, when it is received and released, then it is the first to be taken', async () => {
    const box = {
      brand: 'Remsima',
      batch: 'SOON-1',
      expiry: '2026-06-30',
      vials: 3,
      shipment: 'FS-2',
      coldChain: 'kept',
    }
    await book('receive-vials', { product: 'infliximab', ...box })
    const { lot } = lotOf(await read(), 'SOON-1')
    expect((await active.pharmacy('day0')).picks).toMatchObject([{ batch: 'PROD-4410-KEPT', vials: 4 }])
    await book('release-vials', { lot })
    expect((await active.pharmacy('day0')).picks).toMatchObject([
      { batch: 'SOON-1', vials: 3 },
      { batch: 'PROD-4410-KEPT', vials: 1 },
    ])
    expect((await placebo.pharmacy('day0')).picks).toEqual([])
  })

  test('given a page opened before others took vials, when it is sent, then the lots to take are shown anew', async () => {
    const path = `${trial.study}/pharmacy/${active.code}/record-preparation`
    const body = { encounter: 'day0', batch: 'NACL', vialsOpened: 4, picks: [{ lot: 'L1', vials: 4 }] }
    await expectRefused(trial, () => pharmacist.send(path, body), 'pickChanged')
  })

  test('R3-10 given a bag in each arm, when both are prepared, checked and handed over, then as many sealed records of one size', async () => {
    const sealed = () =>
      connectedTo(trial.server.adminUrl, async (client) => {
        const statement =
          'select type, octet_length(record) as long from unblinded.event where study_id = $1 order by position'
        return (await client.query<{ type: string; long: number }>(statement, [compiled.id])).rows
      })
    const kept: (readonly { readonly type: string }[])[] = []
    for (const each of [active, placebo]) {
      const before = await sealed()
      await each.prepare('day0')
      await each.handOver('day0')
      kept.push((await sealed()).slice(before.length))
    }
    expect(kept[0]?.filter(({ type }) => type !== 'UnblindedDataRead')).toHaveLength(4)
    expect(kept[0]).toEqual(kept[1])
    expect(lotOf(await read(), 'SOON-1').balances).toMatchObject({ available: 0, prepared: 3 })
  })

  test('given a bag not given, when the pharmacy takes it back, then its label starts nothing and another can be prepared', async () => {
    const label = await active.label('day0')
    const path = `${trial.study}/pharmacy/${active.code}`
    await expectRefused(
      trial,
      () => pharmacist.send(`${path}/waste-bag`, { encounter: 'day0', reason: 'x' }),
      'alreadyHandedOver',
    )
    await pharmacist.send(`${path}/take-bag-back`, { encounter: 'day0', reason: 'Feber' })
    await expectRefused(trial, () => active.start('day0', label), 'infusionNotReady')
    expect(JSON.stringify(await active.page('nurse', '/history'))).toContain('taken back')
    expect(lotOf(await read(), 'SOON-1').balances).toMatchObject({ prepared: 0, returned: 3 })
    await active.prepare('day0')
    await active.handOver('day0')
    expect(await active.label('day0')).not.toBe(label)
  })

  test('R3-29 CTR-01 given infusions started by the site, when they are booked, then the vials are given, for either arm alike', async () => {
    for (const each of [active, placebo]) {
      await each.start('day0')
      await each.end('day0')
    }
    expect(await read()).toMatchObject({ toBook: 2 })
    await book('book-given')
    expect(lotOf(await read(), 'PROD-4410-KEPT').balances).toMatchObject({
      prepared: 0,
      administered: 4,
      returned: 1,
    })
    await expectRefused(trial, () => book('book-given'), 'nothingToRecord')
  })

  test('given a warm refrigerator, when it is recorded, then nothing can be prepared from it until somebody decides', async () => {
    await book('record-excursion', { lots: ['L1'], lowest: '5', highest: '14,5', minutes: 200, what: 'Strømbrudd' })
    const next = await requestedIn(trial, 'infliximab')
    expect((await next.pharmacy('day0')).toRecordPreparation).toMatchObject([{ code: 'stockTooSmall' }])
    await expectRefused(trial, () => next.prepare('day0'), 'stockTooSmall')
    await book('decide-excursion', { excursion: 'X1', decision: 'release', reason: 'Stabilitetsdata fra produsenten' })
    await next.prepare('day0')
  })

  test('R3-29 given the close of the site, when all that is left is destroyed, then the ledger comes to zero and nothing is at the site', async () => {
    await expectRefused(trial, () => book('count-stock', { counts: [], witness: 'Ola Vitne' }), 'countIncomplete')
    const counts = (await read()).shelves.map(({ lot, account, expected }) => ({ lot, account, counted: expected }))
    await book('count-stock', { counts, witness: 'Ola Vitne' })
    for (const { lot, account, counted } of counts)
      await book('destroy-vials', { lot, from: account, vials: counted, reason: 'Avsluttet', witness: 'Ola Vitne' })
    const { lots, ledger } = await read()
    expect(lots.map(({ difference }) => difference)).toEqual([0, 0])
    // One bag stands prepared, and was neither given nor discarded.
    expect(lots.map(({ onSite, balances }) => onSite - balances.prepared)).toEqual([0, 0])
    expect(ledger[0]).toMatchObject({ type: 'VialsDestroyed', witness: 'Ola Vitne' })
  })

  test('given participants in both arms, when the need is forecast, then for those of the product alone, with what to order', async () => {
    const { products } = (await pharmacist.read(`${stock}/forecast`)) as {
      products: { usable: number; needed: number; toOrder: number; infusions: { code: string }[] }[]
    }
    const codes = products[0]!.infusions.map(({ code }) => code)
    expect(codes).toContain(active.code)
    expect(codes).not.toContain(placebo.code)
    expect(products[0]).toMatchObject({ usable: 0, toOrder: products[0]!.needed + 5 })
  })
})

describe('who learns of the stock', () => {
  let trial: Trial
  beforeAll(async () => void (trial = await openedTrial()))
  afterAll(() => trial[Symbol.asyncDispose]())

  test('B1 R3-28 given every role, when stock is read or moved, then the site’s own pharmacist alone may', async () => {
    const ofStock = routes.filter(({ process }) => process === 'supply')
    expect(ofStock.length).toBe(11)
    const demo = allRoles.filter((role) => trial.server.accounts.some((account) => account.role === role))
    for (const role of demo.filter((each) => each !== 'unblindedPharmacist')) {
      const person = await trial.signIn(role)
      for (const { method, path } of ofStock) {
        const address = path.replace(':study', compiled.id).replace(':site', 'ous')
        const { status, text } = await person.ask(
          method,
          address,
          method === 'POST' ? {} : undefined,
          crypto.randomUUID(),
        )
        expect({ role, address, status }).toEqual({ role, address, status: 403 })
        expect(text).not.toContain('Merkevare')
      }
    }
    const elsewhere = await trial.signIn('unblindedPharmacist', 'haukeland')
    for (const path of ['', '/forecast'])
      expect((await elsewhere.ask('GET', `${trial.study}/stock/ous${path}`)).status).toBe(403)
    expect((await elsewhere.ask('GET', `${trial.study}/stock/nowhere`)).status).toBe(404)
  })

  test('channel 12 given a delivery, when the open log is read, then it has not grown; repeated, the delivery counts once', async () => {
    const pharmacist = await trial.signIn('unblindedPharmacist')
    const monitor = await trial.signIn('monitor')
    const head = () => monitor.read(`${trial.study}/audit/checkpoint`)
    const before = await head()
    const box = {
      brand: 'Remsima',
      batch: 'AGAIN',
      expiry: '2027-06-30',
      vials: 3,
      shipment: 'FS-2',
      coldChain: 'kept',
    }
    const key = crypto.randomUUID()
    const send = () =>
      pharmacist.ask('POST', `${trial.study}/stock/ous/receive-vials`, { product: 'infliximab', ...box }, key)
    const answers = await Promise.all([send(), send(), send()])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 201])
    expect(lotOf(await pharmacist.read(`${trial.study}/stock/ous`), 'AGAIN')).toMatchObject({ received: 3 })
    expect(await head()).toEqual(before)
  })

  test('given the last vials and two bags at once, when both are recorded, then one of them is refused', async () => {
    const [one, two] = [await requestedIn(trial, 'infliximab'), await requestedIn(trial, 'infliximab')]
    const pharmacist = await trial.signIn('unblindedPharmacist')
    const stock = `${trial.study}/stock/ous`
    const left = lotOf(await pharmacist.read(stock), 'PROD-4410-KEPT').balances.available
    const leaving = { lot: 'L1', from: 'available', vials: left - 5, reason: 'Tilbake', witness: 'Ola Vitne' }
    await pharmacist.send(`${stock}/destroy-vials`, leaving)
    const outcomes = await Promise.allSettled([one.prepare('day0'), two.prepare('day0')])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const after = lotOf(await pharmacist.read(stock), 'PROD-4410-KEPT')
    expect(after.balances).toMatchObject({ available: 1, prepared: 4 })
  })

  test('R3-28 given one pharmacist, when the own preparation is checked, then a second person is asked for', async () => {
    const participant = await requestedIn(trial, 'placebo')
    const own = { account: 'pharmacist.ous' }
    const pharmacist = await trial.enter(own.account)
    await pharmacist.send(`${trial.study}/pharmacy/${participant.code}/record-preparation`, {
      encounter: 'day0',
      batch: 'NACL',
      vialsOpened: 0,
    })
    await expectRefused(trial, () => participant.handOver('day0'), 'notChecked')
    await expectRefused(trial, () => participant.check('day0', own.account), 'secondPersonIsFirst')
    await participant.check('day0')
    await expectRefused(trial, () => participant.check('day0'), 'alreadyChecked')
    await participant.handOver('day0')
  })
})
