import { type CompiledForm, type Entry, parseEntry, type RawEntry, type Refusal } from '@trialwright/protocol'
import { useMemo, useState } from 'react'
import type { FilledFormView } from '../../api/formTypes.ts'
import { useWords } from '../../language/useWords.tsx'
import { type Draft, isBlank, rawOf, recordedRaw, sameRaw, toSend, typedSince } from './raw.ts'

export interface Checked {
  readonly raw: RawEntry
  /** What is recorded, as it is typed. */
  readonly base: RawEntry
  /** What saving would send. */
  readonly sent: RawEntry
  readonly recorded: Entry | undefined
  readonly changed: boolean
  /** What the entry was read as, where it can be read. */
  readonly entry: Entry | undefined
  readonly refusals: readonly Refusal[]
  readonly warnings: readonly Refusal[]
}

/** What stands in a form's fields: recorded values, typed over where somebody has typed, and what is wrong with them. */
export function useDraft(form: CompiledForm, view: FilledFormView, today: string, initial: Draft = {}) {
  const { language } = useWords()
  const [draft, setDraft] = useState<Draft>(initial)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const checked = useMemo(() => {
    const recorded = new Map(view.items.map((one) => [one.item, one.entry]))
    return new Map(
      form.items.map((item): [string, Checked] => {
        const base = recordedRaw(item, recorded.get(item.id), language)
        const start = rawOf(item, recorded.get(item.id), language)
        const raw = draft[item.id] ?? start
        const changed = !sameRaw(raw, start) && !(isBlank(raw) && recorded.get(item.id) === undefined)
        if (!changed)
          return [
            item.id,
            {
              raw,
              base,
              sent: base,
              recorded: recorded.get(item.id),
              changed,
              entry: recorded.get(item.id),
              refusals: [],
              warnings: [],
            },
          ]
        const sent = toSend(raw, base)
        const read = parseEntry(item, sent, language, { today, recorded: recorded.get(item.id) })
        return [
          item.id,
          {
            raw,
            base,
            sent,
            recorded: recorded.get(item.id),
            changed,
            entry: read.ok ? read.value : undefined,
            refusals: read.ok ? [] : read.refusals,
            warnings: read.ok ? read.warnings : [],
          },
        ]
      }),
    )
  }, [form, view, draft, language, today])
  return {
    checked,
    typed: draft,
    replace: setDraft,
    touched,
    set: (item: string, raw: RawEntry) => setDraft((all) => ({ ...all, [item]: raw })),
    drop: (item: string) => setDraft((all) => Object.fromEntries(Object.entries(all).filter(([id]) => id !== item))),
    touch: (item: string) => setTouched((all) => (all.has(item) ? all : new Set(all).add(item))),
    touchAll: () => setTouched(new Set(form.items.map((item) => item.id))),
    /** Forgets what was saved; what was typed since the saving began stays. */
    clear: (saved: Draft) => {
      setDraft((all) => typedSince(all, saved))
      setTouched(new Set())
    },
  }
}
