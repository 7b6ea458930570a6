import type { CompiledStudy } from '@trialwright/protocol'
import { has, of, type Told } from './events.ts'

export interface ArmFlow {
  readonly arm: string
  readonly title: string
  readonly allocated: number
  readonly treated: number
  /** Participants by how many infusions they were given. */
  readonly infusions: readonly number[]
  readonly stopped: number
  readonly withdrew: number
  /** Came to the encounter of the primary outcome. */
  readonly followed: number
}

/** The flow of participants as CONSORT draws it. Arms are in it: the simulator's unblinded half. */
export interface FlowFigures {
  readonly registered: number
  readonly consented: number
  readonly screenFailed: number
  readonly failedCriteria: readonly { readonly criterion: string; readonly text: string; readonly count: number }[]
  readonly otherwiseOut: number
  readonly randomised: number
  readonly arms: readonly ArmFlow[]
}

export function flowOf(compiled: CompiledStudy, people: readonly Told[]): FlowFigures {
  const count = (test: (told: Told) => boolean) => people.filter(test).length
  const failed = people.flatMap(({ open }) => of(open, 'ScreenFailed'))
  const counts = new Map<string, number>()
  for (const { criteria } of failed)
    for (const id of criteria as readonly string[]) counts.set(id, (counts.get(id) ?? 0) + 1)
  const randomised = count(({ open }) => has(open, 'ParticipantRandomised'))
  const consented = count(({ open }) => has(open, 'ConsentGiven'))
  return {
    registered: people.length,
    consented,
    screenFailed: failed.length,
    failedCriteria: [...counts]
      .map(([criterion, times]) => ({ criterion, text: textOf(compiled, criterion), count: times }))
      .toSorted((a, b) => b.count - a.count || (a.criterion < b.criterion ? -1 : 1)),
    otherwiseOut: consented - failed.length - randomised,
    randomised,
    arms: compiled.arms.map(({ id, title }) =>
      armFlow(
        compiled,
        { arm: id, title: title.en },
        people.filter(({ arm }) => arm === id),
      ),
    ),
  }
}

function armFlow(compiled: CompiledStudy, named: Pick<ArmFlow, 'arm' | 'title'>, people: readonly Told[]): ArmFlow {
  const planned = compiled.encounters.filter(({ administers }) => administers).length
  const infusions = Array.from({ length: planned + 1 }, () => 0)
  for (const { open } of people) infusions[Math.min(of(open, 'InfusionStarted').length, planned)]! += 1
  const { encounter } = compiled.outcomes.primary
  return {
    ...named,
    allocated: people.length,
    treated: people.length - (infusions[0] ?? 0),
    infusions,
    stopped: people.filter(({ open }) => has(open, 'TreatmentStopped')).length,
    withdrew: people.filter(({ open }) => has(open, 'ConsentWithdrawn')).length,
    followed: people.filter(({ open }) => of(open, 'VisitTookPlace').some((visit) => visit.encounter === encounter))
      .length,
  }
}

const textOf = ({ criteria }: CompiledStudy, id: string): string =>
  criteria.find((criterion) => criterion.id === id)?.text.en ?? id
