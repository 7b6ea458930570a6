import type { Refusals } from '../participant/asking.ts'
import { at, refuse } from '../refusals/refuse.ts'
import { words } from '../typed.ts'
import type { RecordForm } from './commands.ts'

/** A correction says why, in words that can be kept. */
export function reasonFor(reasons: RecordForm['reasons'], key: string): Refusals {
  const reason = reasons !== undefined && Object.hasOwn(reasons, key) ? reasons[key] : undefined
  if (reason === undefined || reason.trim() === '') return [at(`reasons.${key}`, refuse('correctionNeedsReason'))]
  return words(reason, `reasons.${key}`)
}
