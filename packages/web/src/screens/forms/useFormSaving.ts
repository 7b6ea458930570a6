import type { CompiledForm, CompiledItem, RawEntry, Refusal } from '@trialwright/protocol'
import { parsePartialDate } from '@trialwright/protocol'
import { type FormEvent, useEffect, useState } from 'react'
import type { Problem } from '../../api/call.ts'
import type { FilledFormView } from '../../api/formTypes.ts'
import { keyOfStudy, participantPath, useMe } from '../../api/queries.ts'
import type { Changed } from '../../api/types.ts'
import { useCommand } from '../../api/useCommand.ts'
import { usePlace } from '../../api/useStudy.ts'
import { useToday } from '../../api/useToday.ts'
import { useWords } from '../../language/useWords.tsx'
import { draftKey, findDraft, keepDraft } from './draftStore.ts'
import { type Draft, rowsWithoutReason, writtenDate } from './raw.ts'
import { type Checked, useDraft } from './useDraft.ts'
import { useMerging } from './useMerging.ts'
import { useLeaveGuard } from './useLeaveGuard.ts'
import { useSaveKey } from './useSaveKey.ts'

/** Everything between a form's fields and the command that records them. */
export function useFormSaving(
  form: CompiledForm,
  view: FilledFormView,
  refresh: () => void,
  saveTo?: string,
  isLog = false,
) {
  const { t, language } = useWords()
  const { study, code } = usePlace()
  const today = useToday()
  const key = draftKey(useMe().data?.name ?? '', study, code, view.encounter, form.id)
  const [found] = useState(() => findDraft(key))
  const draft = useDraft(form, view, today, found?.draft)
  const [typedDay, setDay] = useState<string>()
  const [chosen, setLaboratory] = useState<string>()
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(found?.reasons ?? {})
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set())
  /** Items changed for another reason than the query that waits on them. */
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set())
  const [savedNow, setSavedNow] = useState(false)
  const [stale, setStale] = useState(false)
  const command = useCommand<object, Changed>(
    saveTo ?? `${participantPath(study, code)}/record-form`,
    keyOfStudy(study),
  )

  const dayText = typedDay ?? writtenDate((isLog ? undefined : view.day) ?? today, language)
  const read = parsePartialDate(dayText, language)
  const day = read.ok && read.value.length === 10 ? read.value : ''
  const dayRefusal: Refusal | undefined = read.ok ? undefined : read.refusals[0]
  const laboratory = chosen ?? view.laboratory ?? (view.laboratories.length === 1 ? view.laboratories[0] : undefined)

  const byId = new Map(form.items.map((item) => [item.id, item]))
  const changed = [...draft.checked].filter(([, one]) => one.changed)
  const waiting = changed.filter(
    ([item, one]) =>
      one.refusals.length > 0 ||
      (one.warnings.length > 0 && !confirmed.has(item)) ||
      lacksReason(byId.get(item), one, reasons[item]),
  )
  const otherChanges = typedDay !== undefined || (chosen !== undefined && chosen !== view.laboratory)
  const unsaved = changed.length > 0
  const [saved, setSaved] = useState<Draft>({})
  const merging = useMerging(view, draft, unsaved, saved, found)
  useLeaveGuard(unsaved, t('forms.leave'), () => keepDraft(key, undefined))
  const { typed } = draft
  const { seen, conflicts } = merging
  useEffect(() => {
    keepDraft(key, unsaved ? { draft: typed, version: seen.version, base: seen.base, conflicts, reasons } : undefined)
  }, [key, unsaved, typed, seen, conflicts, reasons])

  const becauseOf = (item: string) => {
    const query = view.queries.find((one) => one.place.item === item && one.status !== 'closed')?.id
    return query === undefined ? undefined : { query, linked: !apart.has(item) }
  }
  const save = async () => {
    draft.touchAll()
    if (!merging.settled || waiting.length > 0 || day === '' || (changed.length === 0 && !otherChanges)) return
    const used = changed
      .filter(([item, one]) => one.recorded !== undefined && (reasons[item] ?? '').trim() !== '')
      .map(([item]) => [item, reasons[item] ?? ''])
    const answer = await command.send(
      {
        encounter: view.encounter,
        form: form.id,
        day,
        laboratory: form.laboratory ? laboratory : undefined,
        entries: Object.fromEntries(changed.map(([item, one]) => [item, one.sent])),
        reasons: used.length === 0 ? undefined : Object.fromEntries(used),
        confirmed:
          confirmed.size === 0 ? undefined : [...confirmed].filter((item) => changed.some(([id]) => id === item)),
        expectedVersion: view.version,
        queries: linkedOf(changed.map(([item]) => [item, becauseOf(item)] as const)),
      },
      () => setSaved(typed),
    )
    if (answer.ok) {
      draft.clear(typed)
      setReasons({})
      setConfirmed(new Set())
      setApart(new Set())
      setDay(undefined)
      setLaboratory(undefined)
      setStale(false)
      setSavedNow(true)
      keepDraft(key, undefined)
    } else if (answer.problem.refusals.some((refusal) => refusal.code === 'formChanged')) {
      setStale(true)
      refresh()
    }
  }
  useSaveKey(() => void save())

  const refusalsOf = (item: string): readonly Refusal[] =>
    (command.problem?.refusals ?? []).flatMap((one) =>
      one.field !== undefined && itemOf(one.field) === item ? [{ ...one, field: within(one.field) }] : [],
    )
  const problem = stale ? withoutStale(command.problem) : command.problem
  return {
    draft,
    today,
    day,
    dayText,
    dayRefusal,
    laboratory,
    reasons,
    confirmed,
    merging,
    stale,
    problem,
    savedNow: savedNow && !unsaved,
    sending: command.sending,
    changed: changed.length,
    otherChanges,
    waiting: waiting.length + merging.conflicts.length,
    refusalsOf,
    // What the server could not read at all is said above the form: its place need not be one of the fields.
    shownFields: (command.problem?.refusals ?? []).flatMap((one) =>
      one.code !== 'malformed' && one.field !== undefined && draft.checked.has(itemOf(one.field)) ? [one.field] : [],
    ),
    setDay,
    setLaboratory,
    set: (item: string, raw: RawEntry) => {
      setSavedNow(false)
      command.dismiss()
      draft.set(item, raw)
    },
    setReason: (item: string, reason: string) => setReasons((all) => ({ ...all, [item]: reason })),
    setConfirmed: (item: string, is: boolean) =>
      setConfirmed((all) => new Set([...all].filter((one) => one !== item).concat(is ? [item] : []))),
    becauseOf,
    setBecause: (item: string, linked: boolean) =>
      setApart((all) => new Set([...all].filter((one) => one !== item).concat(linked ? [] : [item]))),
    save,
    submit: (event: FormEvent) => {
      event.preventDefault()
      void save()
    },
  }
}

/** Whether a change still waits for its reason; rows that come and go have one each. */
export function lacksReason(item: CompiledItem | undefined, { recorded, sent, base }: Checked, reason = ''): boolean {
  if (recorded === undefined || reason.trim() !== '') return false
  return isFreeList(item) && !('absent' in recorded) ? rowsWithoutReason(sent, base).length > 0 : true
}

/** Rows are added and removed by people, each with its own reason. */
export const isFreeList = (item: CompiledItem | undefined): boolean =>
  item?.type === 'repeat' && item.rowFor === undefined

/** The query each changed item is changed because of; undefined where there is none. */
function linkedOf(
  changed: readonly (readonly [string, { readonly query: string; readonly linked: boolean } | undefined])[],
): Readonly<Record<string, string>> | undefined {
  const linked = changed.flatMap(([item, because]) => (because?.linked === true ? [[item, because.query]] : []))
  return linked.length === 0 ? undefined : (Object.fromEntries(linked) as Readonly<Record<string, string>>)
}

export type FormSaving = ReturnType<typeof useFormSaving>

/** Refusals name `entries.nrsNow`, `reasons.nrsNow` or the item itself. */
const itemOf = (field: string): string => within(field).split('.')[0] ?? field

const within = (field: string): string => field.replace(/^(entries|reasons|confirmed|queries)\./, '')

const withoutStale = (problem: Problem | undefined): Problem | undefined => {
  if (problem === undefined) return undefined
  const rest = problem.refusals.filter((refusal) => refusal.code !== 'formChanged')
  return rest.length === 0 && !problem.unknown ? undefined : { ...problem, refusals: rest }
}
