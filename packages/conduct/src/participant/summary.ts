import type { Study } from '@trialwright/protocol'
import { consentDay, reconsentFrom } from '../consent/versions.ts'
import type { Context } from '../context.ts'
import { deviationsOf } from '../deviations/compute.ts'
import { openIn, stillOpen, withLine } from '../locks/open.ts'
import { audienceOf, audiences, type Audience } from '../queries/audience.ts'
import { expiringOf } from '../screening/expiring.ts'
import { administering, hasStarted, infusionsLeft } from '../treatment/order.ts'
import { progressOf } from '../verification/progress.ts'
import { infusionDays, recordOn } from './facts.ts'
import { logs, schedule, waitingStatus } from './schedule.ts'
import type { ParticipantState } from './state.ts'
import { statusOf } from './status.ts'
import type { EncounterStatus, ParticipantSummary, ScheduledEncounter, Waiting } from './types.ts'

const over: ReadonlySet<EncounterStatus> = new Set(['done', 'missed', 'notApplicable'])
const pressing: ReadonlySet<EncounterStatus> = new Set(['due', 'overdue', 'booked'])

/** A row of the list, as of `today`. */
export function participantSummary(
  study: Study,
  state: ParticipantState,
  { today, ranges }: Pick<Context, 'today' | 'ranges'>,
): ParticipantSummary {
  const encounters = schedule(study, state, today, ranges)
  const randomised = state.randomisation.randomised
  const verdict = randomised ? 'eligible' : study.verdict(recordOn(study, state, today, ranges))
  const left = infusionsLeft(study, state).length
  const status = statusOf(state, verdict, encounters, left)
  const { screening, treatment, consent } = state
  const newer = reconsentFrom(study.compiled, state)
  const expiring = expiringOf(study, state, ranges, today)
  const bags = bagsOf(study, state)
  const waiting = encounters.filter((each) => !over.has(each.state)).map(waitingOf)
  return asOf(
    {
      code: consent.code,
      site: consent.site,
      status,
      verdict,
      today,
      waiting,
      overdue: 0,
      missing: 0,
      openQueries: openQueries(study, state),
      missingAtVisits: [
        ...encounters.filter(({ state: status }) => status === 'done'),
        ...logs(study, state, today, ranges),
      ].flatMap((each) => each.formsMissing).length,
      reconsentDue: false,
      ...(newer === undefined ? {} : { reconsentFrom: newer }),
      held: treatment.held !== undefined && treatment.stopped === undefined,
      infusions: {
        given: administering(study).filter(({ id }) => hasStarted(state, id)).length,
        planned: administering(study).length,
      },
      ...(bags.length > 0 ? (treatment.stopped ? { bagLeft: true } : { bags }) : {}),
      ...(expiring ? { expiring } : {}),
      ...(screening.failed
        ? { screenFailure: { criteria: screening.failed.criteria, note: screening.failed.note } }
        : {}),
      ...(treatment.stopped ? { stopReason: treatment.stopped.reason } : {}),
      days: daysOf(state, status === 'completed' ? encounters : []),
      verification: progressOf(study, state),
      open: stillOpen(openIn({ study, state, deviations: [] }, encounters)),
      deviationDays: deviationsOf(study, state, { today, ranges }).flatMap(({ key, day }) =>
        Object.hasOwn(state.deviations, key) ? [] : [day],
      ),
      version: state.version,
    },
    today,
  )
}

const bagsOf = (study: Study, { treatment }: ParticipantState): NonNullable<ParticipantSummary['bags']> =>
  Object.entries(treatment.infusions).flatMap(([encounter, { status, requestedDay: day }]) =>
    status === 'requested' || status === 'ready'
      ? [{ encounter, title: study.encounter(encounter).title, state: status, day }]
      : [],
  )

const waitingOf = ({ id, title, state, planned, from, to, booked, formsMissing }: ScheduledEncounter): Waiting => ({
  encounter: id,
  title,
  state,
  ...(planned === undefined ? {} : { planned }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(booked === undefined ? {} : { booked }),
  missing: formsMissing.length,
})

function openQueries(study: Study, { queries }: ParticipantState): ParticipantSummary['openQueries'] {
  const counts = Object.fromEntries(audiences.map((audience) => [audience, 0])) as Record<Audience, number>
  for (const { status, place } of Object.values(queries)) if (status === 'open') counts[audienceOf(study, place)] += 1
  return counts
}

function daysOf(state: ParticipantState, completed: readonly ScheduledEncounter[]): ParticipantSummary['days'] {
  const infusions = infusionDays(state)
  const days = {
    registered: state.consent.registered?.day,
    consented: consentDay(state),
    confirmed: state.screening.confirmed?.day,
    screenFailed: state.screening.failed?.day,
    randomised: state.randomisation.randomised?.day,
    firstInfusion: infusions[0],
    lastInfusion: infusions.at(-1),
    stopped: state.treatment.stopped?.day,
    withdrawn: state.consent.withdrawn?.day,
    completed: completed
      .flatMap(({ day }) => day ?? [])
      .toSorted()
      .at(-1),
  }
  return Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined))
}

/** The row on another day: what is next, overdue and missing is counted again, without the events. */
export function asOf(summary: ParticipantSummary, today: string): ParticipantSummary {
  const waiting = summary.waiting.map((each) => ({
    ...each,
    state: waitingStatus({ booked: each.booked, plan: each, today }),
  }))
  const { nextDue: _, ...rest } = summary
  const { deviationDays = [] } = summary
  const nextDue = waiting
    .filter((each) => dueOn(each) !== undefined)
    .toSorted((a, b) => (dueOn(a)! < dueOn(b)! ? -1 : 1))[0]
  return {
    ...rest,
    today,
    waiting,
    ...(nextDue ? { nextDue } : {}),
    overdue: waiting.filter(({ state }) => state === 'overdue').length,
    missing: waiting
      .filter(({ state }) => pressing.has(state))
      .reduce((sum, { missing }) => sum + missing, summary.missingAtVisits),
    open: withLine(summary.open ?? [], 'unjudgedDeviations', deviationDays.filter((day) => day <= today).length),
    reconsentDue: summary.reconsentFrom !== undefined && today >= summary.reconsentFrom,
  }
}

/** The day an encounter is sorted by: the one agreed, while it can still be kept, or the one planned. */
const dueOn = ({ booked, planned, state }: Waiting): string | undefined =>
  (state === 'booked' ? booked : planned) ?? booked
