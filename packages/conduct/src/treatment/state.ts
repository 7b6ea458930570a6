import type { Vital } from './commands.ts'
import type { TreatmentEvent } from './events.ts'

export interface Observation {
  readonly time: string
  readonly vitals: Readonly<Partial<Record<Vital, number>>>
  readonly note?: string
}

export interface Reaction {
  readonly day: string
  readonly time: string
  readonly grade: number
  readonly signs: string
  readonly action: string
}

export interface InfusionState {
  readonly status: 'requested' | 'ready' | 'running' | 'interrupted' | 'ended'
  readonly requestedDay: string
  /** kg */
  readonly weight: number
  readonly label?: string
  readonly day?: string
  readonly started?: string
  readonly interruptions: readonly { readonly from: string; readonly to?: string; readonly reason: string }[]
  readonly observations: readonly Observation[]
  readonly reactions: readonly Reaction[]
  readonly ended?: { readonly time: string; readonly volumeGiven: number; readonly reason?: string }
  /** Local time of the latest thing recorded of it. */
  readonly lastTime?: string
}

export interface TreatmentState {
  /** By encounter. */
  readonly infusions: Readonly<Record<string, InfusionState>>
  readonly held?: { readonly at: string; readonly reason: string }
  readonly stopped?: { readonly at: string; readonly day: string; readonly reason: string; readonly rule?: string }
}

export const initialTreatment: TreatmentState = { infusions: {} }

export function evolveTreatment(state: TreatmentState, event: TreatmentEvent): TreatmentState {
  switch (event.type) {
    case 'TreatmentHeld':
      return { ...state, held: { at: event.at, reason: event.reason } }
    case 'HoldReleased':
      return { infusions: state.infusions, stopped: state.stopped }
    case 'TreatmentStopped':
      return { ...state, stopped: { at: event.at, day: event.day, reason: event.reason, rule: event.rule } }
    default: {
      const infusion = evolveInfusion(state.infusions[event.encounter], event)
      return { ...state, infusions: { ...state.infusions, [event.encounter]: infusion } }
    }
  }
}

type InfusionEvent = Exclude<TreatmentEvent, { type: 'TreatmentHeld' | 'HoldReleased' | 'TreatmentStopped' }>

function evolveInfusion(before: InfusionState | undefined, event: InfusionEvent): InfusionState {
  if (event.type === 'PreparationRequested')
    return {
      status: 'requested',
      requestedDay: event.day,
      weight: event.weight,
      interruptions: [],
      observations: [],
      reactions: [],
    }
  if (!before) throw new Error(`${event.type} at ${event.encounter} without a request: the stream is damaged`)
  switch (event.type) {
    case 'MaskedInfusionReady':
      return { ...before, status: 'ready', label: event.label, weight: event.weight }
    case 'MaskedInfusionTakenBack': {
      // Of a bag of an earlier request nothing is known here any more.
      if (before.label !== event.label) return before
      const { label: _, ...infusion } = before
      return { ...infusion, status: 'requested' }
    }
    case 'InfusionStarted':
      return { ...before, status: 'running', day: event.day, started: event.time, lastTime: event.time }
    case 'InfusionObserved': {
      const { time, vitals, note } = event
      return { ...before, lastTime: time, observations: [...before.observations, { time, vitals, note }] }
    }
    case 'InfusionInterrupted':
      return {
        ...before,
        status: 'interrupted',
        lastTime: event.time,
        interruptions: [...before.interruptions, { from: event.time, reason: event.reason }],
      }
    case 'InfusionResumed':
      return {
        ...before,
        status: 'running',
        lastTime: event.time,
        interruptions: before.interruptions.map((pause) =>
          pause.to === undefined ? { ...pause, to: event.time } : pause,
        ),
      }
    case 'InfusionEnded': {
      const { time, volumeGiven, reason } = event
      return { ...before, status: 'ended', lastTime: time, ended: { time, volumeGiven, reason } }
    }
    case 'InfusionTimeCorrected': {
      const moved = moveTime(before, event.moment, event.number, event.time)
      return {
        ...moved,
        lastTime: moments
          .flatMap((moment) => timesOf(moved, moment))
          .toSorted()
          .at(-1),
      }
    }
    case 'InfusionReaction': {
      const { day, time, grade, signs, action } = event
      return { ...before, reactions: [...before.reactions, { day, time, grade, signs, action }] }
    }
  }
}

/** What of an infusion has a time. */
export const moments = ['start', 'observation', 'interruption', 'resumption', 'end'] as const
export type Moment = (typeof moments)[number]

/** The times recorded of it, in order. */
export function timesOf(
  { started, observations, interruptions, ended }: InfusionState,
  moment: Moment,
): readonly string[] {
  const times: Readonly<Record<Moment, readonly (string | undefined)[]>> = {
    start: [started],
    observation: observations.map(({ time }) => time),
    interruption: interruptions.map(({ from }) => from),
    resumption: interruptions.map(({ to }) => to),
    end: [ended?.time],
  }
  return times[moment].filter((time) => time !== undefined)
}

/** The infusion with another time for that moment, counted from 1. */
export function moveTime(infusion: InfusionState, moment: Moment, number: number, time: string): InfusionState {
  const at = number - 1
  switch (moment) {
    case 'start':
      return { ...infusion, started: time }
    case 'observation':
      return { ...infusion, observations: infusion.observations.map((one, i) => (i === at ? { ...one, time } : one)) }
    case 'interruption':
      return {
        ...infusion,
        interruptions: infusion.interruptions.map((one, i) => (i === at ? { ...one, from: time } : one)),
      }
    case 'resumption':
      return {
        ...infusion,
        interruptions: infusion.interruptions.map((one, i) => (i === at ? { ...one, to: time } : one)),
      }
    case 'end':
      return infusion.ended ? { ...infusion, ended: { ...infusion.ended, time } } : infusion
  }
}
