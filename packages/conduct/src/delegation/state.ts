import type { Recorded } from '../context.ts'
import type {
  DelegationAccepted,
  DelegationEnded,
  DelegationEvent,
  DutiesDelegated,
  FindingExplained,
  Somebody,
  TrainingRecorded,
} from './events.ts'

type Of<Event> = Omit<Event, 'type' | 'clientTime'>

export interface Delegation extends Of<DutiesDelegated> {
  readonly accepted?: DelegationAccepted['signature']
  readonly ended?: Pick<DelegationEnded, 'day' | 'reason' | 'signature'>
}

/** What one person learned. */
export interface Training extends Omit<Of<TrainingRecorded>, 'people'> {
  /** Its place among all of the study, from 1. */
  readonly id: string
  readonly person: Somebody
  readonly withdrawn?: { readonly at: string; readonly by: Recorded['by']; readonly reason: string }
}

export interface DelegationState {
  /** Who answers for a site. */
  readonly investigators: Readonly<Record<string, Somebody & Pick<Recorded, 'at' | 'by'>>>
  /** In the order they were signed. */
  readonly log: readonly Delegation[]
  readonly training: readonly Training[]
  /** By finding. */
  readonly explained: Readonly<Record<string, Of<FindingExplained>>>
}

export const initialDelegation: DelegationState = { investigators: {}, log: [], training: [], explained: {} }

export function evolveDelegation(state: DelegationState, event: DelegationEvent): DelegationState {
  switch (event.type) {
    case 'InvestigatorNamed': {
      const { site, person, at, by } = event
      return { ...state, investigators: { ...state.investigators, [site]: { ...person, at, by } } }
    }
    case 'DutiesDelegated': {
      const { type: _, clientTime: _client, ...delegation } = event
      return { ...state, log: [...state.log, delegation] }
    }
    case 'DelegationAccepted':
      return changed(state, event.delegation, { accepted: event.signature })
    case 'DelegationEnded': {
      const { day, reason, signature } = event
      return changed(state, event.delegation, { ended: { day, reason, signature } })
    }
    case 'TrainingRecorded': {
      const { type: _, clientTime: _client, people, ...record } = event
      const records = people.map((person, index) => ({
        ...record,
        person,
        id: String(state.training.length + index + 1),
      }))
      return { ...state, training: [...state.training, ...records] }
    }
    case 'TrainingWithdrawn': {
      const { at, by, reason } = event
      const training = state.training.map((one) =>
        one.id === event.record ? { ...one, withdrawn: { at, by, reason } } : one,
      )
      return { ...state, training }
    }
    case 'FindingExplained': {
      const { type: _, clientTime: _client, ...explained } = event
      return { ...state, explained: { ...state.explained, [event.finding]: explained } }
    }
  }
}

const changed = (state: DelegationState, id: string, change: Partial<Delegation>): DelegationState => ({
  ...state,
  log: state.log.map((one) => (one.delegation === id ? { ...one, ...change } : one)),
})
