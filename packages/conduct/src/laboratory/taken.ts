import type { Stored } from '../participant/events.ts'
import type { LaboratoryResultsImported } from './events.ts'

/** The event that took a file of these very bytes; undefined when it is new. */
export const takenBefore = (
  events: readonly Stored<LaboratoryResultsImported>[],
  hash: string,
): Stored<LaboratoryResultsImported> | undefined => events.find(({ file }) => file.hash === hash)
