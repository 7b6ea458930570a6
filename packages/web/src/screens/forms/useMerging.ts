import { useMemo, useState } from 'react'
import type { FilledFormView } from '../../api/formTypes.ts'
import { type Conflict, conflictKey, type Merged, merge, type Recorded, resolve } from './merge.ts'
import type { KeptDraft } from './draftStore.ts'
import { type Draft, typedSince } from './raw.ts'
import type { useDraft } from './useDraft.ts'

type Open = Pick<Merged, 'conflicts' | 'taken'>

const nothing: Open = { conflicts: [], taken: [] }

/** Lays what is typed upon what somebody else has saved meanwhile, and keeps what is still to be chosen. */
export function useMerging(
  view: FilledFormView,
  draft: ReturnType<typeof useDraft>,
  unsaved: boolean,
  /** What this window has saved itself, as it was typed: it comes back with the next version, and is nobody else's. */
  saved: Draft,
  found?: KeptDraft,
) {
  const now = useMemo(
    () => Object.fromEntries([...draft.checked].map(([item, { base }]) => [item, base])),
    [draft.checked],
  )
  const [seen, setSeen] = useState<{ readonly version: number; readonly base: Recorded }>(
    found ? { version: found.version, base: found.base } : { version: view.version, base: now },
  )
  const [open, setOpen] = useState<Open>(found ? { conflicts: found.conflicts, taken: [] } : nothing)
  const { typed, replace } = draft
  // Adjusted while rendering, so that nothing is ever shown, or saved, upon a version it was not laid upon.
  if (view.version !== seen.version) {
    const own = typedSince(typed, saved)
    const merged = unsaved && Object.keys(own).length > 0 ? merge(seen.base, now, own, open.conflicts) : undefined
    replace(merged?.draft ?? own)
    setOpen(merged ? { conflicts: merged.conflicts, taken: [...open.taken, ...merged.taken] } : nothing)
    setSeen({ version: view.version, base: now })
  }
  return {
    ...open,
    /** What is typed stands on what is shown; until then nothing may be saved. */
    settled: view.version === seen.version && open.conflicts.length === 0,
    choose: (conflict: Conflict, choice: 'mine' | 'theirs') => {
      replace(resolve(typed, conflict, choice))
      const key = conflictKey(conflict)
      setOpen({ ...open, conflicts: open.conflicts.filter((one) => conflictKey(one) !== key) })
    },
    seen,
  }
}

export type Merging = ReturnType<typeof useMerging>
