/** Values of one form that were compared with their source. */
export interface Compared {
  readonly encounter: string
  readonly form: string
  /** Each with the version that was compared: another one is there when somebody changed it meanwhile. */
  readonly values: readonly { readonly item: string; readonly version: number }[]
}

/** The monitor has compared values with their source. */
export interface VerifyValues extends Compared {
  readonly type: 'verifyValues'
}

/** The same of several forms, as when a whole visit was compared; all of it is marked, or nothing. */
export interface VerifyForms {
  readonly type: 'verifyForms'
  readonly forms: readonly Compared[]
}

/** Takes back what was marked by mistake. */
export interface UnverifyValues {
  readonly type: 'unverifyValues'
  readonly encounter: string
  readonly form: string
  readonly items: readonly string[]
  readonly reason: string
}

export type VerificationCommand = VerifyValues | VerifyForms | UnverifyValues
