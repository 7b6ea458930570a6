import type { CompiledEncounter, EvaluationRecord, LaboratoryRange, Study } from '@trialwright/protocol'
import { concerns, planOf, type Plan } from '../encounters/plan.ts'
import { unscheduledVisits } from '../encounters/unscheduled.ts'
import { dueForms, missingOf } from '../forms/applicable.ts'
import { formKey } from '../forms/state.ts'
import { standingOf } from '../signatures/standing.ts'
import { isFirstInfusion } from '../treatment/order.ts'
import { once } from './asking.ts'
import { remembered } from '../remembered.ts'
import { recordOn } from './facts.ts'
import type { ParticipantState } from './state.ts'
import type { EncounterStatus, ScheduledEncounter } from './types.ts'

/** Every encounter of the protocol, with when it is due and what became of it, by local calendar days of the site. */
export const schedule = (
  study: Study,
  state: ParticipantState,
  today: string,
  ranges: readonly LaboratoryRange[],
): readonly ScheduledEncounter[] => scheduleOf(state, study, today, ranges)

const scheduleOf = remembered(
  (
    state: ParticipantState,
    study: Study,
    today: string,
    ranges: readonly LaboratoryRange[],
  ): readonly ScheduledEncounter[] => {
    const of = scheduling(study, state, today, ranges)
    return unscheduledVisits(study, state).map(of).reduce(inOrderOfDays, study.compiled.encounters.map(of))
  },
)

/** The logs, which run from consent to the end. */
export const logs = (
  study: Study,
  state: ParticipantState,
  today: string,
  ranges: readonly LaboratoryRange[],
): readonly ScheduledEncounter[] =>
  state.consent.given.length === 0 ? [] : study.logs.map(scheduling(study, state, today, ranges))

function scheduling(study: Study, state: ParticipantState, today: string, ranges: readonly LaboratoryRange[]) {
  const record = recordOn(study, state, today, ranges)
  return (encounter: CompiledEncounter): ScheduledEncounter => {
    const recordAt = once(() => recordOn(study, state, today, ranges, encounter.id))
    return scheduled(study, state, encounter, today, record, recordAt)
  }
}

/** An unscheduled visit stands behind the last contact that took place before it. */
function inOrderOfDays(all: readonly ScheduledEncounter[], visit: ScheduledEncounter): readonly ScheduledEncounter[] {
  const before = all.findLastIndex(({ day }) => day !== undefined && day <= visit.day!)
  return all.toSpliced(before + 1, 0, visit)
}

function scheduled(
  study: Study,
  state: ParticipantState,
  encounter: CompiledEncounter,
  today: string,
  record: EvaluationRecord,
  recordAt: () => EvaluationRecord,
): ScheduledEncounter {
  const { id, title, short, epoch, contact, administers } = encounter
  const { booked, visit, missed, forms } = state.encounters[id] ?? {}
  const isPlanned = contact !== 'log' && contact !== 'unscheduled'
  const due = dueForms(study, encounter, record, forms)
  const filled = due.map((form) => state.forms[formKey(id, form.id)])
  const missing = due
    .map((form, index) => missingOf(study, form, filled[index], recordAt))
    // A list that need not be said to be all is missing in nobody's log.
    .filter((one) => one !== undefined)
    .filter((one) => isPlanned || study.form(one.form).items.some(({ optional }) => !optional))
  const plan = isPlanned ? plannedFor(study, state, encounter) : {}
  // At home and on the telephone there is no visit to record: the answers are the contact.
  const answered = contact === 'home' && due.length > 0 && missing.length === 0
  const status =
    contact === 'log'
      ? 'running'
      : statusOf({
          ended: Boolean(visit) || answered,
          missed: Boolean(missed),
          concerned: concerns(study, encounter, record) && !isOver(state),
          booked,
          plan,
          today,
        })
  const reason = missed?.reason ?? visit?.reason
  const day =
    visit?.day ??
    (answered
      ? filled
          .flatMap((form) => form?.day ?? [])
          .toSorted()
          .at(-1)
      : undefined)
  return {
    id,
    title,
    short,
    epoch,
    contact,
    administers,
    state: status,
    ...plan,
    ...(booked === undefined ? {} : { booked }),
    ...(day === undefined ? {} : { day }),
    ...(reason === undefined ? {} : { reason }),
    ...(visit && isPlanned ? { inWindow: visit.inWindow } : {}),
    forms: due.map((form, index) => ({ form: form.id, title: form.title, version: filled[index]?.version ?? 0 })),
    signed: standingOf(study, state, id),
    formsMissing: status === 'notApplicable' || status === 'missed' ? [] : missing,
  }
}

/** Nothing more is to come: screening ended, or consent was withdrawn altogether. */
const isOver = ({ screening, consent }: ParticipantState): boolean =>
  screening.failed !== undefined || consent.withdrawn?.scope === 'everything'

/** The first infusion starts the study days itself, so until it is given it is planned for the day of randomisation. */
function plannedFor(study: Study, state: ParticipantState, encounter: CompiledEncounter): Plan {
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
