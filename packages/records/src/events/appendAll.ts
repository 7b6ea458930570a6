import { createHash } from 'node:crypto'
import type { Database } from '../pools/database.ts'
import { isPassing } from '../pools/failure.ts'
import { type AppendEntry, derived } from './entry.ts'

/** What became of an act as a whole. `conflict`: something came in between; nothing was stored, decide anew. */
export type WholeResult =
  | { readonly result: 'appended' }
  | { readonly result: 'replayed'; readonly response: string }
  | { readonly result: 'keyReused' }
  | { readonly result: 'conflict' }
  | { readonly result: 'unknown'; readonly reason: string }

export type WholeAct = {
  /** The request's idempotency key, under which the first part and its response are kept. */
  readonly key: string
  /** At least one, each of another stream. */
  readonly parts: readonly Omit<AppendEntry, 'key'>[]
}

/**
 * Appends one act over several streams: all of it or none. It goes past the grouped writer, in a transaction of its own,
 * and takes its turn with all others at the study's log.
 */
export const appendAll = async (database: Database, { key, parts }: WholeAct): Promise<WholeResult> => {
  const batch = JSON.stringify(
    parts.map((part, index) => ({
      ...part,
      readModels: derived(part.readModels ?? []),
      key: index === 0 ? key : partKey(key, part.streamId),
    })),
  )
  try {
    const written = await database.write<{ answers: readonly { result: string; response?: string }[] }>(
      'select record.append_all($1::jsonb) as answers',
      [batch],
    )
    if (written.state === 'unknown') return { result: 'unknown', reason: written.reason }
    const [first, ...rest] = written.rows[0]!.answers
    if (first!.result === 'replayed') return { result: 'replayed', response: first!.response! }
    if (first!.result === 'keyReused') return { result: 'keyReused' }
    return { result: [first!, ...rest].every(({ result }) => result === 'appended') ? 'appended' : 'conflict' }
  } catch (error) {
    if (isPassing(error)) return { result: 'unknown', reason: String((error as Error).message) }
    throw error
  }
}

/** A key of a part follows from the act's and the stream: a UUID of version 8, so that a repetition meets the same ones. */
const partKey = (key: string, streamId: string): string => {
  const hex = createHash('sha256').update(`${key.toLowerCase()} ${streamId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
