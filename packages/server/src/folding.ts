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

/**
 * States of streams that grow: each is taken up where it was left. A stored event stands at one place of one stream, so what
 * is true after it is the same whenever it is asked.
 */
export function folding<Event, State>(evolve: (state: State, event: Event) => State, initial: State) {
  const after = new WeakMap<StoredEvent, State>()
  return (events: readonly StoredEvent[]): State => {
    let from = events.length
    while (from > 0 && !after.has(events[from - 1]!)) from -= 1
    const known = from === 0 ? initial : after.get(events[from - 1]!)!
    if (from === events.length) return known
    const state = events.slice(from).reduce((now, event) => evolve(now, event as unknown as Event), known)
    if (from > 0) after.delete(events[from - 1]!)
    after.set(events.at(-1)!, state)
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
