import {
  addDuration,
  type ConditionNode,
  dayNumber,
  type FilledForm,
  type LaboratoryRange,
  type Study,
} from '@trialwright/protocol'
import type { Moment } from '@trialwright/protocol/simulation'
import { entries } from '../people/entries.ts'
import type { Participant } from '../people/person.ts'
import type { PlainForm, PlainStudy } from './plain.ts'

/** What is known of one participant, and the days that mattered. */
export interface Life {
  readonly person: Participant
  readonly consented: string
  readonly answered: Answered
  /** Whether what a condition asks for concerns the person. */
  readonly concerned: Map<ConditionNode, boolean>
  randomised?: string
  arm?: string
  infusionDays: string[]
  readonly returns: Record<string, number>
  readonly given: Record<string, 'full' | 'partly' | 'notGiven'>
}

/** Forms answered, each at its encounter; what is answered anew stands last. */
export interface Answered {
  /** The same list until something more is answered. */
  all(): readonly FilledForm[]
  at(encounter: string): ReadonlyMap<string, FilledForm> | undefined
  put(form: FilledForm): void
}

export function noneAnswered(): Answered {
  const kept: FilledForm[] = []
  const byEncounter = new Map<string, Map<string, FilledForm>>()
  let listed: readonly FilledForm[] | undefined
  return {
    all: () => (listed ??= kept.slice()),
    at: (encounter) => byEncounter.get(encounter),
    put(form) {
      listed = undefined
      let here = byEncounter.get(form.encounter)
      if (here === undefined) byEncounter.set(form.encounter, (here = new Map()))
      const before = here.get(form.form)
      if (before !== undefined) kept.splice(kept.indexOf(before), 1)
      kept.push(form)
      here.set(form.form, form)
    },
  }
}

export const momentIn = (life: Life, encounter: string, day: string): Moment => ({
  encounter,
  day,
  infusions: life.infusionDays.length,
  returns: life.returns[encounter] ?? 0,
  ...(life.infusionDays[0] === undefined ? {} : { since: dayNumber(day) - dayNumber(life.infusionDays[0]) }),
  ...(life.given[encounter] === undefined ? {} : { given: life.given[encounter] }),
  ...(life.infusionDays.length > 0 || life.arm === undefined ? armIf(life, encounter) : {}),
})

/** Before the first bag is prepared nothing of the arm has reached the body. */
const armIf = ({ arm, given }: Life, encounter: string) =>
  arm !== undefined && (Object.keys(given).length > 0 || given[encounter] !== undefined) ? { arm } : {}

export const recordIn = (study: Study, life: Life, today: string, ranges: readonly LaboratoryRange[], visit?: string) =>
  study.record({
    today,
    events: {
      consent: life.consented,
      randomisation: life.randomised,
      firstInfusion: life.infusionDays[0],
      lastInfusion: life.infusionDays.at(-1),
    },
    forms: life.answered.all(),
    ranges,
    ...(visit === undefined ? {} : { visit }),
  })

/** Answers the encounter's forms that concern the person, as somebody types them: slips included. */
export function answerAll(
  plain: PlainStudy,
  life: Life,
  encounter: string,
  day: string,
  ranges: readonly LaboratoryRange[],
  wanted: (form: string) => boolean,
): void {
  for (const each of plain.forms.get(encounter) ?? []) {
    const { id } = each.form
    if (!wanted(id) || life.answered.at(encounter)?.has(id)) continue
    if (concerns(plain, life, each, day, ranges)) answer(life, each.form, momentIn(life, encounter, day))
  }
}

/** Answers one form, in place of what was answered there before. */
export function answer(life: Life, form: PlainForm['form'], at: Moment): void {
  const right = life.person.fill(form, at)
  const slips = at.returns > 0 ? [] : life.person.mistakes(form, at, right)
  const typed =
    slips.length === 0 ? right : { ...right, ...Object.fromEntries(slips.map((slip) => [slip.item, slip.typed])) }
  life.answered.put({
    form: form.id,
    encounter: at.encounter,
    date: at.day,
    ...(form.laboratory && { laboratory: life.person.laboratory }),
    entries: entries(form.items, typed),
  })
}

function concerns(
  plain: PlainStudy,
  life: Life,
  { conditions }: PlainForm,
  day: string,
  ranges: readonly LaboratoryRange[],
): boolean {
  // Whom a form concerns rests on what screening asked first, and is settled once.
  return (
    conditions.length === 0 ||
    conditions.some((condition) => {
      const known = life.concerned.get(condition)
      if (known !== undefined) return known
      const now = plain.parts.concern.condition(condition, recordIn(plain.parts.concern, life, day, ranges)) !== 'no'
      life.concerned.set(condition, now)
      return now
    })
  )
}

export const later = (day: string, days: number): string => addDuration(day, { value: days, unit: 'd' })
