import { nearestWorkingDay, workingDayFrom } from '../../people/workingDays.ts'
import { end, type Course } from '../course.ts'
import type { ParticipantPage, Scheduled } from '../page.ts'
import { must, readPage, type World } from '../world.ts'
import { correct } from './correct.ts'
import { fillAll, fillForms, scheduledAt } from './fill.ts'
import { giveOrHold, type Outcome } from './infuse.ts'
import { leavingDay } from './leave.ts'
import { later } from './screen.ts'
import { recordSecretResults } from './secret.ts'

/** What the unblinded side has yet to do after a visit; nobody at the site waits for it. */
export type Rest = () => Promise<void>

/** The person comes to an encounter, or calls: the visit, its forms, and the infusion where one is due. */
export async function attend(world: World, course: Course, encounter: string): Promise<Rest | undefined> {
  const { model, today } = world
  const before = await readPage<ParticipantPage>(world, course)
  const planned = scheduledAt(before, encounter)
  if (!planned || planned.state === 'notApplicable' || planned.state === 'done' || planned.state === 'missed')
    return undefined
  const isCorrected = course.mistakes.length > 0
  await correct(world, course, before)
  const reason = isWithin(planned, today) ? {} : { reason: 'Kunne ikke komme tidligere' }
  const visit = async () =>
    planned.contact === 'home' ||
    must(world, course, 'coordinator', 'record-visit', { encounter, day: today, ...reason })
  const treats = planned.administers && before.treatment.stopped === undefined && !course.left
  const without = treats ? model.afterInfusion : []
  // What was read before still tells which forms there are, unless a correction has changed that.
  if (isCorrected) {
    if (!(await visit())) return undefined
    await fillAll(world, course, encounter, { without })
  } else await world.together([visit, () => fillAll(world, course, encounter, { without, page: before })])
  const outcome = treats ? await infused(world, course, encounter) : undefined
  return outcome === 'comesBack' ? undefined : afterwards(world, course, planned, outcome)
}

async function infused(world: World, course: Course, encounter: string): Promise<Outcome> {
  const outcome = await giveOrHold(world, course, encounter)
  world.turns.get(course)?.vials?.end(outcome === 'given')
  return outcome
}

/** What follows an infusion or its visit at the site, and then on the unblinded side. */
async function afterwards(
  world: World,
  course: Course,
  planned: Scheduled,
  infusion: 'given' | 'over' | undefined,
): Promise<Rest> {
  if (infusion === 'over') await fillAll(world, course, planned.id)
  return () => recordSecretResults(world, course, planned)
}

/** Somebody who was sent home comes back: the visit is moved to today, what may have changed is asked again. */
export async function comeBack(world: World, course: Course, encounter: string): Promise<Rest | undefined> {
  const { model, today } = world
  await must(world, course, 'coordinator', 'record-visit', {
    encounter,
    day: today,
    reason: 'Ny time etter at infusjonen ble utsatt',
  })
  const page = await readPage<ParticipantPage>(world, course)
  await fillForms(
    world,
    course,
    (scheduledAt(page, encounter)?.forms ?? [])
      .filter(({ form, version }) => version > 0 && model.atReturn.includes(form))
      .map(({ form, version }) => ({ encounter, form, version, reason: 'Undersøkt på nytt' })),
  )
  if (page.treatment.held) await must(world, course, 'investigator', 'release-hold', { reason: 'Frisk igjen' })
  const outcome = await infused(world, course, encounter)
  if (outcome === 'comesBack') return undefined
  delete course.held
  const planned = scheduledAt(page, encounter)
  return planned && afterwards(world, course, planned, outcome)
}

/** What is still to come, from the server's schedule and the person's own ways. */
export async function plan(world: World, course: Course): Promise<void> {
  if (course.held !== undefined) return
  const page = await readPage<ParticipantPage>(world, course)
  const person = world.person(course)
  const tomorrow = workingDayFrom(later(world.today, 1))
  const agenda = page.schedule.flatMap((each) => {
    if (!['upcoming', 'due', 'overdue', 'booked'].includes(each.state) || each.planned === undefined) return []
    const misses = person.misses(each.id)
    const day =
      misses === undefined
        ? nearestWorkingDay(later(each.planned, person.daysOff(each.id)))
        : workingDayFrom(later(each.to ?? each.planned, 1))
    return [{ encounter: each.id, day: day < tomorrow ? tomorrow : day, ...(misses === undefined ? {} : { misses }) }]
  })
  expect(
    world,
    course,
    agenda.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
  )
}

/** The days agreed before still stand for what is to come: only an infusion, a hold or a leaving moves them. */
export function keepToPlan(world: World, course: Course): void {
  expect(
    world,
    course,
    course.agenda.filter(({ day }) => day > world.today),
  )
}

function expect(world: World, course: Course, agenda: Course['agenda']): void {
  course.agenda = agenda
  const [first] = agenda
  if (!first) return end(course, course.left ? 'withdrew' : 'completed')
  // Leaving has its own day between visits.
  const leaving = leavingDay(world, course)
  course.next = leaving !== undefined && leaving < first.day ? leaving : first.day
}

const isWithin = ({ from, to }: Scheduled, day: string): boolean =>
  (from === undefined || day >= from) && (to === undefined || day <= to)
