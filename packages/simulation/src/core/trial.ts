import { generateList, listSpecification, type RandomisationList, seeded, stratumOf } from '@trialwright/conduct'
import { dayNumber, type Study } from '@trialwright/protocol'
import type { Scenario, SimulationModel } from '@trialwright/protocol/simulation'
import { createHash } from 'node:crypto'
import { arrivalsOn, dayAfter } from '../people/arrivals.ts'
import { type Candidate, participantOf } from '../people/person.ts'
import { nearestWorkingDay } from '../people/workingDays.ts'
import { drawsFrom } from '../random/draws.ts'
import { answerAll, later, type Life, noneAnswered, recordIn } from './life.ts'
import type { PlainStudy } from './plain.ts'
import { treat, type Treated } from './treat.ts'

export interface CoreTrial {
  readonly seed: number
  readonly screened: number
  readonly failed: number
  /** Days from the first day until the last participant was randomised. */
  readonly recruitmentDays: number
  readonly people: readonly CoreParticipant[]
}

export interface CoreParticipant extends Treated {
  readonly site: string
  /** The how-manieth the site registered, from 1: the number in the participant's code. */
  readonly number: number
  readonly randomised: string
  readonly arm: string
  /** The primary measure by encounter, where it was taken and is known. */
  readonly measures: Readonly<Record<string, number>>
}

export interface CoreOptions {
  readonly plain: PlainStudy
  readonly model: SimulationModel
  readonly scenario: Scenario
  readonly seed: number
  readonly participants: number
  readonly began: string
}

/** A trial that never fills would never end: so many people screened for a place are enough, and so many years. */
const patience = { people: 60, days: 60 * 366 }

/** A whole trial without a server: who comes, who is let in, which arm, and what becomes of everybody. */
export function coreTrial(options: CoreOptions): CoreTrial {
  const { plain, model, participants, began, seed } = options
  const draws = drawsFrom(seed)
  const numbers = new Map<string, number>()
  const screened: Screened[] = []
  let [taken, free] = [0, 0]
  const leaving: string[] = []
  // Until so many are let in: who is in screening may still be turned down and leave a place.
  for (let day = began, days = 0; taken - leaving.length < participants; day = dayAfter(day), days += 1) {
    if (days > patience.days || screened.length > patience.people * (participants + 5))
      throw new RangeError('nobody is let in: the trial never fills')
    // A place is free again on the day its holder is turned down, once that day's newcomers were let in or not.
    for (const candidate of arrivalsOn(day, model, draws)) {
      free = leaving.filter((failed) => failed < day).length
      if (taken - free >= participants) continue
      taken += 1
      const number = (numbers.get(candidate.site) ?? 0) + 1
      numbers.set(candidate.site, number)
      const person = screen(options, draws, candidate, number)
      screened.push(person)
      if (person.failed !== undefined) leaving.push(person.failed)
    }
  }
  const arms = armsBySlot(plain, seed)
  const included = screened
    .filter(({ failed }) => failed === undefined)
    .toSorted(
      (a, b) =>
        dayNumber(a.life.randomised ?? '') - dayNumber(b.life.randomised ?? '') ||
        a.candidate.index - b.candidate.index,
    )
  const people = included.map(({ life, candidate, number }): CoreParticipant => {
    const arm = arms(stratumOf(plain.study, candidate.site))
    life.arm = arm
    const treated = treat(plain, model, life, model.ranges)
    return {
      site: candidate.site,
      number,
      randomised: life.randomised ?? '',
      arm,
      ...treated,
      measures: measuresOf(plain, life),
    }
  })
  const last = people.at(-1)?.randomised ?? began
  return {
    seed,
    screened: screened.length,
    failed: screened.length - included.length,
    recruitmentDays: dayNumber(last) - dayNumber(began),
    people,
  }
}

interface Screened {
  readonly life: Life
  readonly candidate: Candidate
  readonly number: number
  /** The day on which screening ended without a place. */
  readonly failed?: string
}

function screen(
  options: CoreOptions,
  draws: ReturnType<typeof drawsFrom>,
  candidate: Candidate,
  number: number,
): Screened {
  const { plain, model, scenario } = options
  const person = participantOf({ model, draws, scenario }, candidate)
  const life: Life = {
    person,
    consented: candidate.arrives,
    answered: noneAnswered(),
    concerned: new Map(),
    infusionDays: [],
    returns: {},
    given: {},
  }
  const { id } = plain.screening
  answerAll(plain, life, id, candidate.arrives, model.ranges, ({ form }) => model.firstContact.includes(form.id))
  const results = nearestWorkingDay(later(candidate.arrives, person.draws.of('results').whole(3, 9)))
  answerAll(plain, life, id, results, model.ranges, () => true)
  if (plain.parts.criteria.verdict(recordIn(plain, 'criteria', life, results, model.ranges)) !== 'eligible')
    return { life, candidate, number, failed: results }
  life.randomised = nearestWorkingDay(later(results, person.draws.of('first infusion').whole(3, 10)))
  return { life, candidate, number }
}

/** The list as the simulation's server draws and seals it from the same seed. */
export function listOf(study: Study, seed: number): RandomisationList {
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
  const sealed = seeded(Buffer.from(`simulation ${seed}`), sha256)(32)
  return generateList(listSpecification(study), seeded(sealed, sha256))
}

function armsBySlot({ study }: PlainStudy, seed: number): (stratum: string) => string {
  const { lists } = listOf(study, seed)
  const taken = new Map<string, number>()
  return (stratum) => {
    const slot = taken.get(stratum) ?? 0
    taken.set(stratum, slot + 1)
    const arm = lists.find((list) => list.stratum === stratum)?.arms[slot]
    if (arm === undefined) throw new RangeError(`the list of ${stratum} has no place ${slot + 1}`)
    return arm
  }
}

function measuresOf({ study, parts }: PlainStudy, life: Life): Readonly<Record<string, number>> {
  const { measure } = study.compiled.outcomes.primary
  const measures: Record<string, number> = {}
  for (const [encounter, forms] of Map.groupBy(life.answered.readBy('measure'), (form) => form.encounter)) {
    const value = parts.measure.number(
      measure,
      parts.measure.record({ today: life.consented, events: {}, forms, ranges: [] }),
    )
    if (value && value.low === value.high) measures[encounter] = value.low
  }
  return measures
}
