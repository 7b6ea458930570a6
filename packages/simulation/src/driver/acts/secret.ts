import { typed } from '../../people/typed.ts'
import type { Course } from '../course.ts'
import type { Scheduled } from '../page.ts'
import { labelOf, momentOf, note, pharmacist, type World } from '../world.ts'

/** Results that tell the arm are recorded on the unblinded side, where the study's model has them. */
export async function recordSecretResults(world: World, course: Course, planned: Scheduled): Promise<void> {
  const encounter = world.compiled.encounters.find(({ id }) => id === planned.id)
  for (const id of world.model.unblindedForms ?? []) {
    const form = world.forms.get(id)
    if (!form || !encounter?.forms.includes(id) || course.arm === undefined) continue
    const person = world.person(course)
    const entries = typed(form.items, person.fill(form, momentOf(world, course, planned.id)))
    const body = {
      encounter: planned.id,
      form: id,
      day: world.today,
      expectedVersion: 0,
      entries,
      ...(form.laboratory && { laboratory: person.laboratory }),
    }
    const { code = '' } = course
    const path = `/unblinded-results/${code}/record-form`
    note(
      world,
      course,
      `record ${id}`,
      await world.hands.send(pharmacist(course), path, body, labelOf(world, code, id, body)),
    )
  }
}
