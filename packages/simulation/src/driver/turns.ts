import type { Course } from './course.ts'
import type { World } from './world.ts'

/** What a site gives out in an order: the next number, the next place in the list, vials from the shelf. */
export type Taken = 'number' | 'place' | 'vials'

/** Of one person on one day. */
export interface Turn {
  /** Everybody before has taken theirs. */
  readonly come: Promise<unknown>
  /** The next one's comes: what there was to take today is taken, or nothing is. */
  readonly pass: () => void
  /** What became of it: whether an infusion began with the vials. */
  readonly end: (began: boolean) => void
}

export type Turns = Partial<Readonly<Record<Taken, Turn>>>

/** What is done today takes of what a site gives out in its order. */
function takes({ compiled, today }: World, { step, held, agenda }: Course): readonly Taken[] {
  if (step === 'arrives') return ['number']
  if (step === 'treated') return ['place', 'vials']
  const isInfused = agenda.some(
    ({ encounter, day }) =>
      day <= today && compiled.encounters.some(({ id, administers }) => administers && id === encounter),
  )
  return held !== undefined || isInfused ? ['vials'] : []
}

/** Everybody's turns at a site today, in the order of those who come; and, once that is known, whether each one's infusion began. */
export function takeTurns(
  world: World,
  courses: readonly Course[],
  stocked: Promise<unknown>,
): Promise<readonly boolean[]> {
  // Who is randomised or infused is looked at by whoever orders vials.
  const last: Record<Taken, Promise<unknown>> = { number: Promise.resolve(), place: stocked, vials: stocked }
  const bags: Promise<boolean>[] = []
  for (const course of courses) {
    const turns: Partial<Record<Taken, Turn>> = {}
    for (const taken of takes(world, course)) {
      const [passed, over] = [Promise.withResolvers<void>(), Promise.withResolvers<boolean>()]
      turns[taken] = { come: last[taken], pass: passed.resolve, end: over.resolve }
      last[taken] = Promise.all([last[taken], passed.promise])
      if (taken === 'vials') bags.push(over.promise)
    }
    if (Object.keys(turns).length > 0) world.turns.set(course, turns)
    else world.turns.delete(course)
  }
  return Promise.all(bags)
}

/** Whatever was not taken is not taken today. */
export function leaveTurns(world: World, course: Course): void {
  for (const { pass, end } of Object.values(world.turns.get(course) ?? {})) {
    pass()
    end(false)
  }
}
