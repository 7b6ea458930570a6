export interface ListSpecification {
  readonly method: 'simple' | 'permutedBlocks'
  readonly ratio: Readonly<Record<string, number>>
  /** Sizes drawn from with equal chance; empty for the simple method. */
  readonly blocks: readonly number[]
  readonly strata: readonly string[]
  readonly slotsPerStratum: number
}

export interface RandomisationList {
  readonly specification: ListSpecification
  readonly lists: readonly {
    readonly stratum: string
    readonly arms: readonly string[]
    readonly blocks: readonly number[]
  }[]
  /** 32 random bytes in hex; without them the commitment could be tried out. */
  readonly salt: string
}
