import { isoOf } from '@trialwright/protocol'
import type { Draws, VirtualPerson } from '@trialwright/protocol/simulation'
import { ask, type Answered, isYes, numberOf, rowsOf, textOf } from './answers.ts'
import { nearestWorkingDay, workingDayFrom } from './days.ts'
import { hasInfection, isPregnant, isSuppressed, limits, odiOf, preventsPregnancy, vaccinated } from './eligible.ts'
import { mistakenPlatelets } from './platelets.ts'

export interface Life {
  readonly person: VirtualPerson
  readonly draws: Draws
  readonly site: string
  readonly number: number
  readonly index: number
  readonly arrives: number
  readonly all: Answered
  /** The day screening ended. */
  readonly decided: number
  readonly isIn: boolean
  readonly fertile: boolean
  readonly randomised: number
  readonly measures: Record<string, number>
}

interface Visit {
  readonly id: string
  readonly after: number
  readonly late: number
  readonly infuses: boolean
  readonly tests: boolean
}

/** Days after the first infusion; the call is counted from the last one. */
const first: Visit = { id: 'day0', after: 0, late: 0, infuses: true, tests: true }
const visits: readonly Visit[] = [
  { id: 'day14', after: 14, late: 3, infuses: true, tests: false },
  { id: 'day42', after: 42, late: 5, infuses: true, tests: true },
  { id: 'day98', after: 98, late: 7, infuses: true, tests: true },
  { id: 'day154', after: 154, late: 14, infuses: false, tests: false },
  { id: 'day278', after: 180, late: 14, infuses: false, tests: false },
]

export function treat(life: Life, arm: string) {
  const { person, draws, all, measures, fertile } = life
  const isWoman = textOf(all, 'demography', 'sex') === 'female'
  const infusions: number[] = []
  let [today, vials, returns] = [life.randomised, 0, 0]
  let [stopped, left] = [false, false]
  let given: 'full' | 'partly' | 'notGiven' | undefined
  let isAsked = false

  const moment = (encounter: string) => ({
    encounter,
    day: isoOf(today),
    infusions: infusions.length,
    returns,
    ...(infusions.length > 0 && { since: today - infusions[0]! }),
    ...(given !== undefined && { given }),
    ...(isAsked && { arm }),
  })

  /** Whether the person goes home and is to come again. */
  const give = (visit: Visit): boolean => {
    isAsked = true
    given = 'notGiven'
    if (today - (infusions.at(-1) ?? -Infinity) < 11) return true
    if (stops(all, fertile, isWoman)) {
      stopped = true
      return false
    }
    if (waits(all, fertile, isWoman, today, visit !== first)) return true
    if (arm === 'infliximab') vials += Math.ceil((numberOf(all, 'vitals', 'weight') * 5) / 100)
    const reaction = person.reaction({ ...moment(visit.id), arm })
    const grave = reaction !== undefined && reaction.grade >= 3
    infusions.push(today)
    given = grave ? 'partly' : 'full'
    stopped ||= grave
    return false
  }

  const attend = (visit: Visit): void => {
    ;[returns, given] = [0, undefined]
    const treats = visit.infuses && !stopped && !left
    ask(person, all, ['odi'], moment(visit.id))
    const odi = odiOf(all)
    if (odi !== undefined) measures[visit.id] = odi
    if (!treats) return
    ask(person, all, isWoman ? askedOfWomen : askedBefore, moment(visit.id))
    mistakenPlatelets(all, draws, visit.id)
    if (fertile && visit.tests) ask(person, all, ['pregnancyTest'], moment(visit.id))
    for (let again = give(visit); again; ) {
      returns += 1
      if (returns > 2) {
        if (infusions.length === 0) stopped = true
        break
      }
      today = nearestWorkingDay(today + draws.of('recovers', visit.id, returns).whole(3, 6))
      if (leaves()) left = true
      if (left && person.leaves?.scope === 'everything') return
      ask(person, all, askedAgain, moment(visit.id))
      again = !stopped && !left && give(visit)
    }
    ask(person, all, ['reactions'], moment(visit.id))
  }

  const leaves = (): boolean =>
    person.leaves !== undefined &&
    infusions[0] !== undefined &&
    today >= workingDayFrom(infusions[0] + person.leaves.after)

  attend(first)
  for (const visit of visits) {
    const from = visit.id === 'day278' ? infusions.at(-1) : infusions[0]
    if (from === undefined) continue
    const planned = from + visit.after
    const misses = person.misses(visit.id) !== undefined
    const day = misses
      ? workingDayFrom(planned + visit.late + 1)
      : nearestWorkingDay(planned + person.daysOff(visit.id))
    today = Math.max(day, workingDayFrom(today + 1))
    if (leaves()) left = true
    if (left && person.leaves?.scope === 'everything') break
    if (!misses) attend(visit)
  }
  return { arm, infusions: infusions.length, vials, stopped, withdrew: left, measures }
}

const askedBefore = ['vitals', 'safetyEvaluation', 'laboratory', 'whatIsNew', 'vaccinations']
const askedOfWomen = [...askedBefore, 'contraception']
const askedAgain = ['vitals', 'safetyEvaluation']

function stops(all: Answered, fertile: boolean, isWoman: boolean): boolean {
  const { alat } = limits[isWoman ? 'female' : 'male']
  return (
    (isYes(all, 'reactions', 'any') &&
      rowsOf(all, 'reactions', 'list').some(
        ({ anaphylaxis, grade }) => anaphylaxis === 'yes' || (grade as number) >= 3,
      )) ||
    isYes(all, 'safetyEvaluation', 'newConditions') ||
    (fertile && isYes(all, 'contraception', 'pregnant')) ||
    numberOf(all, 'laboratory', 'alat') > 5 * alat ||
    isYes(all, 'safetyEvaluation', 'jaundice') ||
    isYes(all, 'safetyEvaluation', 'wishesToStop') ||
    isYes(all, 'safetyEvaluation', 'allocationRevealed')
  )
}

function waits(all: Answered, fertile: boolean, isWoman: boolean, today: number, again: boolean): boolean {
  const { asat, alat } = limits[isWoman ? 'female' : 'male']
  return (
    hasInfection(all) ||
    isYes(all, 'safetyEvaluation', 'antibiotic') ||
    (fertile && textOf(all, 'pregnancyTest', 'hcg') === 'positive') ||
    numberOf(all, 'laboratory', 'asat') > 3 * asat ||
    numberOf(all, 'laboratory', 'alat') > 3 * alat ||
    numberOf(all, 'laboratory', 'neutrophils') < 1 ||
    numberOf(all, 'laboratory', 'platelets') < 75 ||
    vaccinated(all, today) ||
    textOf(all, 'whatIsNew', 'medicines') === 'notWritten' ||
    textOf(all, 'whatIsNew', 'vaccines') === 'notWritten' ||
    (again && ((isWoman && isPregnant(all)) || (fertile && !preventsPregnancy(all)) || isSuppressed(all)))
  )
}
