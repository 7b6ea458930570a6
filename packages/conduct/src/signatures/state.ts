import type { ParticipantEvent } from '../participant/events.ts'
import { changes } from './covers.ts'
import type { BoundSignature } from './signature.ts'

/** A signature and what has happened to its record since. */
export interface SignedRecord {
  readonly signature: BoundSignature
  readonly since: readonly ParticipantEvent[]
}

export interface SignaturesState {
  /** By encounter, the latest last. */
  readonly visits: Readonly<Record<string, readonly SignedRecord[]>>
  readonly casebook: readonly SignedRecord[]
}

export const initialSignatures: SignaturesState = { visits: {}, casebook: [] }

/** Every event is looked at: what changes a signed record is kept beside its signature, to say why it no longer stands. */
export function evolveSignatures(state: SignaturesState, event: ParticipantEvent): SignaturesState {
  const { visits, casebook } = state
  if (event.type === 'CasebookSigned') return { visits, casebook: [...casebook, signed(event.signature)] }
  if (event.type === 'VisitSigned') {
    const before = visits[event.encounter] ?? []
    return { visits: { ...visits, [event.encounter]: [...before, signed(event.signature)] }, casebook }
  }
  // Most events change no signed record.
  const touched = Object.keys(visits).filter((encounter) => changes(event, encounter))
  if (touched.length === 0 && (casebook.length === 0 || !changes(event))) return state
  return {
    visits: { ...visits, ...Object.fromEntries(touched.map((id) => [id, after(visits[id]!, event)])) },
    casebook: changes(event) ? after(casebook, event) : casebook,
  }
}

const signed = (signature: BoundSignature): SignedRecord => ({ signature, since: [] })

const after = (records: readonly SignedRecord[], event: ParticipantEvent): readonly SignedRecord[] =>
  records.map((each, index) => (index === records.length - 1 ? { ...each, since: [...each.since, event] } : each))
