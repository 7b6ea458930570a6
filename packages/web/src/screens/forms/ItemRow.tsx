import { type AbsenceReason, type CompiledItem, formatEntry } from '@trialwright/protocol'
import { useId } from 'react'
import type { FormItem } from '../../api/formTypes.ts'
import type { Closure } from '../../api/lockTypes.ts'
import type { QueryView } from '../../api/queryTypes.ts'
import { Said } from '../../elements/Field.tsx'
import { useWords } from '../../language/useWords.tsx'
import { ClosureBar, type Extent } from '../locks/ClosureBar.tsx'
import { ClosureChip } from '../locks/ClosureChip.tsx'
import { AskButton } from '../queries/AskButton.tsx'
import { ItemQueries } from '../queries/ItemQueries.tsx'
import { VerifyMark } from '../verification/VerifyMark.tsx'
import { AbsenceMenu } from './AbsenceMenu.tsx'
import { Correction } from './Correction.tsx'
import { EntryControl } from './EntryControl.tsx'
import { HistoryButton } from './HistoryButton.tsx'
import { ListControl } from './ListControl.tsx'
import { ReadOnly } from './ReadOnly.tsx'
import { RowsControl } from './RowsControl.tsx'
import type { Checked } from './useDraft.ts'
import { isFreeList } from './useFormSaving.ts'

export interface ItemRowProps {
  /** What is frozen or locked of the form. */
  readonly closed: readonly Closure[]
  readonly extent: Extent
  readonly item: CompiledItem
  readonly view: FormItem | undefined
  readonly checked: Checked
  readonly shown: boolean
  readonly disabled: boolean
  /** The form has been saved before, so that what is empty is missing. */
  readonly begun: boolean
  readonly reason: string
  readonly confirmed: boolean
  readonly set: (raw: Checked['raw']) => void
  readonly leave: () => void
  readonly setReason: (reason: string) => void
  readonly setConfirmed: (confirmed: boolean) => void
  readonly queries: readonly QueryView[]
  /** Where the value stands, for a person who may ask about it. */
  readonly asks: { readonly encounter: string; readonly form: string } | undefined
  /** The query a change is made because of. */
  readonly because: { readonly query: string; readonly linked: boolean } | undefined
  readonly setBecause: (linked: boolean) => void
}

/** One question: its words to the left, the answer and all that is said of it to the right. */
export function ItemRow(props: ItemRowProps) {
  const { t, say } = useWords()
  const id = useId()
  const { item, checked } = props
  const refusals = props.shown ? checked.refusals : []
  const own = refusals.filter((one) => one.field === item.id || one.field === undefined)
  const control = {
    id,
    'aria-describedby':
      [own.length > 0 && `${id}-problem`, item.help && `${id}-help`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': own.length > 0 ? true : undefined,
  }
  const closure = props.closed.find((one) => one.item === item.id)
  const isChoice = (item.type === 'coded' || item.type === 'yesNo') && Object.keys(item.codes ?? {}).length <= 6
  const question = (
    <>
      {say(item.question)}
      {closure !== undefined && (
        <>
          {' '}
          <ClosureChip kind={closure.kind} />
        </>
      )}
      {item.optional && <span className="quiet small"> ({t('forms.optional')})</span>}
    </>
  )
  const absent = checked.raw.absent
  return (
    <div
      id={`item-${item.id}`}
      className={`item ${checked.changed ? 'changed' : ''}`}
      role={isChoice ? 'group' : undefined}
      aria-labelledby={isChoice ? `${id}-label` : undefined}
    >
      <div className="asked">
        {isChoice || item.type === 'repeat' ? (
          <span className="label" id={`${id}-label`}>
            {question}
          </span>
        ) : (
          <label className="label" id={`${id}-label`} htmlFor={id}>
            {question}
          </label>
        )}
        {item.help && (
          <div className="quiet small" id={`${id}-help`}>
            {say(item.help)}
          </div>
        )}
      </div>
      <div className="answer field">
        <div className="row">
          {props.disabled ? (
            <ReadOnly item={item} entry={checked.recorded} />
          ) : absent !== undefined ? (
            <strong>{t(`absent.${absent as AbsenceReason}`)}</strong>
          ) : isFreeList(item) ? (
            <ListControl
              item={item}
              checked={checked}
              rows={props.view?.rows ?? []}
              change={props.set}
              problems={refusals}
              labelledBy={`${id}-label`}
              shown={props.shown}
            />
          ) : item.type === 'repeat' ? (
            <RowsControl
              item={item}
              raw={checked.raw}
              change={props.set}
              disabled={props.disabled}
              problems={refusals}
              labelledBy={`${id}-label`}
            />
          ) : (
            <EntryControl
              item={item}
              raw={checked.raw}
              change={props.set}
              control={control}
              disabled={props.disabled}
              onLeave={props.leave}
            />
          )}
        </div>
        {item.type === 'date' && checked.changed && checked.entry !== undefined && (
          <span className="help">{t('forms.readAs', { value: say(formatEntry(item, checked.entry)) })}</span>
        )}
        <Said
          id={id}
          problem={own[0] && `${say(own[0].reason)} ${say(own[0].remedy)}`}
          question={!checked.changed && props.view?.warning ? say(props.view.warning) : undefined}
        />
        <Correction {...props} id={id} />
        <ItemQueries item={item} recorded={checked.recorded} queries={props.queries} />
      </div>
      <div className="tools">
        {props.view?.verification !== undefined && (
          <VerifyMark item={item.id} label={say(item.label)} view={props.view.verification} />
        )}
        {props.view !== undefined && (
          <ClosureBar closed={props.closed} extent={props.extent} about={say(item.label)} compact />
        )}
        {!props.disabled && !(isFreeList(item) && (props.view?.rows ?? []).length > 0) && (
          <AbsenceMenu item={item} raw={checked.raw} change={props.set} disabled={false} />
        )}
        {props.view !== undefined && (props.view.history.length > 0 || (props.view.rows ?? []).length > 0) && (
          <HistoryButton item={item} history={props.view.history} rows={props.view.rows} />
        )}
        {props.asks !== undefined && <AskButton {...props.asks} item={item} recorded={checked.recorded} />}
        {props.begun && props.view?.missing === true && !checked.changed && (
          <span className="waiting small missing">{t('forms.missing')}</span>
        )}
      </div>
    </div>
  )
}
