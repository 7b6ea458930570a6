/** What a casebook says, in one language: plain data that both the page and the data file are made of. */
export interface Casebook {
  readonly format: 'trialwright-casebook-1'
  readonly language: 'en' | 'nb'
  readonly title: string
  readonly study: {
    readonly id: string
    readonly title: string
    readonly version: string
    readonly registry: string
    readonly definitionHash: string
  }
  readonly site: string
  readonly participant: string
  /** Label and text, for the front. */
  readonly facts: readonly Fact[]
  readonly parts: readonly Part[]
  readonly signatures: readonly SignatureLine[]
  readonly audit: readonly AuditLine[]
}

export interface SignatureLine {
  readonly what: string
  readonly meaning: string
  readonly name: string
  readonly at: string
  /** Whether it stands for the record as it is now. */
  readonly standing: string
}

export interface Fact {
  readonly label: string
  readonly text: string
}

/** An encounter, with the forms that belong to it. */
export interface Part {
  readonly encounter: string
  readonly title: string
  readonly facts: readonly Fact[]
  readonly forms: readonly FormPart[]
}

export interface FormPart {
  readonly form: string
  readonly title: string
  readonly facts: readonly Fact[]
  readonly note?: string
  readonly items: readonly ItemPart[]
  /** On its values, or on the form as a whole. */
  readonly queries: readonly QueryPart[]
}

export interface QueryPart {
  readonly query: string
  /** Where it was asked; without an item, of the form as a whole. */
  readonly item?: string
  readonly row?: string
  readonly column?: string
  readonly about: string
  readonly state: 'open' | 'answered' | 'closed'
  /** The state in words. */
  readonly standing: string
  /** Since when it stands so, UTC. */
  readonly since: string
  readonly byCheck: boolean
  readonly steps: readonly {
    readonly at: string
    readonly by: string
    readonly role: string
    /** An edit check did it; `by` is whose act caused it. */
    readonly byCheck: boolean
    readonly kind: 'asked' | 'answered' | 'corrected' | 'closed' | 'reopened'
    readonly did: string
    readonly text?: string
  }[]
}

/** A version of a value whose times are worth knowing; of a cell where `row` and `column` are given. */
export interface TimingLine {
  readonly row?: string
  readonly column?: string
  readonly version: number
  /** Days from the day of the form to its first entry, where that is late. */
  readonly lateDays?: number
  /** By the device's clock, with its offset, and by the database's, UTC, where they are apart. */
  readonly entered?: string
  readonly stored?: string
  readonly text: string
}

export interface ItemPart {
  readonly item: string
  readonly label: string
  readonly question: string
  readonly value: string
  /** `value`, or why there is none. */
  readonly state: 'value' | 'absent' | 'empty' | 'notApplicable' | 'hidden' | 'blank'
  readonly by?: string
  readonly corrections?: string
  readonly timing?: readonly TimingLine[]
  /** Of a repeating item: its columns and the cells of each row. */
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
}

export interface AuditLine {
  readonly position: number
  readonly at: string
  readonly by: string
  readonly role: string
  readonly what: string
  readonly changes: readonly {
    readonly label: string
    readonly from?: string
    readonly to: string
    readonly reason?: string
  }[]
  readonly leafHash?: string
}
