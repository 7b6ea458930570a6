import type { CriterionAnswer, Standing, Text } from '@trialwright/protocol'
import type { Recorded } from '../context.ts'
import type { Signature } from '../signatures/signature.ts'

/** One criterion as it stood when somebody signed. */
export interface CriterionSnapshot {
  readonly id: string
  readonly answer: CriterionAnswer
  readonly standing: Standing
  readonly used: readonly {
    readonly label: Text
    readonly shown: Text
    readonly date?: string
    readonly encounter?: string
  }[]
}

export interface EligibilityConfirmed extends Recorded {
  readonly type: 'EligibilityConfirmed'
  readonly day: string
  readonly criteria: readonly CriterionSnapshot[]
  readonly signature: Signature<'confirmsEligibility'>
}

export interface ScreenFailed extends Recorded {
  readonly type: 'ScreenFailed'
  readonly day: string
  /** Ids of the criteria not met, in protocol order; empty when screening ended for another reason. */
  readonly criteria: readonly string[]
  readonly note: string
}

/** Everything is asked anew: earlier visits and forms stay readable but no longer count. */
export interface RescreeningStarted extends Recorded {
  readonly type: 'RescreeningStarted'
  readonly day: string
  readonly reason: string
}

export type ScreeningEvent = EligibilityConfirmed | ScreenFailed | RescreeningStarted
