import type { Study } from '@trialwright/protocol'
import { reconsentDue, versionInForce } from '../consent/versions.ts'
import type { Context } from '../context.ts'
import { closureViews, correctionViews } from '../locks/view.ts'
import { administering, infusionsLeft } from '../treatment/order.ts'
import { recordNow, screeningRecord } from './facts.ts'
import { possibilities } from './possible.ts'
import { rulesView } from './rules.ts'
import { logs, schedule } from './schedule.ts'
import type { ParticipantState } from './state.ts'
import { statusOf } from './status.ts'
import type { InfusionView, ParticipantView } from './types.ts'
import { unblindingView } from '../unblinding/participantView.ts'

/** The participant's page for the person asking. Blinded: it is made from the participant's own stream alone. */
export function participantView(study: Study, state: ParticipantState, context: Context): ParticipantView {
  const asking = { study, state, context }
  const { compiled } = study
  const site = compiled.sites.find(({ id }) => id === state.consent.site)!
  const verdict = study.verdict(screeningRecord(asking))
  const encounters = schedule(study, state, context.today, context.ranges)
  const left = infusionsLeft(study, state)
  const next = state.treatment.stopped || state.consent.withdrawn ? undefined : left[0]?.id
  const record = recordNow(asking, next)
  const { held, stopped } = state.treatment
  return {
    code: state.consent.code,
    site: { id: site.id, title: site.title, timeZone: site.timeZone },
    status: statusOf(state, verdict, encounters, left.length),
    today: context.today,
    version: state.version,
    consent: consentView(study, state, context.today),
    screening: {
      attempt: state.screening.attempt,
      verdict,
      ...(state.screening.confirmed ? { confirmed: confirmedView(state.screening.confirmed) } : {}),
      ...(state.screening.failed ? { failed: failedView(state.screening.failed) } : {}),
    },
    ...(state.randomisation.randomised ? { randomised: randomisedView(state.randomisation.randomised) } : {}),
    treatment: {
      infusions: infusionViews(study, state),
      planned: administering(study).length,
      ...(held ? { held } : {}),
      ...(stopped
        ? {
            stopped: {
              day: stopped.day,
              reason: stopped.reason,
              ...(stopped.rule === undefined ? {} : { rule: stopped.rule }),
            },
          }
        : {}),
      holds: rulesView(study, 'holds', record),
      stops: rulesView(study, 'stops', record),
      ...(next === undefined ? {} : { next }),
    },
    unblinding: unblindingView(state),
    schedule: encounters,
    closed: closureViews(asking),
    locked: context.studyState.locked !== undefined,
    corrections: correctionViews(asking),
    logs: logs(study, state, context.today, context.ranges),
    possible: possibilities(asking, next),
  }
}

export const confirmedView = ({
  day,
  signature,
  criteria,
}: NonNullable<ParticipantState['screening']['confirmed']>) => ({
  day,
  signature,
  criteria,
})

export const failedView = ({ day, criteria, note }: NonNullable<ParticipantState['screening']['failed']>) => ({
  day,
  criteria,
  note,
})

const randomisedView = ({ day, at, number }: NonNullable<ParticipantState['randomisation']['randomised']>) => ({
  day,
  at,
  number,
})

function consentView(study: Study, state: ParticipantState, today: string): ParticipantView['consent'] {
  const { compiled } = study
  const inForce = versionInForce(compiled, today)
  const { given, withdrawn, declined } = state.consent
  return {
    given: given.map(({ version, day, at, by }) => ({
      version,
      title: compiled.consent.find(({ id }) => id === version)?.title ?? { en: version, nb: version },
      day,
      at,
      by,
    })),
    ...(inForce ? { current: { version: inForce.id, title: inForce.title, from: inForce.from } } : {}),
    reconsentDue: reconsentDue(compiled, state, today),
    ...(declined ? { declined } : {}),
    ...(withdrawn ? { withdrawn: { day: withdrawn.day, scope: withdrawn.scope, reason: withdrawn.reason } } : {}),
  }
}

const infusionViews = (study: Study, state: ParticipantState): readonly InfusionView[] =>
  administering(study).flatMap(({ id, title }) => {
    const infusion = state.treatment.infusions[id]
    return infusion ? [{ ...infusion, encounter: id, title }] : []
  })
