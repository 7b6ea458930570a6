import { isDate, type LaboratoryRange, type Refusal, type Study } from '@trialwright/protocol'
import type { Refused, StudyContext } from '../context.ts'
import { decideDelegation } from '../delegation/decide.ts'
import { closeMonitoringAction, recordMonitoringVisit, signMonitoringVisit } from '../monitoring/decide.ts'
import { stamp } from '../participant/asking.ts'
import { permissions } from '../permissions.ts'
import { strataOf } from '../randomisation/decide.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { words } from '../typed.ts'
import { approvalRefusals, recordApproval, withdrawApproval } from './approvals.ts'
import type { OpenSite, RecordLaboratoryRanges, SealRandomisationList, StudyCommand } from './commands.ts'
import type { StudyEvent } from './events.ts'
import type { StudyState } from './state.ts'
import {
  confirmUnlock,
  freezeSites,
  lockDatabase,
  lockSite,
  proposeUnlock,
  unfreezeSites,
  unlockSite,
} from './locks.ts'
import { confirmUnblinding, proposeUnblinding } from './unblinding.ts'

export type StudyDecision = { readonly ok: true; readonly events: readonly StudyEvent[] } | Refused

export function decideStudy(
  study: Study,
  state: StudyState,
  command: StudyCommand,
  context: StudyContext,
): StudyDecision {
  if (!permissions[command.type].includes(context.actor.role)) return refused(refuse('roleMayNot'))
  switch (command.type) {
    case 'sealRandomisationList':
      return sealRandomisationList(study, state, command, context)
    case 'openStudy':
      return openStudy(study, state, context)
    case 'openSite':
      return openSite(study, state, command, context)
    case 'recordApproval':
      return recordApproval(study, state, command, context)
    case 'withdrawApproval':
      return withdrawApproval(study, state, command, context)
    case 'nameInvestigator':
    case 'delegateDuties':
    case 'acceptDelegation':
    case 'endDelegation':
    case 'recordTraining':
    case 'withdrawTraining':
    case 'explainFinding':
      return decideDelegation(study, state, command, context)
    case 'recordLaboratoryRanges':
      return recordLaboratoryRanges(study, state, command, context)
    case 'lockDatabase':
      return lockDatabase(state, command, context)
    case 'recordMonitoringVisit':
      return recordMonitoringVisit(study, state, command, context)
    case 'closeMonitoringAction':
      return closeMonitoringAction(state, command, context)
    case 'signMonitoringVisit':
      return signMonitoringVisit(state, command, context)
    case 'freezeSites':
      return freezeSites(study, state, command, context)
    case 'unfreezeSites':
      return unfreezeSites(study, state, command, context)
    case 'lockSite':
      return lockSite(study, state, command, context)
    case 'unlockSite':
      return unlockSite(state, command, context)
    case 'proposeUnlock':
      return proposeUnlock(state, command, context)
    case 'confirmUnlock':
      return confirmUnlock(state, context)
    case 'proposeUnblinding':
      return proposeUnblinding(state, command, context)
    case 'confirmUnblinding':
      return confirmUnblinding(state, context)
  }
}

/** Once, before the study opens, for every stratum the study has. */
function sealRandomisationList(
  study: Study,
  state: StudyState,
  { commitment, strata }: SealRandomisationList,
  context: StudyContext,
): StudyDecision {
  if (state.sealed) return refused(refuse('listAlreadySealed'))
  if (!/^[0-9a-f]{64}$/.test(commitment)) return refused(at('commitment', refuse('commitmentInvalid')))
  const wanted = strataOf(study).toSorted()
  const given = strata.map(({ stratum }) => stratum).toSorted()
  const { slotsPerStratum } = study.compiled.randomisation
  if (JSON.stringify(wanted) !== JSON.stringify(given) || strata.some(({ slots }) => slots < slotsPerStratum))
    return refused(at('strata', refuse('listIncomplete', { strata: wanted.join(', ') })))
  return { ok: true, events: [{ type: 'RandomisationListSealed', ...stamp(context), commitment, strata }] }
}

function openStudy(study: Study, state: StudyState, context: StudyContext): StudyDecision {
  if (state.opened) return refused(refuse('studyAlreadyOpen'))
  const openAssumptions = study.compiled.assumptions.filter(({ confirmed }) => !confirmed).map(({ id }) => id)
  const inTheWay = [
    ...(state.sealed ? [] : [refuse('listNotSealed')]),
    ...(context.mode === 'demo' || openAssumptions.length === 0
      ? []
      : [refuse('assumptionsOpen', { ids: openAssumptions.join(', ') })]),
  ]
  if (inTheWay.length > 0) return refused(...inTheWay)
  const { mode, samplingSalt } = context
  const salted = samplingSalt === undefined ? {} : { samplingSalt }
  return { ok: true, events: [{ type: 'StudyOpened', ...stamp(context), mode, openAssumptions, ...salted }] }
}

function openSite(study: Study, state: StudyState, { site }: OpenSite, context: StudyContext): StudyDecision {
  if (!study.compiled.sites.some(({ id }) => id === site)) return refused(at('site', refuse('siteUnknown')))
  if (!state.opened) return refused(refuse('studyNotOpen'))
  if (state.locked) return refused(refuse('databaseLocked'))
  if (state.sites[site] !== undefined) return refused(at('site', refuse('siteAlreadyOpen')))
  const missing = approvalRefusals(study.compiled, state, site)
  if (missing.length > 0) return refused(...missing)
  return { ok: true, events: [{ type: 'SiteOpened', ...stamp(context), site }] }
}

function recordLaboratoryRanges(
  study: Study,
  state: StudyState,
  { ranges }: RecordLaboratoryRanges,
  context: StudyContext,
): StudyDecision {
  if (state.locked) return refused(refuse('databaseLocked'))
  if (ranges.length === 0) return refused(at('ranges', refuse('nothingToRecord')))
  const refusals = ranges.flatMap((range, index) => rangeRefusals(study, range, `ranges.${index}`))
  if (refusals.length > 0) return refused(...refusals)
  return { ok: true, events: [{ type: 'LaboratoryRangesRecorded', ...stamp(context), ranges }] }
}

function rangeRefusals({ compiled }: Study, range: LaboratoryRange, field: string): readonly Refusal[] {
  const item = compiled.forms.find(({ id }) => id === range.form)?.items.find(({ id }) => id === range.item)
  if (item?.type !== 'laboratory') return [at(`${field}.item`, refuse('rangeItemUnknown'))]
  const units = Object.keys(item.units ?? { [item.unit ?? '']: 1 })
  const { low, high, from, to, fromAge, toAge } = range
  const someLimit = low !== undefined || high !== undefined
  const inOrder = low === undefined || high === undefined || low < high
  return [
    ...words(range.laboratory, `${field}.laboratory`, 100),
    ...(units.includes(range.unit)
      ? []
      : [at(`${field}.unit`, refuse('rangeUnitUnknown', { units: units.join(', ') }))]),
    ...(someLimit && inOrder ? [] : [at(`${field}.low`, refuse('rangeLimitsInvalid'))]),
    ...(isDate(from) ? [] : [at(`${field}.from`, refuse('dateInvalid'))]),
    ...(to === undefined || isDate(to) ? [] : [at(`${field}.to`, refuse('dateInvalid'))]),
    ...(fromAge < toAge && (to === undefined || from < to) ? [] : [at(field, refuse('rangeSpanInvalid'))]),
  ]
}
