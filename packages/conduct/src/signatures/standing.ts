import type { Study } from '@trialwright/protocol'
import type { ParticipantState } from '../participant/state.ts'
import { recordHash } from './record.ts'
import { stands } from './signature.ts'

/** Whether a visit's record, or without an encounter the casebook, is signed as it is there now. */
export type Standing = 'unsigned' | 'valid' | 'void'

export function standingOf(study: Study, state: ParticipantState, encounter?: string): Standing {
  const { visits, casebook } = state.signatures
  const latest = (encounter === undefined ? casebook : visits[encounter])?.at(-1)
  if (!latest) return 'unsigned'
  // While nothing has happened to the record it need not be hashed anew, unless to be shown.
  return latest.since.length === 0 || stands(latest.signature, recordHash(study, state, encounter)) ? 'valid' : 'void'
}
