import { proofOf, secretFrom } from '@trialwright/records'
import { type Conductor, send } from '../course.ts'
import { password } from '../installation.ts'
import { sites } from '../study.ts'
import type { Cast } from './further.ts'

/** One code is broken, one arm told for a safety report, results that tell arms come in, and somebody learns by accident. */
export async function someLearn(conductor: Conductor, { one, two, five, seven }: Cast): Promise<void> {
  const emergency = { reason: 'emergencyCare', note: 'anaphylaxis' }
  await two.refused('nurse', 'break-code', 'roleMissing', { ...emergency, password })
  await two.refused('investigator', 'break-code', 'passwordWrong', { ...emergency, password: 'no' })
  await two.does('investigator', 'break-code', { ...emergency, password })

  const unblinded = `/unblinded-results/${one.code}`
  const officer = conductor.someone('safetyOfficer')
  const report = { path: `${unblinded}/unblind-for-safety`, body: { note: 'case 17', password } }
  await send(conductor, 201, `${one.code} unblind-for-safety`, officer, report, one.code)
  const pharmacist = conductor.someone('unblindedPharmacist', one.site)
  const prepared = `/api/studies/${conductor.study}/pharmacy/${one.code}/day0`
  const { body: page } = await conductor.read(pharmacist, prepared)
  const { vials } = page as { readonly vials: number }
  // Drug is found in whom it was given to.
  const level = { entries: { level: { typed: vials > 0 ? '12.5' : '0', unit: 'mg/L' } }, laboratory: 'Lab' }
  const result = { encounter: 'day0', form: 'blood', day: conductor.clock.today(), expectedVersion: 0, ...level }
  const filled = { path: `${unblinded}/record-form`, body: result }
  await send(conductor, 201, `${one.code} unblinded results`, pharmacist, filled, one.code)

  await openEnvelope(conductor, seven.code)

  const accident = { learner: 'siteStaff', who: 'a nurse', how: 'saw a vial', assessment: 'none', actions: 'moved' }
  await five.does('nurse', 'record-accidental-unblinding', { ...accident, day: conductor.clock.today() })
}

/** A night without the server: an envelope is opened at the north, and reconciled in the morning. */
async function openEnvelope(conductor: Conductor, participant: string): Promise<void> {
  const officer = conductor.someone('randomisationOfficer')
  const site = sites[0]!
  const ask = (ending: number | string, path: string, body: object) =>
    send(conductor, ending, path, officer, { path: `/envelopes/${path}`, body })
  await ask('noEnvelopeSecret', 'make', { site })
  const drawn = await ask(201, 'draw-secret', { site, password })
  const secret = secretFrom((drawn.body as { readonly shares: readonly string[] }).shares)!
  const made = await ask(201, 'make', { site })
  const { secretId } = (made.body as { readonly file: { readonly secretId: string } }).file
  const opening = {
    format: 'trialwright-envelope-opening' as const,
    version: 1 as const,
    study: conductor.study,
    site,
    secretId,
    id: 'ab'.repeat(16),
    participant,
    by: 'Dr Night',
    at: '2026-03-02T03:00:00+01:00',
    reason: 'emergencyCare' as const,
    note: 'anaphylaxis',
  }
  const proven = { ...opening, proof: proofOf(secret, opening) }
  await ask('openingNotProven', `${participant}/reconcile`, { opening: { ...proven, note: 'another' } })
  await ask(201, `${participant}/reconcile`, { opening: proven })
}

/** Lock, and the two signatures that end the blind. */
export async function endOfBlind(conductor: Conductor): Promise<void> {
  const keeper = conductor.someone('dataManager')
  const statistician = conductor.someone('statistician')
  const signed = { note: 'as planned', password }
  await send(conductor, 201, 'lock', keeper, {
    path: '/unblinding/lock-database',
    body: { ...signed, override: 'as planned' },
  })
  await send(conductor, 201, 'propose', keeper, { path: '/unblinding/propose', body: signed })
  await send(conductor, 201, 'confirm', statistician, { path: '/unblinding/confirm', body: { password } })
}
