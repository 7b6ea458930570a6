import { inventedApprovals } from '@trialwright/conduct'
import { type Conductor, type Course, heightOf, kilograms, registered, send } from '../course.ts'
import { password } from '../installation.ts'
import { protocol, sites } from '../study.ts'

/** The study opens, with its ranges and a first delivery to each pharmacy. */
export async function openStudy(conductor: Conductor): Promise<void> {
  const administrator = conductor.someone('administrator')
  await send(conductor, 201, 'open', administrator, { path: '/open' })
  for (const site of sites) {
    await send(conductor, 'approvalsMissing', `open ${site} too early`, administrator, {
      path: '/open-site',
      body: { site },
    })
    for (const body of inventedApprovals(protocol, site, conductor.clock.today()))
      await send(conductor, 201, `approval of ${site}`, administrator, { path: '/record-approval', body })
    await send(conductor, 201, `open ${site}`, administrator, { path: '/open-site', body: { site } })
  }
  const limits = { laboratory: 'Lab', form: 'blood', sex: 'any', fromAge: 0, toAge: 120, from: '2020-01-01' }
  const ranges = [
    { ...limits, item: 'haemoglobin', low: 115, high: 170, unit: 'g/L' },
    { ...limits, item: 'inflammation', high: 5, unit: 'mg/L' },
  ]
  const keeper = conductor.someone('dataManager')
  await send(conductor, 201, 'ranges', keeper, { path: '/laboratory-ranges', body: { ranges } })
  for (const site of sites) {
    const pharmacist = conductor.someone('unblindedPharmacist', site)
    const box = { brand: 'Brand', batch: `B-${site}`, expiry: '2027-03-31', shipment: 'D-1', coldChain: 'kept' }
    const delivery = { path: `/stock/${site}/receive-vials`, body: { product: 'powder', vials: 60, ...box } }
    await send(conductor, 201, `delivery to ${site}`, pharmacist, delivery)
    const release = { path: `/stock/${site}/release-vials`, body: { lot: 'L1' } }
    await send(conductor, 201, `release at ${site}`, pharmacist, release)
  }
}

/** Meets every wrong turn on the way to randomisation. */
export async function firstParticipant(conductor: Conductor): Promise<Course> {
  const one = await registered(conductor, 'north')
  await one.refused('coordinator', 'randomise', 'eligibilityNotConfirmed')
  await one.screen()
  const corrected = { entries: kilograms('82'), expectedVersion: 1, reasons: { weight: 'misread' } }
  await one.fill('body', 'screening', corrected)
  const stale = { encounter: 'screening', form: 'body', day: conductor.clock.today(), ...corrected }
  await one.refused('nurse', 'record-form', 'formChanged', { ...stale, entries: kilograms('90') })
  await one.refused('investigator', 'confirm-eligibility', 'passwordWrong', { password: 'no' })
  await one.does('investigator', 'confirm-eligibility', { password })
  await one.refused('nurse', 'randomise', 'roleMissing')
  await one.refused('nurse', 'request-preparation', 'notRandomised', { encounter: 'day0' })
  await randomisedTwice(conductor, one)
  await one.refused('coordinator', 'randomise', 'alreadyRandomised')
  const stranger = conductor.someone('coordinator', 'south')
  const path = `/participants/${one.code}/randomise`
  await send(conductor, 'otherSite', 'from the other site', stranger, { path }, one.code)
  return one
}

/** Sent twice under one key, then under the same key with another body. */
export async function randomisedTwice(conductor: Conductor, { code, site }: Course): Promise<void> {
  const coordinator = conductor.someone('coordinator', site)
  const request = { path: `/participants/${code}/randomise`, key: '11111111-1111-4111-8111-111111111111' }
  await send(conductor, 201, `${code} randomise`, coordinator, request, code)
  await send(conductor, 200, 'the same again', coordinator, request, code)
  const other = { ...request, body: { clientTime: '2026-03-02T09:00:00+01:00' } }
  await send(conductor, 'keyReused', 'the key for another body', coordinator, other, code)
}

/** Fails screening, is screened anew, and is randomised by the investigator. */
export async function rescreened(conductor: Conductor): Promise<Course> {
  const three = await registered(conductor, 'north')
  await three.fill('person', 'screening')
  await three.fill('body', 'screening')
  await three.fill('scan', 'screening', { entries: heightOf('5') })
  await three.refused('investigator', 'confirm-eligibility', 'notEligible', { password })
  await three.does('coordinator', 'record-screen-failure', { note: 'not high enough' })
  await three.refused('coordinator', 'randomise', 'alreadyScreenFailed')
  await three.does('coordinator', 'start-rescreening', { reason: 'a new scan' })
  await three.does('coordinator', 'record-visit', { encounter: 'screening', day: conductor.clock.today() })
  await three.screen()
  await three.does('investigator', 'confirm-eligibility', { password })
  await three.does('investigator', 'randomise')
  return three
}
