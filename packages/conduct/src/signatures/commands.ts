/** The investigator's signature under one visit. */
export interface SignVisit {
  readonly type: 'signVisit'
  readonly encounter: string
  /** Hash of the record the person was shown; another one is there when somebody changed it meanwhile. */
  readonly seen: string
}

/** The investigator's signature under everything recorded of the participant. */
export interface SignCasebook {
  readonly type: 'signCasebook'
  readonly seen: string
}

export type SignatureCommand = SignVisit | SignCasebook
