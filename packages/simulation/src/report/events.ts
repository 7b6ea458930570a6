import { type ParticipantState, participantOf } from '@trialwright/conduct'

/** A line of the exported events, as far as the report reads it. */
export interface EventLine {
  readonly type: string
  readonly streamId: string
  readonly version: number
  readonly at?: string
  readonly day?: string
  readonly site?: string | null
  readonly encounter?: string
  readonly [name: string]: unknown
}

export const readEvents = (text: string): readonly EventLine[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as EventLine)

/** One participant's events, open and sealed, in the order of each stream. */
export interface Told {
  readonly code: string
  readonly site: string
  readonly open: readonly EventLine[]
  readonly sealed: readonly EventLine[]
  readonly arm?: string
}

export function participantsIn(events: readonly EventLine[]): readonly Told[] {
  const streams = Map.groupBy(events, ({ streamId }) => streamId)
  return [...streams].flatMap(([stream, open]) => {
    if (!stream.startsWith('participant/')) return []
    const code = stream.slice('participant/'.length)
    const sealed = streams.get(`unblinded/${code}`) ?? []
    const arm = sealed.find(({ type }) => type === 'TreatmentAllocated')?.['arm'] as string | undefined
    return [{ code, site: String(open[0]?.site ?? ''), open, sealed, ...(arm === undefined ? {} : { arm }) }]
  })
}

const states = new WeakMap<Told['open'], ParticipantState>()

/** What all that was told of a participant leads to; worked out once, since most of the report asks for it. */
export function stateOf({ open }: Told): ParticipantState {
  const state = states.get(open) ?? participantOf(open as never)
  states.set(open, state)
  return state
}

const types = new WeakMap<readonly EventLine[], ReadonlyMap<string, readonly EventLine[]>>()

/** Those of one type, in their order; a list is sorted out once, since one type after the other is asked for. */
export function of(told: readonly EventLine[], type: string): readonly EventLine[] {
  const byType = types.get(told) ?? Map.groupBy(told, (event) => event.type)
  types.set(told, byType)
  return byType.get(type) ?? []
}

export const has = (told: readonly EventLine[], type: string): boolean => told.some((event) => event.type === type)
