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
  forms: FilledForm[]
  /** Whether what a condition asks for concerns the person. */
  readonly concerned: Map<ConditionNode, boolean>
  randomised?: string
  arm?: string
  infusionDays: string[]
  readonly returns: Record<string, number>
  readonly given: Record<string, 'full' | 'partly' | 'notGiven'>
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
    forms: life.forms,
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
    if (!wanted(id) || life.forms.some((known) => known.form === id && known.encounter === encounter)) continue
    if (concerns(plain, life, each, day, ranges)) answer(life, each.form, momentIn(life, encounter, day))
  }
}

/** Answers one form, in place of what was answered there before. */
export function answer(life: Life, form: PlainForm['form'], at: Moment): void {
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
  life.forms = [...life.forms.filter((known) => known.form !== form.id || known.encounter !== at.encounter), filled]
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
