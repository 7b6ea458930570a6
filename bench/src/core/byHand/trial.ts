import { generateList, listSpecification, seeded } from '@trialwright/conduct'
import { dayNumber, isoOf, type Study } from '@trialwright/protocol'
import type { Draws, Scenario, SimulationModel, VirtualPerson } from '@trialwright/protocol/simulation'
import { drawsFrom } from '@trialwright/simulation'
import { createHash } from 'node:crypto'
import { ask, type Answered } from './answers.ts'
import { nearestWorkingDay } from './days.ts'
import { isEligible, isFertile, odiOf } from './eligible.ts'
import { mistakenPlatelets } from './platelets.ts'
import { type Life, treat } from './treat.ts'

export interface HandOptions {
  readonly study: Study
  readonly model: SimulationModel
  readonly scenario: Scenario
  readonly seed: number
  readonly participants: number
  readonly began: string
}

/**
 * The limit: one trial as a skilled engineer would write it by hand for this one protocol, with the same virtual people and the
 * same chance. Days are numbers, answers are read as the model gives them, and only what something rests on is asked.
 */
export function trialByHand({ study, model, scenario, seed, participants, began }: HandOptions) {
  const draws = drawsFrom(seed)
  const screened: Life[] = []
  const leaving: number[] = []
  const numbers = new Map<string, number>()
  const mean = (model.recruitment.perMonth / 30.4375) * (7 / 5)
  let taken = 0
  for (let day = dayNumber(began); taken - leaving.length < participants; day += 1) {
    if (day % 7 === 2 || day % 7 === 3) continue
    const own = draws.of('arrivals', day)
    const coming = Array.from({ length: poisson(mean, own) }, () => own.weighted(model.recruitment.sites))
    for (const [each, site] of coming.entries()) {
      const free = leaving.reduce((sum, failed) => sum + Number(failed < day), 0)
      if (taken - free >= participants) continue
      taken += 1
      const number = (numbers.get(site) ?? 0) + 1
      numbers.set(site, number)
      const index = day * 100 + each
      const of = draws.of('person', index)
      const person = model.person(of.of('truth'), { scenario, arrives: isoOf(day) })
      const life = screen(person, of, { site, number, index, arrives: day })
      screened.push(life)
      if (!life.isIn) leaving.push(life.decided)
    }
  }
  const arms = armsOf(study, seed)
  const people = screened
    .filter(({ isIn }) => isIn)
    .toSorted((a, b) => a.randomised - b.randomised || a.index - b.index)
    .map((life) => ({ ...treat(life, arms(life.site)), site: life.site, number: life.number }))
  return { screened: screened.length, people }
}

const atFirst = [
  'demography',
  'medicalHistory',
  'backSurgery',
  'allergies',
  'immunosuppression',
  'painHistory',
  'nrs',
  'odi',
  'mriSafety',
  'medications',
  'vaccinations',
  'vaccines',
  'vitals',
  'safetyEvaluation',
]
const ofWomen = ['childbearing', 'contraception']
const withResults = ['investigatorJudgement', 'mriReading', 'chestXray', 'laboratory', 'tuberculosis', 'hepatitis']

function screen(
  person: VirtualPerson,
  draws: Draws,
  who: { readonly site: string; readonly number: number; readonly index: number; readonly arrives: number },
): Life {
  const all: Answered = new Map()
  const moment = (day: number) => ({ encounter: 'screening', day: isoOf(day), infusions: 0, returns: 0 })
  ask(person, all, atFirst, moment(who.arrives))
  const isWoman = all.get('demography')?.['sex'] === 'female'
  if (isWoman) ask(person, all, ofWomen, moment(who.arrives))
  const decided = nearestWorkingDay(who.arrives + draws.of('results').whole(3, 9))
  ask(person, all, withResults, moment(decided))
  const fertile = isWoman && isFertile(all, decided)
  if (fertile) ask(person, all, ['pregnancyTest'], moment(decided))
  mistakenPlatelets(all, draws, 'screening')
  const isIn = isEligible(all, who.arrives, decided)
  const randomised = isIn ? nearestWorkingDay(decided + draws.of('first infusion').whole(3, 10)) : 0
  const odi = odiOf(all)
  return {
    ...who,
    person,
    draws,
    all,
    decided,
    fertile,
    isIn,
    randomised,
    measures: odi === undefined ? {} : { screening: odi },
  }
}

function armsOf(study: Study, seed: number): (site: string) => string {
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
  const sealed = seeded(Buffer.from(`simulation ${seed}`), sha256)(32)
  const { lists } = generateList(listSpecification(study), seeded(sealed, sha256))
  const bySite = new Map(lists.map(({ stratum, arms }) => [stratum, arms.values()]))
  return (site) => bySite.get(site)?.next().value ?? ''
}

function poisson(mean: number, draws: Draws): number {
  const least = Math.exp(-mean)
  let product = draws.uniform()
  let count = 0
  for (; product > least; count += 1) product *= draws.uniform()
  return count
}
