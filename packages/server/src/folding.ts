import {
  emptyStock,
  evolveParticipant,
  evolveStock,
  evolveUnblinded,
  initialParticipant,
  initialUnblinded,
  type ParticipantState,
  type StockState,
  type UnblindedState,
} from '@trialwright/conduct'
import type { StoredEvent } from '@trialwright/records'

/** A state, and the event after which the one before was taken. */
interface Taken<State> {
  readonly state: State
  before: StoredEvent | undefined
}

/** Requests at once have read a stream as far as it went for each: so many states behind the last are still at hand. */
const kept = 16

/**
 * States of streams that grow: each is taken up where it was left. A stored event stands at one place of one stream, so what
 * is true after it is the same whenever it is asked.
 */
export function folding<Event, State>(evolve: (state: State, event: Event) => State, initial: State) {
  const after = new WeakMap<StoredEvent, Taken<State>>()

  const keep = (event: StoredEvent, taken: Taken<State>): void => {
    after.set(event, taken)
    let last: Taken<State> | undefined = taken
    for (let count = 1; count < kept && last !== undefined; count += 1) last = last.before && after.get(last.before)
    if (last?.before === undefined) return
    after.delete(last.before)
    last.before = undefined
  }

  return (events: readonly StoredEvent[]): State => {
    let from = events.length
    while (from > 0 && !after.has(events[from - 1]!)) from -= 1
    const before = events[from - 1]
    const known = before === undefined ? initial : after.get(before)!.state
    if (from === events.length) return known
    const state = events.slice(from).reduce((now, event) => evolve(now, event as unknown as Event), known)
    keep(events.at(-1)!, { state, before })
    return state
  }
}

/** The state of a participant whose stream was loaded whole. */
export const participantIn: (events: readonly StoredEvent[]) => ParticipantState = folding(
  evolveParticipant,
  initialParticipant,
)

/** What unblinded roles alone know of a participant whose sealed stream was loaded whole. */
export const unblindedIn: (events: readonly StoredEvent[]) => UnblindedState = folding(
  evolveUnblinded,
  initialUnblinded,
)

/** The stock of a site whose sealed stream was loaded whole. */
export const stockIn: (events: readonly StoredEvent[]) => StockState = folding(evolveStock, emptyStock)
