import type { AbsenceReason } from '../value/entry.ts'

/** How an item's answers are spread over virtual participants. Plain data, so that it can be checked against the item. */
export type Distribution =
  | { readonly kind: 'always'; readonly value: number | string }
  /** Bell-shaped; what falls outside the item's range is drawn again. */
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  /** Skewed to the right, as laboratory values are: its logarithm is bell-shaped with this standard deviation. */
  | { readonly kind: 'logNormal'; readonly median: number; readonly spread: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  /** Codes with their weights, in any scale; yes and no are codes too. */
  | { readonly kind: 'oneOf'; readonly weights: Readonly<Record<string, number>> }
  /** A date so many days before the answer; `month` and `year` are the shares known no closer. */
  | {
      readonly kind: 'daysAgo'
      readonly least: number
      readonly most: number
      readonly month?: number
      readonly year?: number
    }

/** An item as virtual participants answer it. */
export interface ItemModel {
  readonly drawn: Distribution
  /** Share of answers that are missing, and the reason given. */
  readonly missing?: { readonly share: number; readonly why: AbsenceReason }
  /** Share typed wrong at first and corrected at the next contact. */
  readonly mistyped?: number
}

type More = Omit<ItemModel, 'drawn'>

export const always = (value: number | string, more: More = {}): ItemModel => ({
  drawn: { kind: 'always', value },
  ...more,
})
export const normal = (mean: number, sd: number, more: More = {}): ItemModel => ({
  drawn: { kind: 'normal', mean, sd },
  ...more,
})
export const logNormal = (median: number, spread: number, more: More = {}): ItemModel => ({
  drawn: { kind: 'logNormal', median, spread },
  ...more,
})
export const uniform = (low: number, high: number, more: More = {}): ItemModel => ({
  drawn: { kind: 'uniform', low, high },
  ...more,
})
export const oneOf = (weights: Readonly<Record<string, number>>, more: More = {}): ItemModel => ({
  drawn: { kind: 'oneOf', weights },
  ...more,
})
/** Yes for this share. */
export const yesFor = (share: number, more: More = {}): ItemModel => oneOf({ yes: share, no: 1 - share }, more)
export const daysAgo = (
  least: number,
  most: number,
  { month, year, ...more }: More & { readonly month?: number; readonly year?: number } = {},
): ItemModel => ({
  drawn: {
    kind: 'daysAgo',
    least,
    most,
    ...(month === undefined ? {} : { month }),
    ...(year === undefined ? {} : { year }),
  },
  ...more,
})
