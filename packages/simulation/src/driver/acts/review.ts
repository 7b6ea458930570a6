import type { Course } from '../course.ts'
import { must, type World } from '../world.ts'
import { signAll } from './sign.ts'
import { verifyVisit } from './verify.ts'

/** After the second infusion of some people: the investigator signs the visits that are there in full, the monitor compares with the source. */
export async function review(world: World, course: Course): Promise<void> {
  const { reviewed } = world.model
  if (!reviewed || course.reviewed || course.infusions < 2) return
  course.reviewed = true
  const { draws } = world.person(course)
  if (!draws.of('reviewed').chance(reviewed.share)) return
  for (const encounter of await signAll(world, course)) {
    const has = world.compiled.encounters.find(({ id }) => id === encounter)?.forms ?? []
    const forms = reviewed.forms.filter((form) => has.includes(form))
    if (forms.length > 0) await verifyVisit(world, course, { encounter, forms, values: 'all' })
  }
  const [encounter] = Object.keys(course.given)
  if (encounter === undefined || !draws.of('asked').chance(reviewed.asked ?? 0)) return
  const form = draws.of('asked', 'about').pick(reviewed.forms)
  await must(world, course, 'monitor', 'ask-query', {
    encounter,
    form,
    text: 'Finner ikke skjemaet i kilden. Hvor står det?',
  })
}
