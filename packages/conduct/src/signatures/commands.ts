/** One visit's record, as it was shown to who signs. */
export interface SeenVisit {
  readonly encounter: string
  /** Hash of the record the person was shown; another one is there when somebody changed it meanwhile. */
  readonly seen: string
}

/** The investigator's signature under one visit. */
export interface SignVisit extends SeenVisit {
  readonly type: 'signVisit'
}

/** The same under several visits in one act of signing, a signature for each; all of them are signed, or none. */
export interface SignVisits {
  readonly type: 'signVisits'
  readonly visits: readonly SeenVisit[]
}

/** The investigator's signature under everything recorded of the participant. */
export interface SignCasebook {
  readonly type: 'signCasebook'
  readonly seen: string
}

export type SignatureCommand = SignVisit | SignVisits | SignCasebook
