import type { CompiledEncounter, LaboratoryRange, Study } from '@trialwright/protocol'
import { concerns, planOf, type Plan } from '../encounters/plan.ts'
import { unscheduledVisits } from '../encounters/unscheduled.ts'
import type { EncountersState } from '../encounters/state.ts'
import { dueForms, missingOf, type Records } from '../forms/applicable.ts'
import { formKey } from '../forms/state.ts'
import { standingOf } from '../signatures/standing.ts'
import { isFirstInfusion } from '../treatment/order.ts'
import { once } from './asking.ts'
import { remembered } from '../remembered.ts'
import { dataOf, type ParticipantData } from './data.ts'
import { keeping } from './keeping.ts'
import { recordOn } from './facts.ts'
import type { ParticipantState } from './state.ts'
import type { EncounterStatus, ScheduledEncounter } from './types.ts'

/** Every encounter of the protocol, with when it is due and what became of it, by local calendar days of the site. */
export const schedule = (
  study: Study,
  state: ParticipantState,
  today: string,
  ranges: readonly LaboratoryRange[],
): readonly ScheduledEncounter[] => signedIn(unsignedSchedule(dataOf(state), study, today, ranges), study, state)

/** The same without the standing of signatures, of which every encounter is said to have none. */
export const unsignedSchedule = remembered(
  (
    data: ParticipantData,
    study: Study,
    today: string,
    ranges: readonly LaboratoryRange[],
  ): readonly ScheduledEncounter[] => {
    const of = scheduling(study, data, today, ranges)
    return unscheduledVisits(study, data).map(of).reduce(inOrderOfDays, study.compiled.encounters.map(of))
  },
)

const signedIn = remembered(
  (encounters: readonly ScheduledEncounter[], study: Study, state: ParticipantState): readonly ScheduledEncounter[] =>
    encounters.map((each) => {
      const signed = standingOf(study, state, each.id)
      return signed === each.signed ? each : { ...each, signed }
    }),
)

/** The day an encounter is agreed for or planned on; undefined while neither is known. */
export function dayOf(study: Study, state: ParticipantState, encounter: CompiledEncounter): string | undefined {
  return state.encounters[encounter.id]?.booked ?? planAt(study, state, encounter).planned
}

/** The logs, which run from consent to the end. */
export const logs = (
  study: Study,
  state: ParticipantState,
  today: string,
  ranges: readonly LaboratoryRange[],
): readonly ScheduledEncounter[] =>
  state.consent.given.length === 0 ? [] : signedIn(logsOf(dataOf(state), study, today, ranges), study, state)

const logsOf = remembered(
  (
    data: ParticipantData,
    study: Study,
    today: string,
    ranges: readonly LaboratoryRange[],
  ): readonly ScheduledEncounter[] => study.logs.map(scheduling(study, data, today, ranges)),
)

function scheduling(study: Study, data: ParticipantData, today: string, ranges: readonly LaboratoryRange[]) {
  const record = recordOn(study, data, today, ranges)
  return (encounter: CompiledEncounter): ScheduledEncounter => {
    const recordAt = once(() => recordOn(study, data, today, ranges, encounter.id))
    return scheduled(study, data, encounter, today, { record, recordAt })
  }
}

/** An unscheduled visit stands behind the last contact that took place before it. */
function inOrderOfDays(all: readonly ScheduledEncounter[], visit: ScheduledEncounter): readonly ScheduledEncounter[] {
  const before = all.findLastIndex(({ day }) => day !== undefined && day <= visit.day!)
  return all.toSpliced(before + 1, 0, visit)
}

const kept = keeping<ScheduledEncounter>()

function scheduled(
  study: Study,
  data: ParticipantData,
  encounter: CompiledEncounter,
  today: string,
  records: Records,
): ScheduledEncounter {
  const { id, contact } = encounter
  const held = data.encounters[id]
  const isPlanned = hasPlan(encounter)
  const due = dueForms(study, encounter, records.record, held?.forms)
  const filled = due.map((form) => data.forms[formKey(id, form.id)])
  const missing = due
    .map((form, index) => missingOf(study, form, filled[index], records))
    // A list that need not be said to be all is missing in nobody's log.
    .filter((one) => one !== undefined)
    .filter((one) => isPlanned || study.form(one.form).items.some(({ optional }) => !optional))
  const plan = planAt(study, data, encounter)
  // At home and on the telephone there is no visit to record: the answers are the contact.
  const answered = contact === 'home' && due.length > 0 && missing.length === 0
  const status =
    contact === 'log'
      ? 'running'
      : statusOf({
          ended: Boolean(held?.visit) || answered,
          missed: Boolean(held?.missed),
          concerned: concerns(study, encounter, records.record) && !isOver(data),
          booked: held?.booked,
          plan,
          today,
        })
  // All it is made of; the parts are the same objects while nothing in them has changed.
  const parts = [encounter, held, status, plan.planned, plan.from, plan.to, ...due, ...filled, ...missing]
  return kept(data, id, parts, () => {
    const day =
      held?.visit?.day ??
      (answered
        ? filled
            .flatMap((form) => form?.day ?? [])
            .toSorted()
            .at(-1)
        : undefined)
    return told(encounter, held, {
      state: status,
      ...plan,
      ...(day === undefined ? {} : { day }),
      forms: due.map((form, index) => ({ form: form.id, title: form.title, version: filled[index]?.version ?? 0 })),
      formsMissing: status === 'notApplicable' || status === 'missed' ? [] : missing,
    })
  })
}

function told(
  { id, title, short, epoch, contact, administers }: CompiledEncounter,
  { booked, visit, missed }: Partial<EncountersState[string]> = {},
  of: Pick<ScheduledEncounter, 'state' | 'planned' | 'from' | 'to' | 'day' | 'forms' | 'formsMissing'>,
): ScheduledEncounter {
  const reason = missed?.reason ?? visit?.reason
  const isPlanned = contact !== 'log' && contact !== 'unscheduled'
  return {
    id,
    title,
    short,
    epoch,
    contact,
    administers,
    ...of,
    ...(booked === undefined ? {} : { booked }),
    ...(reason === undefined ? {} : { reason }),
    ...(visit && isPlanned ? { inWindow: visit.inWindow } : {}),
    signed: 'unsigned',
  }
}

/** Nothing more is to come: screening ended, or consent was withdrawn altogether. */
const isOver = ({ screening, consent }: ParticipantData): boolean =>
  screening.failed !== undefined || consent.withdrawn?.scope === 'everything'

const hasPlan = ({ contact }: CompiledEncounter): boolean => contact !== 'log' && contact !== 'unscheduled'

const planAt = (study: Study, state: ParticipantData, encounter: CompiledEncounter): Plan =>
  hasPlan(encounter) ? plannedFor(study, state, encounter) : {}

/** The first infusion starts the study days itself, so until it is given it is planned for the day of randomisation. */
function plannedFor(study: Study, state: ParticipantData, encounter: CompiledEncounter): Plan {
  const plan = planOf(encounter, state)
  if (plan.planned !== undefined || !isFirstInfusion(study, encounter.id)) return plan
  const planned = state.randomisation.randomised?.day
  return planned === undefined ? plan : { planned }
}

function statusOf(facts: {
  readonly ended: boolean
  readonly missed: boolean
  readonly concerned: boolean
  readonly booked: string | undefined
  readonly plan: Plan
  readonly today: string
}): EncounterStatus {
  if (facts.ended) return 'done'
  if (facts.missed) return 'missed'
  return facts.concerned ? waitingStatus(facts) : 'notApplicable'
}

/** How an encounter that has not taken place stands on a day. */
export function waitingStatus({
  booked,
  plan: { planned, from = planned, to },
  today,
}: {
  readonly booked: string | undefined
  readonly plan: Plan
  readonly today: string
}): EncounterStatus {
  if (to !== undefined && today > to) return 'overdue'
  if (booked !== undefined && booked >= today) return 'booked'
  if (from === undefined) return booked === undefined ? 'notYetPlannable' : 'due'
  return today < from ? 'upcoming' : 'due'
}
