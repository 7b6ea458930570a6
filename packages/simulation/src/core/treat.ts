import { addDuration, type CompiledEncounter, dayNumber, type LaboratoryRange } from '@trialwright/protocol'
import type { SimulationModel } from '@trialwright/protocol/simulation'
import { answer, answerAll, later, type Life, momentIn, recordIn } from './life.ts'
import { nearestWorkingDay, workingDayFrom } from '../people/workingDays.ts'
import type { PlainForm, PlainStudy } from './plain.ts'

export interface Treated {
  readonly infusions: number
  readonly vials: number
  readonly stopped: boolean
  readonly withdrew: boolean
}

const patience = 2

/**
 * A randomised person's course without a server: the same days, rules and truth as the driver's, and the same chance. What it
 * leaves out is what nothing reads: commands, pages, and forms no rule or measure rests on.
 */
export function treat(
  plain: PlainStudy,
  model: Pick<SimulationModel, 'afterInfusion' | 'atReturn'>,
  life: Life,
  ranges: readonly LaboratoryRange[],
): Treated {
  const { study, first } = plain
  const { infusion } = study.compiled
  const done = new Set<string>()
  let [stopped, left, held, vials] = [false, false, undefined as string | undefined, 0]
  let today = life.randomised ?? ''
  let next = ''

  const give = (encounter: string): 'over' | 'comesBack' => {
    life.given[encounter] = 'notGiven'
    const record = recordIn(plain, 'rules', life, today, ranges, encounter)
    const last = life.infusionDays.at(-1)
    if (last !== undefined && dayNumber(today) - dayNumber(last) < infusion.leastInterval) return wait(encounter)
    if (study.compiled.stops.some((rule) => plain.answer(rule, record) === 'yes')) {
      stopped = true
      return 'over'
    }
    const holds = study.compiled.holds.some((rule) => plain.answer(rule, record) !== 'no')
    if (holds || (encounter !== first.id && !plain.mayContinue(record))) return wait(encounter)
    const arm = study.compiled.arms.find(({ id }) => id === life.arm)
    vials += arm?.preparation ? (plain.parts.rules.number(arm.preparation.vials, record)?.low ?? 0) : 0
    const reaction = life.person.reaction({
      ...momentIn(life, encounter, today),
      ...(life.arm !== undefined && { arm: life.arm }),
    })
    const grave = reaction !== undefined && reaction.grade >= infusion.stopGrade
    life.infusionDays.push(today)
    life.given[encounter] = grave ? 'partly' : 'full'
    stopped ||= grave
    return 'over'
  }

  const wait = (encounter: string): 'over' | 'comesBack' => {
    const times = (life.returns[encounter] ?? 0) + 1
    life.returns[encounter] = times
    if (times > patience) {
      if (life.infusionDays.length === 0) stopped = true
      return 'over'
    }
    held = encounter
    next = nearestWorkingDay(later(today, life.person.draws.of('recovers', encounter, times).whole(3, 6)))
    return 'comesBack'
  }

  /** Once nothing is infused any more, no rule is asked again. */
  const mayBeTreated = () =>
    !stopped && !left && plain.later.some(({ id, administers }) => administers && !done.has(id))

  const attend = (encounter: CompiledEncounter): void => {
    done.add(encounter.id)
    const treats = encounter.administers && !stopped && !left
    const now = ({ form, readBy }: PlainForm) =>
      treats ? !model.afterInfusion.includes(form.id) : mayBeTreated() || readBy.some((part) => part !== 'rules')
    answerAll(plain, life, encounter.id, today, ranges, now)
    if (treats && give(encounter.id) === 'comesBack') return
    if (treats) answerAll(plain, life, encounter.id, today, ranges, () => true)
  }

  const comeBack = (encounter: string): void => {
    for (const each of plain.forms.get(encounter) ?? [])
      if (model.atReturn.includes(each.form.id) && life.answered.has(each.form.id, encounter))
        answer(life, each, momentIn(life, encounter, today))
    if (stopped || left ? false : give(encounter) === 'comesBack') return
    held = undefined
    answerAll(plain, life, encounter, today, ranges, () => true)
  }

  const agenda = () =>
    plain.later
      .flatMap((encounter) => {
        const anchor = anchorOf(life, encounter)
        if (done.has(encounter.id) || anchor === undefined) return []
        const planned = addDuration(anchor, encounter.at)
        const misses = life.person.misses(encounter.id) !== undefined
        const day = misses
          ? workingDayFrom(later(planned, encounter.window.late + 1))
          : nearestWorkingDay(later(planned, life.person.daysOff(encounter.id)))
        const tomorrow = workingDayFrom(later(today, 1))
        return [{ encounter, day: day < tomorrow ? tomorrow : day, misses }]
      })
      .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))

  attend(first)
  let coming = held === undefined ? agenda() : []
  while (held !== undefined || coming.length > 0) {
    const leaves = life.person.leaves
    const [begun] = life.infusionDays
    const on = leaves && begun !== undefined ? workingDayFrom(later(begun, leaves.after)) : undefined
    const day = held === undefined ? (coming[0]?.day ?? '') : next
    const leaving = on !== undefined && !left && held === undefined && on < day && on > today ? on : undefined
    today = leaving ?? day
    if (on !== undefined && !left && today >= on) {
      left = true
      if (leaves?.scope === 'everything') break
    }
    if (held !== undefined) comeBack(held)
    for (const { encounter, day: due, misses } of coming) {
      if (due > today || held !== undefined) break
      if (misses) done.add(encounter.id)
      else attend(encounter)
    }
    if (held === undefined) coming = agenda()
  }
  return { infusions: life.infusionDays.length, vials, stopped, withdrew: left }
}

function anchorOf(life: Life, { anchor }: CompiledEncounter): string | undefined {
  switch (anchor) {
    case 'consent':
      return life.consented
    case 'randomisation':
      return life.randomised
    case 'firstInfusion':
      return life.infusionDays[0]
    case 'lastInfusion':
      return life.infusionDays.at(-1)
  }
}
