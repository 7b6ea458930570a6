import type { CriterionAnswer, Refusal, Text, Verdict } from '@trialwright/protocol'
import type { Audience } from '../queries/audience.ts'
import type { WithdrawalScope } from '../consent/commands.ts'
import type { Recorded } from '../context.ts'
import type { CriterionSnapshot } from '../screening/events.ts'
import type { OpenLine } from '../locks/open.ts'
import type { ClosureView, CorrectionView } from '../locks/types.ts'
import type { Signature } from '../signatures/signature.ts'
import type { InfusionState } from '../treatment/state.ts'
import type { UnblindingView } from '../unblinding/participantView.ts'
import type { VerificationProgress } from '../verification/progress.ts'
import type { ParticipantCommandType } from './commands.ts'

export type ParticipantStatus =
  | 'registered'
  | 'declined'
  | 'consented'
  | 'inScreening'
  | 'eligible'
  | 'screenFailed'
  | 'randomised'
  | 'onTreatment'
  | 'treatmentStopped'
  | 'inFollowUp'
  | 'completed'
  | 'withdrawn'

export type EncounterStatus =
  | 'notYetPlannable'
  | 'upcoming'
  | 'due'
  | 'overdue'
  | 'booked'
  | 'done'
  | 'missed'
  | 'notApplicable'
  /** A log, open from consent on. */
  | 'running'

export interface MissingForm {
  readonly form: string
  readonly title: Text
  readonly state: 'notStarted' | 'incomplete'
  /** Items still without a value, in the form's order. */
  readonly items: readonly string[]
}

/** One planned contact and what became of it. Days are local calendar days of the site. */
export interface ScheduledEncounter {
  readonly id: string
  readonly title: Text
  readonly short: Text
  readonly epoch: string
  readonly contact: 'visit' | 'phone' | 'home' | 'imaging' | 'log' | 'unscheduled'
  readonly administers: boolean
  readonly state: EncounterStatus
  readonly planned?: string
  /** First and last day of the window, both included. */
  readonly from?: string
  readonly to?: string
  readonly booked?: string
  readonly day?: string
  /** Why it was outside its window, corrected or missed. */
  readonly reason?: string
  readonly inWindow?: boolean
  /** Forms that apply, in order. */
  readonly forms: readonly { readonly form: string; readonly title: Text; readonly version: number }[]
  readonly formsMissing: readonly MissingForm[]
  /** Whether an investigator's signature stands under it. */
  readonly signed: 'unsigned' | 'valid' | 'void'
}

/** An encounter that waits, with all that decides when it is due. */
export interface Waiting {
  readonly encounter: string
  readonly title: Text
  readonly state: EncounterStatus
  readonly planned?: string
  readonly from?: string
  readonly to?: string
  readonly booked?: string
  /** Forms with something missing. */
  readonly missing: number
}

/** A row of the list; its document is kept with the records and brought up to the day by `asOf`. */
export interface ParticipantSummary {
  readonly code: string
  readonly site: string
  readonly status: ParticipantStatus
  readonly verdict: Verdict
  /** The day the row holds for. */
  readonly today: string
  readonly nextDue?: Waiting
  readonly waiting: readonly Waiting[]
  readonly overdue: number
  /** Forms with something missing, at encounters that are over, due or overdue. */
  readonly missing: number
  /** Of them, those at encounters that took place, and in logs. */
  readonly missingAtVisits: number
  /** Queries that wait for the site, by who may read them. */
  readonly openQueries: Readonly<Record<Audience, number>>
  readonly reconsentDue: boolean
  /** From this day on a newer version of the consent is in force than the one given. */
  readonly reconsentFrom?: string
  readonly held: boolean
  readonly infusions: { readonly given: number; readonly planned: number }
  /** Infusions asked for or handed over, and not begun. */
  readonly bags?: readonly {
    readonly encounter: string
    readonly title: Text
    readonly state: 'requested' | 'ready'
    /** The day it was asked for. */
    readonly day: string
  }[]
  /** Treatment ended with an infusion asked for and not begun: a bag of it may lie in the pharmacy. */
  readonly bagLeft?: true
  /** What runs out while the participant waits to be randomised. */
  readonly expiring?: { readonly day: string; readonly criteria: readonly string[] }
  readonly screenFailure?: { readonly criteria: readonly string[]; readonly note: string }
  readonly stopReason?: string
  /** Values to be compared with their source, and those that were. */
  readonly verification?: VerificationProgress
  /** What a lock would find open, line by line; only lines with something open. */
  readonly open?: readonly OpenLine[]
  /** Days from which a deviation that nobody has judged counts. */
  readonly deviationDays?: readonly string[]
  readonly days: {
    readonly registered?: string
    readonly consented?: string
    readonly confirmed?: string
    readonly screenFailed?: string
    readonly randomised?: string
    readonly firstInfusion?: string
    readonly lastInfusion?: string
    readonly stopped?: string
    readonly withdrawn?: string
    readonly completed?: string
  }
  /** Version of the stream it was made from. */
  readonly version: number
}

/** A row as a role may read it. */
export interface ParticipantRow extends Omit<ParticipantSummary, 'openQueries' | 'deviationDays' | 'bagLeft'> {
  /** Queries that wait for the site. */
  readonly queries: number
}

/** A rule and how it stands now. */
export interface RuleView {
  readonly id: string
  readonly kind: 'requirement' | 'hold' | 'stop'
  readonly text: Text
  readonly remedy: Text
  readonly reading?: Text
  readonly assumes: readonly string[]
  readonly answer: CriterionAnswer
}

export interface InfusionView extends InfusionState {
  readonly encounter: string
  readonly title: Text
}

/** What may be asked for now, and why not. */
export interface Possibility {
  readonly command: ParticipantCommandType
  readonly encounter?: string
  readonly refusals: readonly Refusal[]
}

export interface ParticipantView {
  readonly code: string
  readonly site: { readonly id: string; readonly title: Text; readonly timeZone: string }
  readonly status: ParticipantStatus
  readonly today: string
  readonly version: number
  readonly consent: {
    readonly given: readonly {
      readonly version: string
      readonly title: Text
      readonly day: string
      readonly at: string
      readonly by: Recorded['by']
    }[]
    /** The version in force today. */
    readonly current?: { readonly version: string; readonly title: Text; readonly from: string }
    readonly reconsentDue: boolean
    readonly declined?: { readonly day: string; readonly reason: string }
    readonly withdrawn?: { readonly day: string; readonly scope: WithdrawalScope; readonly reason: string }
  }
  readonly screening: {
    readonly attempt: number
    readonly verdict: Verdict
    readonly confirmed?: {
      readonly day: string
      readonly signature: Signature<'confirmsEligibility'>
      readonly criteria: readonly CriterionSnapshot[]
    }
    readonly failed?: { readonly day: string; readonly criteria: readonly string[]; readonly note: string }
  }
  readonly randomised?: { readonly day: string; readonly at: string; readonly number: string }
  readonly treatment: {
    readonly infusions: readonly InfusionView[]
    readonly planned: number
    readonly held?: { readonly at: string; readonly reason: string }
    readonly stopped?: { readonly day: string; readonly reason: string; readonly rule?: string }
    readonly holds: readonly RuleView[]
    readonly stops: readonly RuleView[]
    /** The infusion whose turn it is. */
    readonly next?: string
  }
  /** Who came to know the arm, and how; never the arm. */
  readonly unblinding: UnblindingView
  readonly schedule: readonly ScheduledEncounter[]
  /** Frozen and locked: the study, the site, and parts of the participant's data. */
  readonly closed: readonly ClosureView[]
  /** The database is locked. */
  readonly locked: boolean
  readonly corrections: readonly CorrectionView[]
  readonly logs: readonly ScheduledEncounter[]
  /** The commands of the moment, allowed or with what stands in the way, for the person looking. */
  readonly possible: readonly Possibility[]
}
