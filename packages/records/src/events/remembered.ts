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
          const found = streamIds.map((id, index) =>
            joined(known[index]!, byStream.get(id) ?? [], streams.get(keys[index]!)),
          )
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

/**
 * What was known with what came since; undefined where the first row is not the last event known. What others have read of it
 * meanwhile is not read again, so that requests at once get the same events.
 */
function joined(known: Known, rows: readonly Row[], meanwhile: Known = known): Known | undefined {
  if (known !== nothing && rows[0]?.entry !== known.last) return undefined
  const fresh = known === nothing ? rows : rows.slice(1)
  const last = fresh.at(-1)
  if (last === undefined) return known
  const [from, until] = [known.events.length, known.events.length + fresh.length]
  const goesOn = from > 0 && meanwhile.events[from - 1] === known.events[from - 1]
  const read = goesOn ? meanwhile.events.slice(0, until) : known.events
  const unread = fresh.slice(read.length - from)
  if (unread.length === 0 && meanwhile.events.length === until && meanwhile.last === last.entry) return meanwhile
  return {
    events: [...read, ...unread.map(({ entry }) => toStoredEvent(entry))],
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
