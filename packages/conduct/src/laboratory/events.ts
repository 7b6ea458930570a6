import type { Recorded } from '../context.ts'
import type { FileFormat } from './types.ts'

/** A file of results was taken: all of it, in the same transaction as the values. Stream `laboratory/<site>`. */
export interface LaboratoryResultsImported extends Recorded {
  readonly type: 'LaboratoryResultsImported'
  readonly site: string
  readonly laboratory: string
  readonly file: { readonly name: string; readonly hash: string; readonly rows: number }
  readonly format: FileFormat
  /** How many results were recorded, were there and equal, and took the place of another. */
  readonly counts: { readonly new: number; readonly equal: number; readonly changed: number }
  readonly reason?: string
}
