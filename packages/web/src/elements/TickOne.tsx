import { goOn } from './goOn.ts'
import type { TickState } from './ticks.ts'

/** The tick at one of many things; where what was ticked has changed since, `<id>-changed` says so. */
export function TickOne(props: {
  readonly id: string
  readonly state: TickState
  readonly change: (on: boolean) => void
}) {
  const { id, state } = props
  const isOutdated = state === 'outdated'
  return (
    <input
      id={id}
      className="tick-one"
      type="checkbox"
      checked={state === 'ticked'}
      aria-invalid={isOutdated || undefined}
      aria-describedby={isOutdated ? `${id}-changed` : undefined}
      onKeyDown={goOn}
      onChange={({ target }) => props.change(target.checked)}
    />
  )
}
