/** Ticks many things, or none of them; half ticked while some are. */
export function TickAll(props: {
  readonly label: string
  /** The label is said by what stands beside it. */
  readonly silent?: boolean
  /** How many of them are ticked. */
  readonly ticked: number
  readonly of: number
  readonly change: (on: boolean) => void
}) {
  const { label, ticked } = props
  const all = ticked === props.of
  return (
    <label className={props.silent ? 'tick' : 'choice'}>
      <input
        type="checkbox"
        checked={all}
        aria-label={props.silent ? label : undefined}
        ref={(box) => {
          if (box) box.indeterminate = ticked > 0 && !all
        }}
        onChange={() => props.change(!all)}
      />
      {!props.silent && label}
    </label>
  )
}
