import type { EvaluationRecord, FilledForm, Facts, LaboratoryRange, Study } from '@trialwright/protocol'
import { consentDay } from '../consent/versions.ts'
import type { FormsState, FormState } from '../forms/state.ts'
import { remembered } from '../remembered.ts'
import type { Asking } from './asking.ts'
import { dataOf, type ParticipantData } from './data.ts'
import { recordFrom } from './recordFrom.ts'
import type { ParticipantState } from './state.ts'

/** The same object for the same form, so that its entries are read once. */
const filledForm = remembered(
  ({ form, encounter, day, laboratory, values }: FormState): FilledForm => ({
    form,
    encounter,
    date: day,
    ...(laboratory === undefined ? {} : { laboratory }),
    entries: Object.fromEntries(Object.entries(values).map(([item, versions]) => [item, versions.at(-1)!.entry])),
  }),
)

/** The form as it stood at the end of a day; undefined before its first filling. */
const filledUntil = remembered((form: FormState, until: string): readonly FilledForm[] => {
  const { values } = form
  const then = Object.entries(values).flatMap(([item, versions]) => {
    const version = versions.findLast(({ day }) => day <= until)
    return version ? [[item, [version]] as const] : []
  })
  const day = then
    .map(([, [version]]) => version!.day)
    .toSorted()
    .at(-1)
  return day === undefined ? [] : [filledForm({ ...form, day, values: Object.fromEntries(then) })]
})

const filledForms = remembered((forms: FormsState): readonly FilledForm[] =>
  Object.values(forms).map((form) => filledForm(form)),
)

/** Days of the infusions started, in order. */
export const infusionDays = ({ treatment }: Pick<ParticipantData, 'treatment'>): readonly string[] =>
  daysOf(treatment.infusions)

const daysOf = remembered((infusions: ParticipantState['treatment']['infusions']): readonly string[] =>
  Object.values(infusions)
    .flatMap(({ day }) => (day === undefined ? [] : [day]))
    .toSorted(),
)

/** Days of what has happened. */
export function trialDays(state: ParticipantData, visit?: string): Facts['events'] {
  const infusions = infusionDays(state)
  return {
    consent: consentDay(state),
    randomisation: state.randomisation.randomised?.day,
    firstInfusion: infusions[0],
    lastInfusion: infusions.at(-1),
    ...(visit === undefined ? {} : { visit: state.encounters[visit]?.visit?.day }),
  }
}

/** What the protocol's evaluator may know of the participant on a day. `visit` is the encounter meant by "this visit". */
export function factsOf(
  state: ParticipantData,
  today: string,
  ranges: readonly LaboratoryRange[],
  visit?: string,
): Facts {
  return {
    today,
    events: trialDays(state, visit),
    forms: filledForms(state.forms),
    ranges,
    ...(visit === undefined ? {} : { visit }),
  }
}

/** The record of the participant as things stand today. */
export const recordNow = ({ study, state, context }: Asking, visit?: string): EvaluationRecord =>
  recordOn(study, state, context.today, context.ranges, visit)

/** What the protocol's evaluator is told of the participant on a day. */
export const recordOn = (
  study: Study,
  state: ParticipantData,
  today: string,
  ranges: readonly LaboratoryRange[],
  visit?: string,
): EvaluationRecord => recordOfData(dataOf(state), study, today, ranges, visit)

const recordOfData = remembered(
  (
    data: ParticipantData,
    study: Study,
    today: string,
    ranges: readonly LaboratoryRange[],
    visit: string | undefined,
  ): EvaluationRecord => study.record(factsOf(data, today, ranges, visit)),
  16,
)

/**
 * The record screening is judged by. Once the participant is randomised it is that day's: what later visits bring says
 * nothing about eligibility then. A log is read as it stood that evening.
 */
export const screeningRecord = ({ study, state, context }: Asking): EvaluationRecord =>
  screeningRecordOf(study, state, context.today, context.ranges)

export function screeningRecordOf(
  study: Study,
  state: ParticipantData,
  today: string,
  ranges: readonly LaboratoryRange[],
): EvaluationRecord {
  const until = state.randomisation.randomised?.day
  if (until === undefined) return recordOn(study, state, today, ranges)
  const facts = factsOf(state, today, ranges)
  return recordFrom(study, state, 'screening', {
    ...facts,
    today: until,
    events: { consent: facts.events.consent, randomisation: until },
    forms: Object.values(state.forms).flatMap((form) =>
      form.log ? filledUntil(form, until) : form.day <= until ? [filledForm(form)] : [],
    ),
  })
}
