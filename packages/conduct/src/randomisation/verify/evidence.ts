import type { ImportedList } from '../import/importedList.ts'
import type { RandomisationList } from '../list.ts'
import type { Profile } from '../methods/minimisation.ts'
import type { SealedNumbers } from '../numbers.ts'

/** Everything that is compared to show that each participant got the arm that was sealed, as it was found. */
export interface AllocationEvidence {
  /** The commitment in the open log's event, and one that was kept elsewhere, on paper or in a registry. */
  readonly published: string | undefined
  readonly kept?: string
  /** What the sealed event holds: the list, and the seed it was drawn from (hex); undefined when nothing was sealed. */
  readonly revealed: unknown
  /** Minimisation: the number of each place, and the arm of those taken. */
  readonly slots: readonly {
    readonly stratum: string
    readonly slot: number
    readonly arm: string | null
    readonly number?: number | null
  }[]
  /** The table of allocations. */
  readonly allocations: readonly { readonly participant: string; readonly stratum: string; readonly slot: number }[]
  /** The sealed events of allocation, in the order of their log. */
  readonly allocated: readonly {
    readonly participant: string
    readonly stratum: string
    readonly slot: number
    readonly arm: string
  }[]
  /** The open events of randomisation. */
  readonly randomised: readonly {
    readonly participant: string
    readonly stratum: string
    /** Minimisation: the levels the arm was worked out from. */
    readonly levels?: Profile
  }[]
}

/** A list made elsewhere has no seed. */
export type Revealed =
  | { readonly list: RandomisationList; readonly seed: string }
  | { readonly list: ImportedList; readonly seed?: undefined }
  | { readonly list: SealedNumbers; readonly seed: string }

/** What a sealed event reveals, or undefined when it does not have the shape of a list. */
export function readRevealed(value: unknown): Revealed | undefined {
  if (!isRecord(value) || !isRecord(value['list'])) return undefined
  const { list, seed } = value
  const { specification, lists, numbers, salt } = list as Readonly<Record<string, unknown>>
  if (seed !== undefined && (typeof seed !== 'string' || !/^([0-9a-f]{2})+$/.test(seed))) return undefined
  if (!isRecord(specification) || typeof salt !== 'string') return undefined
  if (specification['method'] === 'minimisation')
    return seed !== undefined && areNumbers(numbers) ? (value as unknown as Revealed) : undefined
  if (!Array.isArray(lists)) return undefined
  // Only a list that says it was made elsewhere may come without its seed.
  if ((specification['method'] === 'imported') !== (seed === undefined)) return undefined
  const whole = lists.every((part) => isRecord(part) && typeof part['stratum'] === 'string' && areTexts(part['arms']))
  return whole ? (value as unknown as Revealed) : undefined
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every((part) => typeof part === 'string')

const areNumbers = (value: unknown): boolean =>
  Array.isArray(value) && value.every((part) => Number.isSafeInteger(part) && part >= 0 && part < 2 ** 32)
