import type { Recorded } from '../context.ts'
import type { Classified } from './types.ts'

/** A judgement of a computed deviation, with what was seen when it was judged. */
export interface DeviationClassified extends Recorded, Omit<Classified, 'at' | 'by'> {
  readonly type: 'DeviationClassified'
}
