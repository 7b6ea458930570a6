import type { CompiledStudy, Study } from '@trialwright/protocol'
import type { StudyContext } from '../context.ts'
import { stamp, type Refusals } from '../participant/asking.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { pastDay, tidy, words } from '../typed.ts'
import type { RecordApproval, WithdrawApproval } from './commands.ts'
import type { StudyDecision } from './decide.ts'
import type { SiteApproval, StudyState } from './state.ts'

/* A site includes only under approvals that are recorded for it, and a protocol version runs only where it was approved. */

type Protocol = Pick<CompiledStudy, 'approvals' | 'version' | 'training'>
export type NeededApproval = NonNullable<CompiledStudy['approvals']>[number]

/** The record of an approval that stands for this version of the protocol at the site. */
export function approvalInForce(
  compiled: Protocol,
  state: StudyState,
  site: string,
  needed: NeededApproval,
): SiteApproval | undefined {
  if (isComputed(compiled, state, site, needed)) return trainedForSite(compiled, state, site)
  return state.approvals.findLast(
    (one) =>
      one.site === site &&
      one.approval === needed.id &&
      (!needed.eachVersion || one.protocolVersion === compiled.version),
  )
}

/** A site's training is read from its people's records as soon as somebody answers for the site; nobody records it beside them. */
export const isComputed = (
  { training = [] }: Protocol,
  { delegation }: StudyState,
  site: string,
  { id }: Pick<NeededApproval, 'id'>,
): boolean => id === 'training' && training.length > 0 && delegation?.investigators[site] !== undefined

/**
 * Who answers for the site has learned all there is, for this version. Whether it has run out meanwhile is asked at each
 * act of a person, so that the version a site runs does not change with a calendar day.
 */
function trainedForSite(
  { version, training = [] }: Protocol,
  { delegation }: StudyState,
  site: string,
): SiteApproval | undefined {
  const responsible = delegation?.investigators[site]
  const records = training.map((needed) =>
    delegation?.training.findLast(
      (one) =>
        one.person.account === responsible?.account &&
        one.training === needed.id &&
        one.withdrawn === undefined &&
        (!needed.eachVersion || one.protocolVersion === version),
    ),
  )
  if (records.includes(undefined)) return undefined
  const last = records.toSorted((a, b) => ((a?.day ?? '') < (b?.day ?? '') ? -1 : 1)).at(-1)
  if (!last) return undefined
  const { day, at: when, by } = last
  return { site, approval: 'training', protocolVersion: version, reference: last.evidence, day, at: when, by }
}

/** Approvals the site lacks for this version. */
export const missingApprovals = (compiled: Protocol, state: StudyState, site: string): readonly NeededApproval[] =>
  (compiled.approvals ?? []).filter((needed) => !approvalInForce(compiled, state, site, needed))

/**
 * Which of the study's versions runs at a site: the newest it has every approval for. Undefined where none has: then nobody
 * is included there, and whoever is in the trial already is cared for under the newest.
 */
export const versionAt = <Version extends Protocol>(
  versions: readonly Version[],
  state: StudyState,
  site: string,
): Version | undefined => versions.findLast((version) => missingApprovals(version, state, site).length === 0)

/** Why the site may include nobody. */
export function inclusionRefusals(compiled: Protocol, state: StudyState, site: string): Refusals {
  if (!state.opened) return [refuse('studyNotOpen')]
  if (state.sites[site] === undefined) return [refuse('siteNotOpen')]
  return approvalRefusals(compiled, state, site)
}

export function approvalRefusals(compiled: Protocol, state: StudyState, site: string): Refusals {
  const missing = missingApprovals(compiled, state, site)
  const list = (language: 'en' | 'nb') => missing.map(({ title }) => title[language]).join(', ')
  return missing.length === 0 ? [] : [refuse('approvalsMissing', { title: { en: list('en'), nb: list('nb') } })]
}

export function recordApproval(
  { compiled }: Study,
  state: StudyState,
  command: RecordApproval,
  context: StudyContext,
): StudyDecision {
  const { site, approval, version, reference, day } = command
  const unknown = unknownPlace(compiled, command)
  if (unknown.length > 0) return refused(...unknown)
  if (version !== compiled.version)
    return refused(at('version', refuse('approvalOtherVersion', { version: compiled.version })))
  if (isComputed(compiled, state, site, { id: approval })) return refused(at('approval', refuse('approvalComputed')))
  if (find(state, command)) return refused(at('approval', refuse('approvalRecorded')))
  const wrong = [...words(reference, 'reference', 200), ...pastDay(day, 'day', context.today)]
  if (wrong.length > 0) return refused(...wrong)
  const event = { site, approval, protocolVersion: version, reference: tidy(reference), day }
  return { ok: true, events: [{ type: 'ApprovalRecorded', ...stamp(context), ...event }] }
}

export function withdrawApproval(
  { compiled }: Study,
  state: StudyState,
  command: WithdrawApproval,
  context: StudyContext,
): StudyDecision {
  const { site, approval, version, reason } = command
  const unknown = unknownPlace(compiled, command)
  if (unknown.length > 0) return refused(...unknown)
  if (!find(state, command)) return refused(at('approval', refuse('approvalNotRecorded')))
  const wrong = words(reason, 'reason')
  if (wrong.length > 0) return refused(...wrong)
  const event = { site, approval, protocolVersion: version, reason: tidy(reason) }
  return { ok: true, events: [{ type: 'ApprovalWithdrawn', ...stamp(context), ...event }] }
}

type Place = Pick<RecordApproval, 'site' | 'approval' | 'version'>

const find = ({ approvals }: StudyState, { site, approval, version }: Place) =>
  approvals.find((one) => one.site === site && one.approval === approval && one.protocolVersion === version)

const unknownPlace = (compiled: CompiledStudy, { site, approval }: Place): Refusals => [
  ...(compiled.sites.some(({ id }) => id === site) ? [] : [at('site', refuse('siteUnknown'))]),
  ...((compiled.approvals ?? []).some(({ id }) => id === approval) ? [] : [at('approval', refuse('approvalUnknown'))]),
]

/** Every approval a site needs, as a demo or a test records them. */
export const inventedApprovals = (
  { approvals = [], version }: Protocol,
  site: string,
  day: string,
): readonly Omit<RecordApproval, 'type'>[] =>
  approvals.map(({ id }) => ({ site, approval: id, version, reference: `Invented ${id}`, day }))
