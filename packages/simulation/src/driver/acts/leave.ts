import { end, type Course } from '../course.ts'
import { must, type World } from '../world.ts'
import { later } from './screen.ts'

/** Whether today is the day the person has had enough. */
export function leavesToday(world: World, course: Course): boolean {
  const { leaves } = world.person(course)
  if (!leaves || course.left || course.firstInfusion === undefined) return false
  return world.today >= later(course.firstInfusion, leaves.after)
}

export async function leave(world: World, course: Course): Promise<void> {
  const { leaves } = world.person(course)
  if (!leaves) return
  course.left = true
  const { scope, reason } = leaves
  await must(world, course, 'coordinator', 'withdraw-consent', { day: world.today, scope, reason })
  if (scope === 'everything') end(course, 'withdrew')
}
