import type { Draft } from './raw.ts'
import type { Conflict, Recorded } from './merge.ts'

/*
 * What is typed and not saved survives a reload and a session that ran out. It lies in this tab alone (sessionStorage), under
 * the account that typed it, and is gone when the tab closes, when that person signs out, when somebody else signs in, and
 * after half a day: ward machines are shared.
 */

export interface KeptDraft {
  readonly draft: Draft
  readonly version: number
  readonly base: Recorded
  /** Still to be chosen: a reload must not choose. */
  readonly conflicts: readonly Conflict[]
  readonly reasons: Readonly<Record<string, string>>
}

const prefix = 'trialwright.draft:'
const kept = 12 * 3_600_000

export const draftKey = (account: string, ...place: readonly string[]): string =>
  `${prefix}${account}:${place.join('/')}`

export function keepDraft(key: string, draft: KeptDraft | undefined): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify({ ...draft, at: Date.now() }))
  } catch {
    // A browser that keeps nothing, or is full: the page itself still holds what is typed.
  }
}

export function findDraft(key: string): KeptDraft | undefined {
  try {
    const text = sessionStorage.getItem(key)
    if (text === null) return undefined
    const { at, ...draft } = JSON.parse(text) as KeptDraft & { readonly at: number }
    return Date.now() - at < kept ? draft : undefined
  } catch {
    return undefined
  }
}

/** Leaves the drafts of this account alone, and no other's; without one, none. */
export function forgetDrafts(account?: string): void {
  const own = account === undefined ? undefined : `${prefix}${account}:`
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(prefix) && (own === undefined || !key.startsWith(own))) sessionStorage.removeItem(key)
}
