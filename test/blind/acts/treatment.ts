import type { Conductor, Course } from '../course.ts'

/** Every turn an infusion can take. Another participant's bag is brought to the bed first. */
export async function firstInfusion({ clock }: Conductor, one: Course, other: Course): Promise<void> {
  const encounter = 'day0'
  const now = () => ({ encounter, time: clock.time() })
  await one.does('nurse', 'book-encounter', { encounter, day: clock.today() })
  await one.visit(encounter)
  await one.fill('blood', encounter)
  await one.refused('nurse', 'start-infusion', 'notRequested', { ...now(), label: 'x' })
  await one.does('nurse', 'request-preparation', { encounter })
  await one.refused('nurse', 'request-preparation', 'alreadyRequested', { encounter })
  await one.refused('unblindedPharmacist', 'hand-over', 'notPrepared', { encounter, to: 'The nurse' })
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
export async function graveReaction({ clock }: Conductor, two: Course): Promise<void> {
  await two.receive('day0')
  await two.start('day0')
  const reaction = { encounter: 'day0', time: clock.time(), grade: 3, signs: 'fainted', action: 'stopped' }
  await two.does('investigator', 'record-reaction', reaction)
  await two.end('day0', '100', { reason: 'reaction' })
}

/** Held and released; then one bag is thrown away in the pharmacy, and the next comes back from the ward. */
export async function held(three: Course): Promise<void> {
  const encounter = 'day0'
  await three.does('investigator', 'hold-treatment', { reason: 'fever' })
  await three.visit(encounter)
  await three.refused('nurse', 'request-preparation', 'treatmentHeld', { encounter })
  await three.does('investigator', 'release-hold', { reason: 'fever gone' })
  await three.does('nurse', 'request-preparation', { encounter })
  await three.prepare(encounter, { extra: 1, reason: 'one was dropped' })
  await three.does('unblindedPharmacist', 'waste-bag', { encounter, reason: 'the bag leaks' })
  await three.prepare(encounter)
  await three.handOver(encounter)
  await three.does('unblindedPharmacist', 'take-bag-back', { encounter, reason: 'fever again' })
}

/** Two weeks later, and four. */
export async function laterInfusion({ clock }: Conductor, one: Course, three: Course, four: Course): Promise<void> {
  clock.wait(14)
  await one.does('nurse', 'book-encounter', { encounter: 'day14', day: clock.today() })
  await one.receive('day14')
  await one.fill('blood', 'day14')
  await one.start('day14')
  await one.end('day14')
  await four.does('coordinator', 'record-missed-visit', { encounter: 'day14', reason: 'ill' })
  const unwell = { day: clock.today(), reason: 'unwell', forms: ['blood'] }
  await one.does('nurse', 'record-unscheduled-visit', unwell)
  await one.fill('blood', 'unscheduled1')
  const late = { encounter: 'day0', label: 'x', time: clock.time() }
  await three.refused('nurse', 'start-infusion', 'visitNotToday', late)
  clock.wait(12)
  await one.visit('day28')
  await one.fill('blood', 'day28')
}
