import {
  addDuration,
  type ConditionNode,
  dayNumber,
  type FilledForm,
  type LaboratoryRange,
} from '@trialwright/protocol'
import type { Moment } from '@trialwright/protocol/simulation'
import { entries } from '../people/entries.ts'
import type { Participant } from '../people/person.ts'
import type { Part } from './parts.ts'
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
  /** What a part of the logic reads; the same list until more of it is answered. */
  readBy(part: Part): readonly FilledForm[]
  has(form: string, encounter: string): boolean
  put(form: FilledForm, readBy: readonly Part[]): void
}

export function noneAnswered(): Answered {
  const kept = byPart((): FilledForm[] => [])
  const told = byPart((): readonly FilledForm[] | undefined => undefined)
  const byEncounter = new Map<string, Set<string>>()
  return {
    readBy: (part) => (told[part] ??= kept[part].slice()),
    has: (form, encounter) => byEncounter.get(encounter)?.has(form) === true,
    put(filled, readBy) {
      let here = byEncounter.get(filled.encounter)
      if (here === undefined) byEncounter.set(filled.encounter, (here = new Set()))
      const isAnew = here.has(filled.form)
      here.add(filled.form)
      for (const part of readBy) {
        if (isAnew) kept[part] = kept[part].filter((each) => !isSamePlace(each, filled))
        kept[part].push(filled)
        told[part] = undefined
      }
    },
  }
}

const byPart = <Of>(make: () => Of): Record<Part, Of> => ({
  concern: make(),
  criteria: make(),
  rules: make(),
  measure: make(),
})

const isSamePlace = (a: FilledForm, b: FilledForm): boolean => a.form === b.form && a.encounter === b.encounter

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

/** A record for one part of the logic, which holds what that reads. */
export const recordIn = (
  { parts }: PlainStudy,
  part: Part,
  life: Life,
  today: string,
  ranges: readonly LaboratoryRange[],
  visit?: string,
) =>
  parts[part].record({
    today,
    events: {
      consent: life.consented,
      randomisation: life.randomised,
      firstInfusion: life.infusionDays[0],
      lastInfusion: life.infusionDays.at(-1),
    },
    forms: life.answered.readBy(part),
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
  wanted: (form: PlainForm) => boolean,
): void {
  let at: Moment | undefined
  for (const each of plain.forms.get(encounter) ?? []) {
    if (!wanted(each) || life.answered.has(each.form.id, encounter)) continue
    if (concerns(plain, life, each, day, ranges)) answer(life, each, (at ??= momentIn(life, encounter, day)))
  }
}

/** Answers one form, in place of what was answered there before. */
export function answer(life: Life, { form, readBy }: PlainForm, at: Moment): void {
  const right = life.person.fill(form, at)
  const slips = at.returns > 0 ? [] : life.person.mistakes(form, at, right)
  const typed =
    slips.length === 0 ? right : { ...right, ...Object.fromEntries(slips.map((slip) => [slip.item, slip.typed])) }
  const filled: FilledForm = {
    form: form.id,
    encounter: at.encounter,
    date: at.day,
    ...(form.laboratory && { laboratory: life.person.laboratory }),
    entries: entries(form.items, typed),
  }
  life.answered.put(filled, readBy)
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
      const now = plain.parts.concern.condition(condition, recordIn(plain, 'concern', life, day, ranges)) !== 'no'
      life.concerned.set(condition, now)
      return now
    })
  )
}

export const later = (day: string, days: number): string => addDuration(day, { value: days, unit: 'd' })
