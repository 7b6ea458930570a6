import { type Tickable, ticked, type Ticks } from './ticks.ts'

/** Ticks many values, or none of them; half ticked while some are. */
export function TickAll(props: {
  readonly label: string
  /** The label is said by what stands beside it. */
  readonly silent?: boolean
  readonly values: readonly Tickable[]
  readonly ticks: Ticks
  readonly change: (values: readonly Tickable[], on: boolean) => void
}) {
  const { label, values, ticks } = props
  const count = ticked(ticks, values).length
  const all = count === values.length
  return (
    <label className={props.silent ? 'tick' : 'choice'}>
      <input
        type="checkbox"
        checked={all}
        aria-label={props.silent ? label : undefined}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && !all
        }}
        onChange={() => props.change(values, !all)}
      />
      {!props.silent && label}
    </label>
  )
}
