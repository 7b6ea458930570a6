import type { Database } from '../pools/database.ts'
import { type StoredEvent, type Stream, toStoredEvent } from './stored.ts'

/** A stream as far as it was read. */
interface Known {
  readonly events: readonly StoredEvent[]
  /** The text of the last event, by which it is known again. */
  readonly last: string
  /** Characters of all its texts. */
  readonly size: number
}

const nothing: Known = { events: [], last: '', size: 0 }

export interface Row {
  readonly stream: string
  readonly entry: string
}

/** Streams asked for, with what was known of each when they were. */
export interface AskedFor {
  /** For the database: events known of each stream, in the order asked for. */
  readonly versions: readonly number[]
  /** The streams with what is new to them; undefined where the database no longer has what was known, and all is to be read. */
  readonly with: (rows: readonly Row[]) => ReadonlyMap<string, Stream> | undefined
}

/** Characters of stored text that one process keeps of streams; the ones longest unread go first. */
const most = 48_000_000

/**
 * Streams read before, so that only what came since is read and parsed. Events are never changed, so a stream that is known is the
 * beginning of the stream as it is now. Each pool has a memory of its own: what the unblinded one told, nobody finds who asks
 * another (`docs/decisions/0016`).
 */
export function createMemory(limit = most) {
  const streams = new Map<string, Known>()
  let size = 0

  const keep = (key: string, known: Known): void => {
    const before = streams.get(key)
    if (before && before.events.length > known.events.length) return
    streams.delete(key)
    streams.set(key, known)
    size += known.size - (before?.size ?? 0)
    for (const [oldest, each] of streams) {
      if (size <= limit || oldest === key) break
      streams.delete(oldest)
      size -= each.size
    }
  }

  return {
    ask(studyId: string, streamIds: readonly string[]): AskedFor {
      const keys = streamIds.map((id) => `${studyId} ${id}`)
      const known = keys.map((key) => streams.get(key) ?? nothing)
      return {
        versions: known.map(({ events }) => events.length),
        with(rows) {
          const byStream = Map.groupBy(rows, ({ stream }) => stream)
          const found = streamIds.map((id, index) => joined(known[index]!, byStream.get(id) ?? []))
          if (found.includes(undefined)) {
            for (const key of keys) {
              size -= streams.get(key)?.size ?? 0
              streams.delete(key)
            }
            return undefined
          }
          return new Map(
            found.map((each, index) => {
              if (each!.events.length > 0) keep(keys[index]!, each!)
              return [streamIds[index]!, { version: each!.events.length, events: each!.events }]
            }),
          )
        },
      }
    },
  }
}

/** What is known with what came since; undefined where the first row is not the last event known. */
function joined(known: Known, rows: readonly Row[]): Known | undefined {
  if (known !== nothing && rows[0]?.entry !== known.last) return undefined
  const fresh = known === nothing ? rows : rows.slice(1)
  const last = fresh.at(-1)
  if (last === undefined) return known
  return {
    events: [...known.events, ...fresh.map(({ entry }) => toStoredEvent(entry))],
    last: last.entry,
    size: fresh.reduce((sum, { entry }) => sum + entry.length, known.size),
  }
}

const memories = new WeakMap<Database, ReturnType<typeof createMemory>>()

/** The memory of what was read through a pool. */
export function memoryOf(database: Database): ReturnType<typeof createMemory> {
  const memory = memories.get(database) ?? createMemory()
  memories.set(database, memory)
  return memory
}
