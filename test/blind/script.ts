import { type Conductor, type Course, heightOf, kilograms, randomised, registered, screened, send } from './course.ts'
import { password } from './installation.ts'

/** The whole trial, or a beginning of it that is enough where many replays are wanted. */
export type Acts = 'whole' | 'beginning'

/**
 * The scripted trial. Seven are randomised at two sites, until both lists are exhausted, and come to every end a participant
 * can come to; the pharmacy prepares, the wards infuse, and every wrong turn is tried.
 */
export async function conductTrial(conductor: Conductor, acts: Acts = 'whole'): Promise<void> {
  await openStudy(conductor)
  if (acts === 'beginning') return beginning(conductor)
  const { clock } = conductor
  const one = await firstParticipant(conductor)
  const two = await randomised(conductor, 'north')
  const three = await rescreened(conductor)
  const four = await randomised(conductor, 'south')
  const five = await randomised(conductor, 'south')
  const six = await randomised(conductor, 'north')
  const seven = await randomised(conductor, 'north')
  await (await screened(conductor, 'south')).refused('coordinator', 'randomise', 'listExhausted')
  await (await screened(conductor, 'north')).refused('investigator', 'randomise', 'listExhausted')
  await conductor.survey('when both lists are exhausted')

  await firstInfusion(conductor, one, four)
  await conductor.survey('when one bag is empty and another waits')

  await graveReaction(conductor, two)
  await four.start('day0')
  await four.end('day0')
  await held(three)
  await six.does('coordinator', 'withdraw-consent', { day: clock.today(), scope: 'treatment', reason: 'moves away' })
  await five.does('investigator', 'stop-treatment', { reason: 'own wish' })
  const abroad = { encounter: 'day28', reason: 'abroad' }
  await seven.refused('coordinator', 'record-missed-visit', 'encounterNotYetOpen', abroad)

  clock.wait(14)
  await one.does('nurse', 'book-encounter', { encounter: 'day14', day: clock.today() })
  await one.receive('day14')
  await one.start('day14')
  await one.end('day14')
  await four.does('coordinator', 'record-missed-visit', { encounter: 'day14', reason: 'ill' })
  const late = { encounter: 'day0', label: 'x', time: clock.time() }
  await three.refused('nurse', 'start-infusion', 'visitNotToday', late)
  clock.wait(12)
  await one.visit('day28')
  await one.fill('blood', 'day28')
}

/** Four are randomised, two of them infused. */
async function beginning(conductor: Conductor): Promise<void> {
  const one = await screened(conductor, 'north')
  await randomisedTwice(conductor, one)
  const two = await randomised(conductor, 'north')
  await two.refused('coordinator', 'randomise', 'alreadyRandomised')
  await randomised(conductor, 'north')
  await randomised(conductor, 'north')
  for (const course of [one, two]) {
    await course.receive('day0')
    await course.start('day0')
    await course.end('day0')
  }
}

async function openStudy(conductor: Conductor): Promise<void> {
  const administrator = conductor.someone('administrator')
  await send(conductor, 201, 'open', administrator, { path: '/open' })
  for (const site of ['north', 'south'])
    await send(conductor, 201, `open ${site}`, administrator, { path: '/open-site', body: { site } })
  const limits = { laboratory: 'Lab', form: 'blood', sex: 'any', fromAge: 0, toAge: 120, from: '2020-01-01' }
  const ranges = [
    { ...limits, item: 'haemoglobin', low: 115, high: 170, unit: 'g/L' },
    { ...limits, item: 'inflammation', high: 5, unit: 'mg/L' },
  ]
  const keeper = conductor.someone('dataManager')
  await send(conductor, 201, 'ranges', keeper, { path: '/laboratory-ranges', body: { ranges } })
}

/** Meets every wrong turn on the way to randomisation. */
async function firstParticipant(conductor: Conductor): Promise<Course> {
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
async function randomisedTwice(conductor: Conductor, { code, site }: Course): Promise<void> {
  const coordinator = conductor.someone('coordinator', site)
  const request = { path: `/participants/${code}/randomise`, key: '11111111-1111-4111-8111-111111111111' }
  await send(conductor, 201, `${code} randomise`, coordinator, request, code)
  await send(conductor, 200, 'the same again', coordinator, request, code)
  const other = { ...request, body: { clientTime: '2026-03-02T09:00:00+01:00' } }
  await send(conductor, 'keyReused', 'the key for another body', coordinator, other, code)
}

/** Fails screening, is screened anew, and is randomised by the investigator. */
async function rescreened(conductor: Conductor): Promise<Course> {
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

/** Every turn an infusion can take. Another participant's bag is brought to the bed first. */
async function firstInfusion({ clock }: Conductor, one: Course, other: Course): Promise<void> {
  const encounter = 'day0'
  const now = () => ({ encounter, time: clock.time() })
  await one.does('nurse', 'book-encounter', { encounter, day: clock.today() })
  await one.visit(encounter)
  await one.fill('blood', encounter)
  await one.refused('nurse', 'start-infusion', 'notRequested', { ...now(), label: 'x' })
  await one.does('nurse', 'request-preparation', { encounter })
  await one.refused('nurse', 'request-preparation', 'alreadyRequested', { encounter })
  await one.refused('unblindedPharmacist', 'hand-over', 'notPrepared', { encounter })
  await one.prepare(encounter)
  await one.refused('nurse', 'start-infusion', 'infusionNotReady', { ...now(), label: 'x' })
  await one.refused('nurse', 'hand-over', 'roleMissing', { encounter })
  await one.handOver(encounter)
  await other.receive(encounter)
  await one.refused('nurse', 'start-infusion', 'labelMistyped', { ...now(), label: 'AAAAAAAA-A' })
  const theirs = await other.label(encounter)
  await one.refused('nurse', 'start-infusion', 'labelNotThisInfusion', { ...now(), label: theirs })
  await one.start(encounter)
  const vitals = { temperature: '36.9', pulse: '68', systolic: '121', diastolic: '76' }
  await one.does('nurse', 'record-observation', { ...now(), vitals })
  await one.does('nurse', 'interrupt-infusion', { ...now(), reason: 'itching' })
  const reaction = { grade: 1, signs: 'itching', action: 'watched' }
  await one.does('nurse', 'record-reaction', { ...now(), ...reaction })
  await one.does('nurse', 'resume-infusion', { ...now(), reason: 'gone' })
  await one.end(encounter)
}

/** Stops treatment by itself. */
async function graveReaction({ clock }: Conductor, two: Course): Promise<void> {
  await two.receive('day0')
  await two.start('day0')
  const reaction = { encounter: 'day0', time: clock.time(), grade: 3, signs: 'fainted', action: 'stopped' }
  await two.does('investigator', 'record-reaction', reaction)
  await two.end('day0', '100', { reason: 'reaction' })
}

/** Held and released; then the bag is prepared, and never handed over. */
async function held(three: Course): Promise<void> {
  const encounter = 'day0'
  await three.does('investigator', 'hold-treatment', { reason: 'fever' })
  await three.visit(encounter)
  await three.refused('nurse', 'request-preparation', 'treatmentHeld', { encounter })
  await three.does('investigator', 'release-hold', { reason: 'fever gone' })
  await three.does('nurse', 'request-preparation', { encounter })
  await three.prepare(encounter, { extra: 1, reason: 'one was dropped' })
}
