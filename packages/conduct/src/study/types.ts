import type { Text } from '@trialwright/protocol'
import type { Mode } from '../context.ts'

export interface SiteRecruitment {
  readonly site: string
  readonly title: Text
  readonly target: number
  readonly opened?: string
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
