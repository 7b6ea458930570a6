import type { Recorded } from '../context.ts'
import type { BoundSignature } from './signature.ts'

export interface VisitSigned extends Recorded {
  readonly type: 'VisitSigned'
  readonly encounter: string
  readonly signature: BoundSignature<'reviewedVisit'>
}

export interface CasebookSigned extends Recorded {
  readonly type: 'CasebookSigned'
  readonly signature: BoundSignature<'reviewedCasebook'>
}

export type SignatureEvent = VisitSigned | CasebookSigned
