import type { Course } from '../course.ts'
import { must, type World } from '../world.ts'

interface Signatures {
  readonly visits: readonly {
    readonly encounter: string
    readonly record: string
    readonly toSign: readonly unknown[]
  }[]
}

interface Form {
  readonly items: readonly {
    readonly item: string
    readonly verification?: { readonly version: number; readonly standing: string }
  }[]
}

/** After the second infusion of some people: the investigator signs the visits that are there in full, the monitor compares with the source. */
export async function review(world: World, course: Course): Promise<void> {
  const { reviewed } = world.model
  if (!reviewed || course.reviewed || course.infusions < 2) return
  course.reviewed = true
  if (!world.person(course).draws.of('reviewed').chance(reviewed.share)) return
  const { hands } = world
  const { site, code = '' } = course
  const person = `/participants/${code}`
  const { visits } = await hands.read<Signatures>({ role: 'investigator', site }, `${person}/signatures`)
  for (const { encounter, record: seen } of visits.filter(({ toSign }) => toSign.length === 0)) {
    await must(world, course, 'investigator', 'sign-visit', { encounter, seen, password: hands.password })
    for (const form of reviewed.forms) await verify(world, course, encounter, form)
  }
}

async function verify(world: World, course: Course, encounter: string, form: string): Promise<void> {
  if (!world.compiled.encounters.find(({ id }) => id === encounter)?.forms.includes(form)) return
  const path = `/participants/${course.code ?? ''}/forms/${encounter}/${form}`
  const { items } = await world.hands.read<Form>({ role: 'monitor', site: course.site }, path)
  const values = items.flatMap(({ item, verification }) =>
    verification && verification.standing !== 'verified' ? [{ item, version: verification.version }] : [],
  )
  if (values.length > 0) await must(world, course, 'monitor', 'verify-values', { encounter, form, values })
}
