import type { CompiledStudy } from '@trialwright/protocol'
import type { ParticipantState } from '../participant/state.ts'
import { remembered } from '../remembered.ts'

type Version = CompiledStudy['consent'][number]

/** The version to be signed on a day: the newest whose first day has come. */
export const versionInForce = (compiled: CompiledStudy, day: string): Version | undefined =>
  inOrder(compiled).findLast(({ from }) => from <= day)

const inOrder = remembered(({ consent }: CompiledStudy): readonly Version[] =>
  consent.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
)

/**
 * The day the clocks of screening count from: of the first consent, or, once screening has been started anew, of the first
 * consent given for it. Signing a later version moves nothing.
 */
export function consentDay({
  consent,
  screening,
}: Pick<ParticipantState, 'consent' | 'screening'>): string | undefined {
  const renewed = screening.restarted && consent.given[screening.restarted.consentsBefore]
  return (renewed ?? consent.given[0])?.day
}

/** The first day on which a newer version than the one given last is in force; undefined without consent. */
export function reconsentFrom(compiled: CompiledStudy, { consent }: ParticipantState): string | undefined {
  const last = consent.given.at(-1)
  if (last === undefined || consent.withdrawn?.scope === 'everything') return undefined
  const given = compiled.consent.find(({ id }) => id === last.version)
  return compiled.consent
    .map(({ from }) => from)
    .filter((from) => given === undefined || from > given.from)
    .toSorted()[0]
}

/** The version given last is not the one in force today. */
export function reconsentDue(compiled: CompiledStudy, state: ParticipantState, today: string): boolean {
  const from = reconsentFrom(compiled, state)
  return from !== undefined && today >= from
}
