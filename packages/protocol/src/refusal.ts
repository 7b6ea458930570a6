import type { Text } from './text.ts'

/**
 * Why something asked for did not happen, as a value: what is wrong, where, and what to do.
 * Codes are permanent and in the domain's words (`consentMissing`); texts are for people.
 */
export interface Refusal {
  readonly code: string
  /** Path of the offending field in the command or form, `forms.labs.hb`; absent when no single field is at fault. */
  readonly field?: string
  readonly reason: Text
  readonly remedy: Text
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

export const accepted = <T>(value: T): Result<T> => ({ ok: true, value })

export const refused = (
  ...refusals: readonly Refusal[]
): { readonly ok: false; readonly refusals: readonly Refusal[] } => ({
  ok: false,
  refusals,
})
