import { addDuration } from '@trialwright/protocol'
import { nearestWorkingDay } from '../../people/workingDays.ts'
import { end, type Course } from '../course.ts'
import type { ParticipantPage } from '../page.ts'
import { must, note, readPage, type World } from '../world.ts'
import { fillAll } from './fill.ts'

/** Somebody is registered, consents, and answers what the first contact of screening asks. */
export async function arrive(world: World, course: Course): Promise<void> {
  const { hands, model, today } = world
  const { site, index } = course
  const turn = world.turns.get(course)?.number
  await turn?.come
  const sent = await hands.send<{ code: string }>(
    { role: 'coordinator', site },
    '/participants',
    { site },
    `register ${index}`,
  )
  turn?.pass()
  if (!sent.ok) {
    note(world, { code: `person ${index}` }, 'register', sent)
    return end(course, 'screenFailed')
  }
  course.code = sent.body.code
  const screening = screeningOf(world)
  const coordinator = (name: string, body: object) => must(world, course, 'coordinator', name, body)
  let consents = false
  // Written one after the other, without waiting until the consent is stored.
  await world.together([
    async () => void (consents = await coordinator('record-consent', { version: model.consent(today), day: today })),
    () => coordinator('record-visit', { encounter: screening, day: today }),
  ])
  if (!consents) return end(course, 'screenFailed')
  await fillAll(world, course, screening, { only: model.firstContact })
  course.step = 'screening'
  course.next = nearestWorkingDay(later(today, world.person(course).draws.of('results').whole(3, 9)))
}

/** Results and images are there: the rest is answered, and the investigator decides. */
export async function finishScreening(world: World, course: Course): Promise<void> {
  const screening = screeningOf(world)
  const { draws } = world.person(course)
  await fillAll(world, course, screening)
  // Read anew: the verdict follows from what was just recorded.
  const { screening: asked } = await readPage<ParticipantPage>(world, course)
  if (asked.verdict === 'eligible') {
    if (!(await must(world, course, 'investigator', 'confirm-eligibility', { password: world.hands.password })))
      return end(course, 'screenFailed')
    course.step = 'treated'
    course.next = nearestWorkingDay(later(world.today, draws.of('first infusion').whole(3, 10)))
    return
  }
  const note = asked.verdict === 'undecided' ? 'Kunne ikke avklares innen fristen' : ''
  await must(world, course, 'investigator', 'record-screen-failure', { note })
  end(course, 'screenFailed')
}

export const screeningOf = ({ compiled }: World): string =>
  compiled.encounters.find(({ anchor, administers }) => anchor === 'consent' && !administers)?.id ?? ''

export const later = (day: string, days: number): string => addDuration(day, { value: days, unit: 'd' })
