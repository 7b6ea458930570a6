import { workingDayFrom } from '../../people/workingDays.ts'
import { end, type Course } from '../course.ts'
import { must, type World } from '../world.ts'
import { later } from './screen.ts'

/** The day the person has had enough, when it is still to come or is today. */
export function leavingDay(world: World, course: Course): string | undefined {
  const { leaves } = world.person(course)
  if (!leaves || course.left || course.firstInfusion === undefined) return undefined
  return workingDayFrom(later(course.firstInfusion, leaves.after))
}

export async function leave(world: World, course: Course): Promise<void> {
  const { leaves } = world.person(course)
  if (!leaves) return
  course.left = true
  const { scope, reason } = leaves
  await must(world, course, 'coordinator', 'withdraw-consent', { day: world.today, scope, reason })
  if (scope === 'everything') end(course, 'withdrew')
}
