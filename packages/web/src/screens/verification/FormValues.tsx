import { type CompiledForm, rowsOf } from '@trialwright/protocol'
import { Link } from 'react-router'
import { usePlace } from '../../api/useStudy.ts'
import type { ComparableForm, ComparableValue } from '../../api/verificationTypes.ts'
import { TickAll } from '../../elements/TickAll.tsx'
import { TickOne } from '../../elements/TickOne.tsx'
import { ticked, tickOf, type Ticks } from '../../elements/ticks.ts'
import { useWords } from '../../language/useWords.tsx'
import { AskButton } from '../queries/AskButton.tsx'
import { ReadOnly } from '../forms/ReadOnly.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import { Standing } from './Standing.tsx'
import { tickable, tickableValue, type TickableValue } from './ticks.ts'

type Change = (values: readonly TickableValue[], on: boolean) => void

/** One form of the visit: each value beside its item. */
export function FormValues(props: {
  readonly form: ComparableForm
  readonly compiled: CompiledForm
  readonly ticks: Ticks<number>
  /** Absent for those who only look. */
  readonly change: Change | undefined
}) {
  const { t, say, day } = useWords()
  const { study, code, encounter } = usePlace()
  const { form, compiled, ticks, change } = props
  const title = say(compiled.title)
  const waiting = tickable([form])
  const heading = `visit-${form.form}`
  return (
    <section className="card" aria-labelledby={heading}>
      <header>
        {change && waiting.length > 0 && (
          <TickAll
            label={t('verify.visit.formWhole', { form: title })}
            silent
            ticked={ticked(ticks, waiting).length}
            of={waiting.length}
            change={(on) => change(waiting, on)}
          />
        )}
        <h2 id={heading}>
          <Link to={`/studies/${study}/participants/${code}/encounters/${encounter}/forms/${form.form}`}>{title}</Link>
        </h2>
        <span className="quiet small">{[day(form.day), form.laboratory].filter(Boolean).join(' · ')}</span>
        {form.planned > 0 && <ProgressBar {...form} />}
      </header>
      <table className="rows comparable">
        <colgroup>
          {change && <col className="tick" />}
          <col className="item" />
          <col />
          <col className="standing" />
        </colgroup>
        <thead className="hidden-visually">
          <tr>
            {change && <th scope="col">{t('verify.visit.tick')}</th>}
            <th scope="col">{t('verify.visit.value')}</th>
            <th scope="col">{t('verify.visit.recorded')}</th>
            <th scope="col">{t('verify.visit.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {form.values.map((value) => (
            <ValueRow
              key={value.item}
              form={form.form}
              value={value}
              compiled={compiled}
              ticks={ticks}
              change={change}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ValueRow(props: {
  readonly form: string
  readonly value: ComparableValue
  readonly compiled: CompiledForm
  readonly ticks: Ticks<number>
  readonly change: Change | undefined
}) {
  const { t, say } = useWords()
  const { encounter } = usePlace()
  const { form, value, compiled, change } = props
  const item = compiled.items.find(({ id }) => id === value.item)
  if (item === undefined) return null
  const { verification } = value
  const id = `tick-${form}-${item.id}`
  const one = tickableValue(form, value)
  const state = verification.standing === 'verified' ? 'none' : tickOf(props.ticks, one)
  // A list is a table of its own and takes the whole width, below its name.
  const isList = (rowsOf(value.entry)?.rows.length ?? 0) > 0
  const look = state === 'ticked' ? 'ticked' : undefined
  const row = (
    <tr className={look}>
      {change && (
        <td className="tick">
          {verification.standing !== 'verified' && <TickOne id={id} state={state} change={(on) => change([one], on)} />}
        </td>
      )}
      <th scope="row">
        {change && verification.standing !== 'verified' ? (
          <label htmlFor={id}>{say(item.label)}</label>
        ) : (
          say(item.label)
        )}
      </th>
      {!isList && (
        <td>
          <ReadOnly item={item} entry={value.entry} />
        </td>
      )}
      <td className="standing" colSpan={isList ? 2 : 1}>
        <span className="verify">
          {state === 'outdated' && (
            <span id={`${id}-changed`} className="waiting small">
              {t('verify.visit.changedHere')}
            </span>
          )}
          <Standing view={verification} />
          {(verification.critical || value.planned) && (
            <span className="quiet small">{t(verification.critical ? 'verify.critical' : 'verify.planned')}</span>
          )}
          {change && <AskButton encounter={encounter} form={form} item={item} recorded={value.entry} />}
        </span>
      </td>
    </tr>
  )
  if (!isList) return row
  return (
    <>
      {row}
      <tr className={`of-list ${look ?? ''}`}>
        {change && <td className="tick" />}
        <td colSpan={3}>
          <ReadOnly item={item} entry={value.entry} />
        </td>
      </tr>
    </>
  )
}
