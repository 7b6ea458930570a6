import { randomUUID } from 'node:crypto'
import type { Database } from './pools/database.ts'
import { certain } from './pools/failure.ts'

export type SealedList = {
  readonly studyId: string
  /** Arms in drawn order, per stratum; of minimisation the drawn numbers of the whole trial. */
  readonly strata: readonly ({ readonly stratum: string } & (
    | { readonly arms: readonly string[] }
    | { readonly numbers: readonly number[] }
  ))[]
  /** What the database works an arm out by; only with numbers. */
  readonly minimisation?: object
  /** Published hash of the list (commit and reveal), made by whoever drew it. */
  readonly commitment: string
  /** Method in words that may be public: no block sizes. */
  readonly method: string
  /** Everything needed to draw the list again, seed included: canonical JSON. Kept in a sealed event only. */
  readonly specification: string
  readonly actor: string
  readonly role: string
  /** Study clock. */
  readonly at: string
}

/** The command that seals: its idempotency key, the hash of its body, and what a repetition is answered. */
export type SealingCommand = { readonly key: string; readonly bodyHash: string; readonly response: string }

/** Writes the list, once for all; without a command, one that is never repeated. The open event `RandomisationListSealed` tells commitment, method, strata and their sizes. */
export const sealList = async (
  unblinded: Database,
  list: SealedList,
  { key, bodyHash, response }: SealingCommand = { key: randomUUID(), bodyHash: '', response: '' },
): Promise<'sealed' | 'replayed' | 'keyReused' | 'alreadySealed'> =>
  certain(
    await unblinded.write<{ answer: 'sealed' | 'replayed' | 'keyReused' | 'alreadySealed' }>(
      'select unblinded.seal_list_once($1, $2, $3, $4) as answer',
      [JSON.stringify(list), key, bodyHash, response],
    ),
  )[0]!.answer

export type Allocation = {
  readonly participant: string
  readonly stratum: string
  readonly slot: number
  readonly arm: string
  readonly allocatedAt: string
}

/** One participant's allocation; null when not randomised. For unblinded roles and code breaks. */
export const findAllocation = async (
  unblinded: Database,
  studyId: string,
  participant: string,
): Promise<Allocation | null> =>
  (
    await unblinded.read<{ allocation: Allocation | null }>('select unblinded.allocation_of($1, $2) as allocation', [
      studyId,
      participant,
    ])
  )[0]!.allocation

/** All allocations made so far, by participant. Slots not yet taken can be read by no role. */
export const listAllocations = async (unblinded: Database, studyId: string): Promise<readonly Allocation[]> =>
  (
    await unblinded.read<{ allocations: readonly Allocation[] }>('select unblinded.allocations($1) as allocations', [
      studyId,
    ])
  )[0]!.allocations

export type StratumState = { readonly stratum: string; readonly slots: number; readonly taken: number }

/** Slots in the list and slots taken, per stratum; empty while no list is sealed. */
export const listState = async (unblinded: Database, studyId: string): Promise<readonly StratumState[]> =>
  (await unblinded.read<{ state: readonly StratumState[] }>('select unblinded.list_state($1) as state', [studyId]))[0]!
    .state
