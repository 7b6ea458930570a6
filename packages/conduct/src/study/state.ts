import type { LaboratoryRange } from '@trialwright/protocol'
import type { Mode, Recorded } from '../context.ts'
import { type DelegationState, evolveDelegation, initialDelegation } from '../delegation/state.ts'
import { evolveMonitoring, initialMonitoring, type MonitoringState } from '../monitoring/state.ts'
import type { Closure } from '../locks/state.ts'
import type { ApprovalRecorded, StudyEvent } from './events.ts'

export interface StudyState {
  /** Events of the study's own stream in it: what is appended names it, so that no lock comes between. */
  readonly version?: number
  readonly sealed?: {
    readonly commitment: string
    readonly at: string
    readonly strata: readonly { readonly stratum: string; readonly slots: number }[]
  }
  readonly opened?: { readonly at: string; readonly mode: Mode; readonly samplingSalt?: string }
  /** Sites that may include participants, with the instant they were opened. */
  readonly sites: Readonly<Record<string, string>>
  /** Approvals in force; one that was withdrawn is gone. */
  readonly approvals: readonly SiteApproval[]
  readonly ranges: readonly LaboratoryRange[]
  /** Frozen or locked, as a whole or by site; the lock of the database stands in `locked`. */
  readonly closed?: { readonly study?: Closure; readonly sites: Readonly<Record<string, Closure>> }
  readonly monitoring?: MonitoringState
  readonly delegation?: DelegationState
  readonly locked?: Signed
  readonly unlockProposed?: Signed
  readonly proposed?: Signed
  readonly unblinded?: Omit<Signed, 'note'>
}

export type SiteApproval = Omit<ApprovalRecorded, 'type' | 'clientTime'>

/** Who signed, when, and why. */
export interface Signed {
  readonly at: string
  readonly by: Recorded['by']
  readonly note: string
}

export const initialStudy: StudyState = { sites: {}, approvals: [], ranges: [] }

export function evolveStudy(state: StudyState, event: StudyEvent): StudyState {
  switch (event.type) {
    case 'RandomisationListSealed':
      return { ...state, sealed: { commitment: event.commitment, at: event.at, strata: event.strata } }
    case 'StudyOpened':
      return { ...state, opened: { at: event.at, mode: event.mode, samplingSalt: event.samplingSalt } }
    case 'SiteOpened':
      return { ...state, sites: { ...state.sites, [event.site]: event.at } }
    case 'ApprovalRecorded': {
      const { site, approval, protocolVersion, reference, day, at, by } = event
      const recorded = { site, approval, protocolVersion, reference, day, at, by }
      return { ...state, approvals: [...state.approvals, recorded] }
    }
    case 'ApprovalWithdrawn':
      return { ...state, approvals: state.approvals.filter((one) => !isOf(one, event)) }
    case 'LaboratoryRangesRecorded':
      return { ...state, ranges: [...state.ranges, ...event.ranges] }
    case 'InvestigatorNamed':
    case 'DutiesDelegated':
    case 'DelegationAccepted':
    case 'DelegationEnded':
    case 'TrainingRecorded':
    case 'TrainingWithdrawn':
    case 'FindingExplained':
      return { ...state, delegation: evolveDelegation(state.delegation ?? initialDelegation, event) }
    case 'MonitoringVisitRecorded':
    case 'MonitoringActionClosed':
    case 'MonitoringVisitSigned':
      return { ...state, monitoring: evolveMonitoring(state.monitoring ?? initialMonitoring, event) }
    case 'SitesFrozen':
    case 'SiteLocked': {
      const { at, by, reason } = event
      return closing(state, siteOf(event), { kind: event.type === 'SitesFrozen' ? 'frozen' : 'locked', at, by, reason })
    }
    case 'SitesUnfrozen':
    case 'SiteUnlocked':
      return closing(state, siteOf(event), undefined)
    case 'DatabaseLocked':
      return { ...state, locked: { at: event.at, by: event.by, note: event.note } }
    case 'UnlockProposed':
      return { ...state, unlockProposed: { at: event.at, by: event.by, note: event.note } }
    case 'DatabaseUnlocked': {
      // An unblinding proposed for the locked data lapses with the lock.
      const { locked: _locked, unlockProposed: _asked, proposed: _proposed, ...rest } = state
      return rest
    }
    case 'UnblindingProposed':
      return { ...state, proposed: { at: event.at, by: event.by, note: event.note } }
    case 'UnblindingConfirmed':
      return { ...state, unblinded: { at: event.at, by: event.by } }
  }
}

const isOf = (one: SiteApproval, of: Pick<SiteApproval, 'site' | 'approval' | 'protocolVersion'>): boolean =>
  one.site === of.site && one.approval === of.approval && one.protocolVersion === of.protocolVersion

/** Of the whole study none is named; what is read back from the records then holds null, as any act of no site does. */
const siteOf = ({ site }: { readonly site?: string | null }): string | undefined => site ?? undefined

function closing(state: StudyState, site: string | undefined, closure: Closure | undefined): StudyState {
  const { study, sites } = state.closed ?? { study: undefined, sites: {} }
  if (site === undefined) return { ...state, closed: { ...(closure ? { study: closure } : {}), sites } }
  const others = Object.fromEntries(Object.entries(sites).filter(([id]) => id !== site))
  const now = closure ? { ...others, [site]: closure } : others
  return { ...state, closed: { ...(study ? { study } : {}), sites: now } }
}
