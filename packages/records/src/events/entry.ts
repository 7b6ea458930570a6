/** One command's whole effect, appended or refused as one. `text` members are canonical JSON (RFC 8785) without position or time. */
export type AppendEntry = {
  readonly studyId: string
  readonly streamId: string
  /** Events the caller has seen in the stream; another number is answered with `conflict`. */
  readonly expectedVersion: number
  /** Events the caller has seen in the study's own stream, where the decision rests on it; another number is a `conflict`. */
  readonly studyVersion?: number
  /** Idempotency key, a UUID. */
  readonly key: string
  /** SHA-256 (hex) of the request's body. */
  readonly bodyHash: string
  /** Account that acts, and the role and site it acts for. */
  readonly actor: string
  readonly role: string
  readonly site?: string | null
  /** Hash of the compiled study the decision was taken under. */
  readonly definitionHash?: string | null
  /** The answer to store for a repeated request. */
  readonly response: string
  readonly events: readonly NewEvent[]
  readonly readModels?: readonly (Derived | Deriving)[]
  readonly allocate?: Allocate | null
  /** Taken only through the unblinded pool. */
  readonly sealedEvents?: readonly (NewEvent & { readonly streamId: string })[]
  /** Sealed streams the decision was made on, and the events seen in each; another number is answered with `conflict`. */
  readonly expectedSealed?: readonly { readonly streamId: string; readonly version: number }[]
  readonly outbox?: readonly { readonly kind: string; readonly payload: unknown }[]
}

/** Where the caller decided on what another command of the same stream, still being written, leads to. */
export type Ahead = Promise<AppendResult>

export type NewEvent = { readonly type: string; readonly text: string }

/**
 * A document to keep for quick reading; null removes it. One that is worked out (`derive`) is so when it is sent, and not at all
 * where a command decided on this one goes with it and brings the document as it is then.
 */
export type Derived = {
  readonly kind: string
  readonly key: string
  readonly site?: string | null
  /** Text that lists are ordered by; the key unless told. */
  readonly sort?: string
  readonly document: unknown
}

export type Deriving = Omit<Derived, 'document'> & { readonly derive: () => unknown }

/** Every document worked out. */
export const derived = (documents: readonly (Derived | Deriving)[]): readonly Derived[] =>
  documents.map((each) => {
    if (!('derive' in each)) return each
    const { derive, ...rest } = each
    return { ...rest, document: derive() }
  })

/** Takes the stratum's next slot for the participant. `at` is the study clock, kept in the sealed event. */
export type Allocate = {
  readonly stratum: string
  /** Minimisation: the participant's level of each factor, from which the database works the arm out. */
  readonly profile?: Readonly<Record<string, string>>
  readonly participant: string
  readonly site?: string | null
  readonly at?: string
}

export type AppendResult =
  | { readonly result: 'appended'; readonly version: number; readonly positions: readonly number[] }
  /** Carried out before under this key: the stored answer. */
  | { readonly result: 'replayed'; readonly response: string }
  /** The key was used for another request, or by another account. */
  | { readonly result: 'keyReused' }
  | { readonly result: 'conflict'; readonly version: number }
  | { readonly result: 'noList' }
  | { readonly result: 'listExhausted' }
  /** Minimisation: the levels are not those of the sealed factors. */
  | { readonly result: 'levelUnforeseen' }
  | { readonly result: 'alreadyAllocated' }
  /** Perhaps stored, perhaps not: repeat it under the same key. */
  | { readonly result: 'unknown'; readonly reason: string }
