import { addDuration, formatNumber, instantOf, localTime } from '@trialwright/protocol'
import { permissions } from '../permissions.ts'
import type { Asking } from './asking.ts'
import type { ParticipantCommand } from './commands.ts'
import { decideAlone } from './decide.ts'
import type { Possibility } from './types.ts'

/**
 * What may be asked for now, for the person looking. Each command is decided as if its form had been filled in well, so that
 * the page and the decision can never disagree.
 */
export function possibilities({ study, state, context }: Asking, next: string | undefined): readonly Possibility[] {
  const { role } = context.actor
  return samples({ study, state, context }, next)
    .filter(({ type }) => permissions[type].includes(role))
    .map((command): Possibility => {
      const decision = decideAlone(study, state, command, { ...context, passwordChecked: true })
      return {
        command: command.type,
        ...('encounter' in command ? { encounter: command.encounter } : {}),
        refusals: decision.ok ? [] : decision.refusals,
      }
    })
}

function samples({ study, state, context }: Asking, next: string | undefined): readonly ParticipantCommand[] {
  const day = context.today
  const reason = '–'
  const { timeZone } = study.compiled.sites.find(({ id }) => id === context.site)!
  const time = localTime(instantOf(context.now) ?? 0, timeZone).slice(11)
  const version =
    study.compiled.consent
      .filter(({ from }) => from <= day)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .at(-1)?.id ?? ''
  const course: readonly ParticipantCommand[] = [
    { type: 'recordConsent', version, day },
    { type: 'withdrawConsent', day, scope: 'everything', reason },
    { type: 'recordDeclined', day, reason: '' },
    ...state.consent.given.slice(-1).map((given) => ({
      type: 'correctConsentDay' as const,
      version: given.version,
      day: addDuration(given.day, { value: -1, unit: 'd' }),
      reason,
    })),
    { type: 'confirmEligibility' },
    { type: 'recordScreenFailure', note: reason },
    { type: 'startRescreening', reason },
    { type: 'randomise' },
    ...(study.compiled.unscheduled
      ? [{ type: 'recordUnscheduledVisit' as const, day, reason, forms: study.compiled.unscheduled.forms }]
      : []),
    { type: 'holdTreatment', reason },
    { type: 'releaseHold', reason },
    { type: 'stopTreatment', reason },
  ]
  const current = Object.entries(state.treatment.infusions).find(
    ([, { status }]) => status === 'running' || status === 'interrupted',
  )
  const encounter = current?.[0] ?? next
  const infusion = encounter === undefined ? undefined : state.treatment.infusions[encounter]
  if (encounter === undefined) return course
  const at = infusion?.lastTime !== undefined && infusion.lastTime > time ? infusion.lastTime : time
  const volumeGiven = formatNumber(study.compiled.infusion.bagVolume, context.language)
  return [
    ...course,
    { type: 'requestPreparation', encounter },
    { type: 'startInfusion', encounter, label: infusion?.label ?? '', time: at },
    { type: 'recordObservation', encounter, time: at, vitals: {}, note: reason },
    { type: 'interruptInfusion', encounter, time: at, reason },
    { type: 'resumeInfusion', encounter, time: at, reason },
    { type: 'endInfusion', encounter, time: at, volumeGiven },
    { type: 'recordReaction', encounter, time: at, grade: 1, signs: reason, action: reason },
  ]
}
