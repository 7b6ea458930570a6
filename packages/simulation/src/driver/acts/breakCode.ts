import type { Course } from '../course.ts'
import { must, type World } from '../world.ts'

/** After some of the reactions that end an infusion the investigator must know what was in the bag. */
export async function breakCode(world: World, course: Course, encounter: string): Promise<void> {
  const { codeBreaks } = world.model
  if (!codeBreaks || !world.person(course).draws.of('code break', encounter).chance(codeBreaks.share)) return
  await must(world, course, 'investigator', 'break-code', {
    reason: 'emergencyCare',
    note: codeBreaks.note,
    password: world.hands.password,
  })
}
