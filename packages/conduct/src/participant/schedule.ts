import type { CompiledEncounter, EvaluationRecord, LaboratoryRange, Study } from '@trialwright/protocol'
import { concerns, planOf, type Plan } from '../encounters/plan.ts'
import { formsAt, missingOf } from '../forms/applicable.ts'
import { formKey } from '../forms/state.ts'
import { standingOf } from '../signatures/standing.ts'
import { isFirstInfusion } from '../treatment/order.ts'
import { once } from './asking.ts'
import { factsOf } from './facts.ts'
import type { ParticipantState } from './state.ts'
import type { EncounterStatus, ScheduledEncounter } from './types.ts'

/** Every encounter of the protocol, with when it is due and what became of it, by local calendar days of the site. */
export function schedule(
  study: Study,
  state: ParticipantState,
  today: string,
  ranges: readonly LaboratoryRange[],
): readonly ScheduledEncounter[] {
  const record = study.record(factsOf(state, today, ranges))
  return study.compiled.encounters.map((encounter) => {
    const recordAt = once(() => study.record(factsOf(state, today, ranges, encounter.id)))
    return scheduled(study, state, encounter, today, record, recordAt)
  })
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
  const { booked, visit, missed } = state.encounters[id] ?? {}
  const due = formsAt(study, encounter, record)
  const filled = due.map((form) => state.forms[formKey(id, form.id)])
  const missing = due.flatMap((form, index) => missingOf(study, form, filled[index], recordAt) ?? [])
  const plan = plannedFor(study, state, encounter)
  // At home and on the telephone there is no visit to record: the answers are the contact.
  const answered = contact === 'home' && due.length > 0 && missing.length === 0
  const status = statusOf({
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
    ...(visit ? { inWindow: visit.inWindow } : {}),
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
