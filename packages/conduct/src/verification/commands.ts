/** The monitor has compared values with their source. */
export interface VerifyValues {
  readonly type: 'verifyValues'
  readonly encounter: string
  readonly form: string
  /** Each with the version that was compared: another one is there when somebody changed it meanwhile. */
  readonly values: readonly { readonly item: string; readonly version: number }[]
}

/** Takes back what was marked by mistake. */
export interface UnverifyValues {
  readonly type: 'unverifyValues'
  readonly encounter: string
  readonly form: string
  readonly items: readonly string[]
  readonly reason: string
}

export type VerificationCommand = VerifyValues | UnverifyValues
