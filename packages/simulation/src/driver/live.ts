import { workingDayFrom } from '../people/workingDays.ts'
import { attend, comeBack, keepToPlan, plan } from './acts/attend.ts'
import { closeOut } from './acts/closeOut.ts'
import { leave, leavingDay } from './acts/leave.ts'
import { review } from './acts/review.ts'
import { arrive, finishScreening, later } from './acts/screen.ts'
import { end, type Course } from './course.ts'
import { must, type World } from './world.ts'

/** What happens to one participant today; once nothing more is to come, the last of it is settled and signed, in a few days. */
export async function live(world: World, course: Course): Promise<void> {
  await step(world, course)
  if (course.step !== 'over') return
  if (await closeOut(world, course)) course.closed = true
  else course.next = workingDayFrom(later(world.today, 1))
}

async function step(world: World, course: Course): Promise<void> {
  switch (course.step) {
    case 'arrives':
      return arrive(world, course)
    case 'screening':
      return finishScreening(world, course)
    case 'treated':
      return begin(world, course)
    case 'followed':
      return follow(world, course)
    case 'over':
      return undefined
  }
}

/** Randomised and treated on the same day, as the protocol has it. */
async function begin(world: World, course: Course): Promise<void> {
  const first = world.compiled.encounters.find(({ administers }) => administers)?.id ?? ''
  const place = world.turns.get(course)?.place
  await place?.come
  const isRandomised = await must(world, course, 'coordinator', 'randomise')
  place?.pass()
  if (!isRandomised) return end(course, 'screenFailed')
  course.step = 'followed'
  const rest = await attend(world, course, first)
  await world.together([async () => rest?.(), () => plan(world, course)])
}

/** After every day of any trial. */
const never = '9999-12-31'

async function follow(world: World, course: Course): Promise<void> {
  const { today, compiled } = world
  if (today >= (leavingDay(world, course) ?? never)) await leave(world, course)
  if (course.step === 'over') return
  let isMoved = course.held !== undefined || course.left === true
  let rest = course.held === undefined ? undefined : await comeBack(world, course, course.held)
  for (const { encounter, day, misses } of course.agenda) {
    if (day > today || course.held !== undefined) break
    // What the unblinded side records of one visit does not wait for the next.
    await rest?.()
    rest = undefined
    isMoved ||= compiled.encounters.some(({ id, administers }) => administers && id === encounter)
    if (misses !== undefined)
      await must(world, course, 'coordinator', 'record-missed-visit', { encounter, reason: misses })
    else rest = await attend(world, course, encounter)
  }
  await world.together([async () => rest?.(), () => goOn(world, course, isMoved)])
}

/** What is looked at after a day's visits, and the next appointment. */
async function goOn(world: World, course: Course, isMoved: boolean): Promise<void> {
  const isMore = course.agenda.some(({ day }) => day > world.today)
  await world.together([
    () => review(world, course),
    async () => (isMoved || !isMore ? plan(world, course) : keepToPlan(world, course)),
  ])
}
