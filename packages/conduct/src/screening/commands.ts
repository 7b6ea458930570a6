/** The investigator's signature under the verdict; the server has checked the password again. */
export interface ConfirmEligibility {
  readonly type: 'confirmEligibility'
}

export interface RecordScreenFailure {
  readonly type: 'recordScreenFailure'
  /** Needed when no criterion has failed: why screening ends all the same. */
  readonly note: string
}

export interface StartRescreening {
  readonly type: 'startRescreening'
  readonly reason: string
}

export type ScreeningCommand = ConfirmEligibility | RecordScreenFailure | StartRescreening
