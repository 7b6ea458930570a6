import type { Text } from '@trialwright/protocol'
import type { Mode } from '../context.ts'

export interface SiteRecruitment {
  readonly site: string
  readonly title: Text
  readonly target: number
  readonly opened?: string
  /** Whether it may include now: opened, and every approval stands. */
  readonly including: boolean
  /** What it lacks. */
  readonly missingApprovals: readonly Text[]
  readonly registered: number
  readonly consented: number
  readonly screenFailed: number
  readonly randomised: number
  /** Randomised per calendar month, `2026-11`, without gaps from the first to the present month. */
  readonly byMonth: readonly { readonly month: string; readonly randomised: number }[]
}

/** The flow of participants as CONSORT draws it, without arms. */
export interface Flow {
  readonly registered: number
  readonly consented: number
  /** Registered, and said no. */
  readonly declined: number
  readonly inScreening: number
  readonly screenFailed: number
  /** How often each criterion was not met; one person may fail several. */
  readonly failedCriteria: readonly { readonly criterion: string; readonly count: number }[]
  readonly withdrewBeforeRandomisation: number
  readonly eligibleNotYetRandomised: number
  readonly randomised: number
  readonly startedTreatment: number
  readonly onTreatment: number
  readonly stoppedTreatment: number
  readonly completedTreatment: number
  readonly withdrewAfterRandomisation: number
  readonly completed: number
}

/** A site's way to its first participant: what is recorded and what is still missing. */
export interface SiteActivation {
  readonly site: string
  readonly title: Text
  readonly opened?: string
  readonly including: boolean
  /** The protocol version that runs here; absent where no version has every approval. */
  readonly version?: string
  readonly approvals: readonly {
    readonly approval: string
    readonly title: Text
    readonly eachVersion: boolean
    readonly recorded?: {
      readonly version: string
      readonly reference: string
      readonly day: string
      readonly at: string
      readonly by: string
      /** Read from the training records, not recorded by itself. */
      readonly computed: boolean
    }
  }[]
}

export interface SitesView {
  readonly today: string
  /** The version approvals are recorded for. */
  readonly version: string
  readonly opened: boolean
  readonly sites: readonly SiteActivation[]
}

export interface OverviewView {
  readonly study: string
  readonly today: string
  readonly mode?: Mode
  readonly target: number
  readonly randomised: number
  readonly sites: readonly SiteRecruitment[]
  readonly flow: Flow
  readonly overdue: number
  readonly missing: number
  readonly sealed?: { readonly commitment: string; readonly at: string }
  readonly opened?: { readonly at: string }
  readonly assumptions: readonly {
    readonly id: string
    readonly value: unknown
    readonly title: Text
    readonly why: string
    readonly question: string
    readonly confirmed?: { readonly by: string; readonly source: string }
  }[]
}
