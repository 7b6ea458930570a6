import { type CompiledForm, type CompiledStudy, dayNumber, itemsOf } from '@trialwright/protocol'
import type { Draws, Moment, Scenario, SimulationModel } from '@trialwright/protocol/simulation'
import { formsOf, type Participant, participantOf } from '../people/person.ts'
import type { Hands, Sent, Who } from './hands.ts'
import type { Course } from './course.ts'
import type { Turns } from './turns.ts'

/** A command that was refused although nothing in the person's truth asked for a refusal. */
export interface Unexpected {
  readonly day: string
  readonly code: string
  readonly what: string
  readonly refusals: string
}

/** What every act needs. */
export interface World {
  readonly compiled: CompiledStudy
  readonly forms: ReadonlyMap<string, CompiledForm>
  /** Forms on whose answers it depends whether other forms concern a participant. */
  readonly deciding: ReadonlySet<string>
  /** Of each such other form, the ones it depends on. */
  readonly decidedBy: ReadonlyMap<string, readonly string[]>
  readonly model: SimulationModel
  readonly scenario: Scenario
  readonly draws: Draws
  readonly hands: Hands
  /** Which arm's effect the body of somebody in an arm feels; that arm's own, unless two worlds are held against each other. */
  readonly bodyOf?: (arm: string) => string
  /** The study clock's local day, `2026-11-22`; the driver alone moves it. */
  today: string
  readonly unexpected: Unexpected[]
  /** Does what several people do at once; one after the other where also the order of the records must follow from the seed. */
  together(acts: readonly (() => Promise<unknown>)[]): Promise<void>
  /** Whose turn it is to take what a site gives out in its order. */
  readonly turns: WeakMap<Course, Turns>
  person(course: Course): Participant
}

export function worldOf(
  options: Pick<World, 'compiled' | 'model' | 'scenario' | 'draws' | 'hands' | 'bodyOf'> & {
    readonly today: string
    readonly inTurn?: boolean
  },
): World {
  const people = new Map<number, Participant>()
  const decidedBy = new Map(
    options.compiled.procedures.flatMap(({ forms, appliesTo }) =>
      appliesTo ? forms.map((form) => [form, itemsOf(appliesTo).map((item) => item.form)] as const) : [],
    ),
  )
  return {
    ...options,
    forms: formsOf(options.compiled),
    deciding: new Set([...decidedBy.values()].flat()),
    decidedBy,
    turns: new WeakMap(),
    unexpected: [],
    async together(acts) {
      if (options.inTurn) for (const act of acts) await act()
      else await Promise.all(acts.map((act) => act()))
    },
    person(course) {
      const known = people.get(course.index) ?? participantOf(options, course)
      people.set(course.index, known)
      return known
    },
  }
}

/** A moment of a course, as the truth sees it. */
export const momentOf = (world: World, course: Course, encounter: string): Moment => ({
  encounter,
  day: world.today,
  infusions: course.infusions,
  returns: course.returns[encounter] ?? 0,
  ...(course.firstInfusion === undefined ? {} : { since: daysBetween(course.firstInfusion, world.today) }),
  ...(course.given[encounter] === undefined ? {} : { given: course.given[encounter] }),
  ...(course.arm === undefined ? {} : { arm: course.arm }),
})

const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** A participant at a site. */
export type At = Pick<Course, 'site' | 'code'>

/** A command about a participant that should be carried out; a refusal is noted for the report. */
export async function must(world: World, course: At, role: string, name: string, body: object = {}): Promise<boolean> {
  const sent = await ask(world, course, role, name, body)
  if (!sent.ok) note(world, course, `${name} as ${role}`, sent)
  return sent.ok
}

/** The same where a refusal is one of the things that may happen. */
export const ask = (
  world: World,
  { site, code = '' }: At,
  role: string,
  name: string,
  body: object = {},
): Promise<Sent<unknown>> =>
  world.hands.send({ role, site }, `/participants/${code}/${name}`, body, labelOf(world, code, name, body))

export const readPage = <Page>(world: World, { site, code = '' }: Course, role = 'coordinator'): Promise<Page> =>
  world.hands.read<Page>({ role, site }, `/participants/${code}`)

export const pharmacist = ({ site }: Pick<Course, 'site'>): Who => ({ role: 'unblindedPharmacist', site })

/** One command of one day has one label. */
export const labelOf = (world: World, code: string, name: string, body: object): string =>
  `${world.today} ${code} ${name} ${JSON.stringify(body)}`

export function note(world: World, { code = '' }: Pick<Course, 'code'>, what: string, sent: Sent<unknown>): void {
  if (sent.ok) return
  const refusals = sent.refusals.map((each) => `${each.code}${each.field ? ` (${each.field})` : ''}`).join(', ')
  world.unexpected.push({ day: world.today, code, what, refusals })
}
