import type { CompiledStudy } from '@trialwright/protocol'
import type { Delegation, DelegationState, Training } from './state.ts'

/* What holds on a day: delegations and training. */

export type NeededTraining = NonNullable<CompiledStudy['training']>[number]

/** `waiting`: not accepted yet. An ending counts from its day on; the last day of a span is still within it. */
export function standingOn(today: string, { accepted, ended, from, until }: Delegation) {
  if (ended !== undefined && ended.day <= today) return 'ended'
  if (until !== undefined && until < today) return 'ended'
  if (accepted === undefined) return 'waiting'
  return from > today ? 'coming' : 'inForce'
}
export type DelegationStanding = ReturnType<typeof standingOn>

/** The record by which somebody counts as trained: the one that lasts longest. */
export function trainingInForce(
  { version }: Pick<CompiledStudy, 'version'>,
  { training }: DelegationState,
  account: string,
  needed: NeededTraining,
  today: string,
): Training | undefined {
  const records = training.filter(
    (one) =>
      one.person.account === account &&
      one.training === needed.id &&
      one.withdrawn === undefined &&
      one.day <= today &&
      (one.expires === undefined || one.expires >= today) &&
      (!needed.eachVersion || one.protocolVersion === version),
  )
  return records.toSorted((a, b) => ((a.expires ?? '9') < (b.expires ?? '9') ? 1 : -1))[0]
}

/** Duties somebody holds at a site today. */
export const dutiesHeld = (
  { log }: DelegationState,
  { site, account, today }: { readonly site: string; readonly account: string; readonly today: string },
): ReadonlySet<string> =>
  new Set(
    log
      .filter((one) => one.site === site && one.person.account === account && standingOn(today, one) === 'inForce')
      .flatMap(({ duties }) => duties),
  )
