import { type Conductor, type Course, send } from '../course.ts'
import { password } from '../installation.ts'

/** One code is broken, one arm told for a safety report, results that tell arms come in, and somebody learns by accident. */
export async function someLearn(conductor: Conductor, one: Course, two: Course, five: Course): Promise<void> {
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

  const sealer = conductor.someone('randomisationOfficer')
  const secret = { path: '/envelopes/draw-secret', body: { site: 'north', password } }
  await send(conductor, 201, 'envelopes are given a secret', sealer, secret)
  await send(conductor, 201, 'envelopes are made', sealer, { path: '/envelopes/make', body: { site: 'north' } })

  const accident = { learner: 'siteStaff', who: 'a nurse', how: 'saw a vial', assessment: 'none', actions: 'moved' }
  await five.does('nurse', 'record-accidental-unblinding', { ...accident, day: conductor.clock.today() })
}

/** Lock, and the two signatures that end the blind. */
export async function endOfBlind(conductor: Conductor): Promise<void> {
  const keeper = conductor.someone('dataManager')
  const statistician = conductor.someone('statistician')
  const signed = { note: 'as planned', password }
  await send(conductor, 201, 'lock', keeper, { path: '/unblinding/lock-database', body: signed })
  await send(conductor, 201, 'propose', keeper, { path: '/unblinding/propose', body: signed })
  await send(conductor, 201, 'confirm', statistician, { path: '/unblinding/confirm', body: { password } })
}
