import { stamp, type Asking, type Refusals } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { readLabel } from '../preparation/label.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { maybeWords, pastTime, plainNumber, tidy, words, type Limits } from '../typed.ts'
import { infusionRefusals, weightAt } from './checks.ts'
import type {
  EndInfusion,
  InterruptInfusion,
  RecordObservation,
  RequestPreparation,
  ResumeInfusion,
  StartInfusion,
  Vital,
} from './commands.ts'
import { administering } from './order.ts'
import type { InfusionState } from './state.ts'

export function requestPreparation(asking: Asking, { encounter }: RequestPreparation): Decision {
  const { state, context } = asking
  const refusals = infusionRefusals(asking, encounter)
  if (refusals.length > 0) return refused(...refusals)
  // A request of an earlier day lapsed with the visit's day; it is made anew.
  if (state.treatment.infusions[encounter]?.requestedDay === context.today) return refused(refuse('alreadyRequested'))
  const weight = weightAt(asking, encounter)!
  return {
    ok: true,
    events: [{ type: 'PreparationRequested', ...stamp(context), encounter, day: context.today, weight }],
  }
}

export function startInfusion(asking: Asking, { encounter, label: typed, time }: StartInfusion): Decision {
  const { state, context } = asking
  const refusals = infusionRefusals(asking, encounter)
  if (refusals.length > 0) return refused(...refusals)
  const infusion = state.treatment.infusions[encounter]
  if (!infusion) return refused(refuse('notRequested'))
  if (infusion.requestedDay !== context.today) return refused(refuse('requestExpired'))
  if (infusion.status !== 'ready') return refused(refuse('infusionNotReady'))
  const label = readLabel(typed)
  if (!label?.checks) return refused(at('label', refuse('labelMistyped')))
  if (label.label !== infusion.label) return refused(at('label', refuse('labelNotThisInfusion')))
  if (infusion.weight !== weightAt(asking, encounter)) return refused(refuse('bagOfOtherWeight'))
  const wrong = timeRefusals(asking, time, context.today)
  if (wrong.length > 0) return refused(...wrong)
  const day = context.today
  return {
    ok: true,
    events: [{ type: 'InfusionStarted', ...stamp(context), encounter, label: label.label, day, time: time.trim() }],
  }
}

export const vitalLimits: Readonly<Record<Vital, Limits>> = {
  temperature: { low: 30, high: 45, unit: '°C' },
  pulse: { low: 20, high: 250, unit: '/min' },
  systolic: { low: 40, high: 300, unit: 'mmHg' },
  diastolic: { low: 20, high: 200, unit: 'mmHg' },
  saturation: { low: 50, high: 100, unit: '%' },
}

/** During the infusion and after it, while the participant is watched. */
export function recordObservation(asking: Asking, command: RecordObservation): Decision {
  const { context } = asking
  const { encounter, time } = command
  const found = begun(asking, encounter)
  if ('refusals' in found) return refused(...found.refusals)
  const typed = Object.entries(command.vitals).filter(([, value]) => value !== undefined && value.trim() !== '')
  const read = typed.map(([vital, value]) => {
    const limits = Object.hasOwn(vitalLimits, vital) ? vitalLimits[vital as Vital] : undefined
    const field = `vitals.${vital}`
    if (!limits) return { vital, refusals: [at(field, refuse('itemUnknown'))] }
    return { vital, ...plainNumber(value, field, context.language, limits) }
  })
  const refusals = [
    ...read.flatMap((each) => each.refusals ?? []),
    ...maybeWords(command.note, 'note'),
    ...timeRefusals(asking, time, found.infusion.day ?? context.today, found.infusion.lastTime),
  ]
  if (refusals.length > 0) return refused(...refusals)
  const note = tidy(command.note ?? '')
  if (read.length === 0 && note === '') return refused(refuse('nothingToRecord'))
  const vitals = Object.fromEntries(read.flatMap((each) => ('value' in each ? [[each.vital, each.value]] : [])))
  const said = note === '' ? {} : { note }
  return {
    ok: true,
    events: [{ type: 'InfusionObserved', ...stamp(context), encounter, time: time.trim(), vitals, ...said }],
  }
}

export function interruptInfusion(asking: Asking, { encounter, time, reason }: InterruptInfusion): Decision {
  const found = begun(asking, encounter)
  if ('refusals' in found) return refused(...found.refusals)
  if (found.infusion.status === 'ended') return refused(refuse('infusionEnded'))
  if (found.infusion.status === 'interrupted') return refused(refuse('infusionInterrupted'))
  const wrong = [...said(asking, found.infusion, time, reason)]
  if (wrong.length > 0) return refused(...wrong)
  const event = { ...stamp(asking.context), encounter, time: time.trim(), reason: tidy(reason) }
  return { ok: true, events: [{ type: 'InfusionInterrupted', ...event }] }
}

/** Resuming is treating: what stops or holds treatment stands in its way. */
export function resumeInfusion(asking: Asking, { encounter, time, reason }: ResumeInfusion): Decision {
  const { treatment, consent } = asking.state
  const found = begun(asking, encounter)
  if ('refusals' in found) return refused(...found.refusals)
  if (found.infusion.status === 'ended') return refused(refuse('infusionEnded'))
  if (found.infusion.status !== 'interrupted') return refused(refuse('infusionNotInterrupted'))
  if (consent.withdrawn) return refused(refuse('consentWithdrawnForTreatment'))
  if (treatment.stopped) return refused(refuse('treatmentStopped'))
  if (treatment.held) return refused(refuse('treatmentHeld'))
  const wrong = said(asking, found.infusion, time, reason)
  if (wrong.length > 0) return refused(...wrong)
  const event = { ...stamp(asking.context), encounter, time: time.trim(), reason: tidy(reason) }
  return { ok: true, events: [{ type: 'InfusionResumed', ...event }] }
}

export function endInfusion(asking: Asking, command: EndInfusion): Decision {
  const { study, context } = asking
  const { encounter, time } = command
  const found = begun(asking, encounter)
  if ('refusals' in found) return refused(...found.refusals)
  if (found.infusion.status === 'ended') return refused(refuse('infusionEnded'))
  const { bagVolume } = study.compiled.infusion
  const volume = plainNumber(command.volumeGiven, 'volumeGiven', context.language, {
    low: 0,
    high: bagVolume,
    unit: 'mL',
  })
  const refusals = [
    ...(volume.refusals ?? []),
    ...maybeWords(command.reason, 'reason'),
    ...timeRefusals(asking, time, found.infusion.day ?? context.today, found.infusion.lastTime),
  ]
  const reason = tidy(command.reason ?? '')
  if (!volume.refusals && volume.value < bagVolume && reason === '')
    refusals.push(at('reason', refuse('volumeNeedsReason')))
  if (refusals.length > 0 || volume.refusals) return refused(...refusals)
  const why = reason === '' ? {} : { reason }
  const event = { ...stamp(context), encounter, time: time.trim(), volumeGiven: volume.value, ...why }
  return { ok: true, events: [{ type: 'InfusionEnded', ...event }] }
}

/** The infusion, once it has begun. */
export function begun(
  { study, state }: Asking,
  encounter: string,
): { readonly infusion: InfusionState } | { readonly refusals: Refusals } {
  if (!administering(study).some(({ id }) => id === encounter))
    return { refusals: [at('encounter', refuse('noInfusionHere'))] }
  const infusion = state.treatment.infusions[encounter]
  return infusion?.started === undefined ? { refusals: [refuse('infusionNotStarted')] } : { infusion }
}

const said = (asking: Asking, infusion: InfusionState, time: string, reason: string): Refusals => [
  ...words(reason, 'reason'),
  ...timeRefusals(asking, time, infusion.day ?? asking.context.today, infusion.lastTime),
]

/** A time that has come, and not before the latest thing recorded of the infusion. */
export function timeRefusals({ study, context }: Asking, time: string, day: string, last?: string): Refusals {
  const { timeZone } = study.compiled.sites.find(({ id }) => id === context.site)!
  const wrong = pastTime(time, 'time', { day, timeZone, now: context.now })
  if (wrong.length > 0) return wrong
  return last !== undefined && time.trim() < last ? [at('time', refuse('timeBackwards', { time: last }))] : []
}
