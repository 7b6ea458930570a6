import type { CompiledForm, Entry, Study } from '@trialwright/protocol'
import { type ReactNode, useMemo } from 'react'
import type { FilledFormView } from '../../api/formTypes.ts'
import { Notice } from '../../elements/Notice.tsx'
import { Refusals } from '../../elements/Refusals.tsx'
import { useWords } from '../../language/useWords.tsx'
import { QueryThread } from '../queries/QueryThread.tsx'
import { ComputedScores } from './ComputedScores.tsx'
import { applies, recordOfForm, scoresOf } from './computed.ts'
import { FormHead } from './FormHead.tsx'
import { ItemRow } from './ItemRow.tsx'
import { MergeView } from './MergeView.tsx'
import { SaveBar } from './SaveBar.tsx'
import { useAskedItem } from './useAskedItem.ts'
import { useFormSaving } from './useFormSaving.ts'

export function FormEditor(props: {
  readonly study: Study
  readonly form: CompiledForm
  readonly view: FilledFormView
  readonly refresh: () => void
  /** Where it is saved, when that is not the participant's own form; then it stands alone, too. */
  readonly saveTo?: string
  /** What is frozen or locked of it, and the ways to do so: below its heading. */
  readonly closures?: ReactNode
}) {
  const { t, say } = useWords()
  const { study, form, view } = props
  useAskedItem()
  const isLog = study.findEncounter(view.encounter)?.contact === 'log'
  const saving = useFormSaving(form, view, props.refresh, props.saveTo, isLog)
  const { draft } = saving
  const record = useMemo(() => {
    const entries: Record<string, Entry> = {}
    for (const [item, { entry }] of draft.checked) if (entry !== undefined) entries[item] = entry
    return recordOfForm(study, form, view.encounter, saving.day.length === 10 ? saving.day : saving.today, entries)
  }, [study, form, view.encounter, draft.checked, saving.day, saving.today])
  const viewOf = new Map(view.items.map((item) => [item.item, item]))
  const disabled = view.toRecord.length > 0
  // Whoever only reads forms need not be told on each that somebody else fills them in.
  const reads = view.toRecord.some(({ code }) => code === 'roleMayNot')
  const items = form.items.filter(
    (item) =>
      viewOf.has(item.id) &&
      applies(study, form, item.appliesTo, record, viewOf.get(item.id)?.applies ?? 'yes') !== 'no',
  )
  return (
    <form className="stack form-page" onSubmit={saving.submit} noValidate>
      <FormHead form={form} view={view} saving={saving} disabled={disabled} dayless={isLog}>
        {props.closures}
      </FormHead>
      {disabled && !reads && (
        <Notice tone="info" title={t('forms.notRecordable')}>
          <ul>
            {view.toRecord.map((refusal) => (
              <li key={refusal.code}>
                {say(refusal.reason)} {say(refusal.remedy)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <MergeView form={form} view={view} merging={saving.merging} />
      <Refusals problem={saving.problem} fields={saving.shownFields} onRetry={() => void saving.save()} />
      {view.queries
        .filter(({ place }) => place.item === undefined)
        .map((query) => (
          <QueryThread key={query.id} query={query} cell={undefined} />
        ))}
      <ComputedScores scores={scoresOf(study, form, record)} />
      <div className="card items">
        {items.map((item) => {
          const checked = draft.checked.get(item.id)
          if (checked === undefined) return null
          return (
            <ItemRow
              key={item.id}
              item={item}
              view={viewOf.get(item.id)}
              checked={{ ...checked, refusals: [...checked.refusals, ...saving.refusalsOf(item.id)] }}
              shown={draft.touched.has(item.id)}
              disabled={disabled || view.closed.some((closure) => closure.item === item.id)}
              closed={view.closed}
              extent={{ encounter: view.encounter, form: form.id, item: item.id }}
              begun={view.version > 0}
              reason={saving.reasons[item.id] ?? ''}
              confirmed={saving.confirmed.has(item.id)}
              set={(raw) => saving.set(item.id, raw)}
              leave={() => draft.touch(item.id)}
              setReason={(reason) => saving.setReason(item.id, reason)}
              setConfirmed={(confirmed) => saving.setConfirmed(item.id, confirmed)}
              queries={view.queries.filter(({ place }) => place.item === item.id)}
              asks={view.mayAsk ? { encounter: view.encounter, form: form.id } : undefined}
              because={saving.becauseOf(item.id)}
              setBecause={(linked) => saving.setBecause(item.id, linked)}
            />
          )
        })}
      </div>
      {!disabled && <SaveBar saving={saving} alone={props.saveTo !== undefined} />}
    </form>
  )
}
