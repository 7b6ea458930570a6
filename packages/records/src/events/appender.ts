import type { Database } from '../pools/database.ts'
import { isPassing } from '../pools/failure.ts'
import type { AppendEntry, AppendResult } from './entry.ts'

export type Appender = {
  /** Appends one command. Rejects only for a mistake of the program, such as text that is not JSON. */
  readonly append: (entry: AppendEntry) => Promise<AppendResult>
  /** Resolves when nothing waits or is under way. */
  readonly idle: () => Promise<void>
}

export type AppenderOptions = {
  /** Most entries in one call; 100 unless told. */
  readonly most?: number
  /** `unblinded` for the unblinded pool's own door. */
  readonly door?: keyof typeof doors
}

const doors = {
  record: 'select record.append($1::jsonb) as answers',
  unblinded: 'select unblinded.append($1::jsonb) as answers',
} as const

type Waiting = {
  readonly entry: AppendEntry
  readonly resolve: (result: AppendResult) => void
  readonly reject: (error: unknown) => void
}

/**
 * The grouped writer: one call at a time, carrying all commands that came meanwhile. They share one transaction and one sync to
 * disk, and their order costs nothing.
 */
export const createAppender = (database: Database, options: AppenderOptions = {}): Appender => {
  const most = options.most ?? 100
  const door = doors[options.door ?? 'record']
  let waiting: Waiting[] = []
  let underWay: Promise<void> | undefined

  const drain = async (): Promise<void> => {
    // Requests of the same turn of the event loop go together.
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      const group = waiting.slice(0, most)
      waiting = waiting.slice(most)
      await settle(database, door, group)
    }
    underWay = undefined
  }

  return {
    append: (entry) =>
      new Promise((resolve, reject) => {
        waiting.push({ entry, resolve, reject })
        underWay ??= drain()
      }),
    idle: async () => {
      while (underWay !== undefined) await underWay
    },
  }
}

const settle = async (database: Database, door: string, group: readonly Waiting[]): Promise<void> => {
  try {
    const answers = await send(database, door, group)
    for (const [index, { resolve }] of group.entries()) resolve(answers[index]!)
  } catch (error) {
    // Certainly rolled back. A lock or time limit meets every entry alike; any other error may be one entry's own fault:
    // each gets a try of its own.
    const unknown = { result: 'unknown', reason: String((error as Error).message) } as const
    if (isPassing(error)) for (const { resolve } of group) resolve(unknown)
    else if (group.length > 1) for (const one of group) await settle(database, door, [one])
    else group[0]!.reject(error)
  }
}

const send = async (database: Database, door: string, group: readonly Waiting[]): Promise<readonly AppendResult[]> => {
  const batch = JSON.stringify(group.map(({ entry }) => entry))
  const written = await database.write<{ answers: readonly Answer[] }>(door, [batch])
  if (written.state === 'unknown') return group.map(() => ({ result: 'unknown', reason: written.reason }))
  return written.rows[0]!.answers.map((answer, index) => withPositions(answer, group[index]!.entry))
}

/** As the database answers: it tells the first position only, since an entry's events lie side by side. */
type Answer =
  | Exclude<AppendResult, { readonly result: 'appended' }>
  | { readonly result: 'appended'; readonly version: number; readonly first: number }

const withPositions = (answer: Answer, { events }: AppendEntry): AppendResult =>
  answer.result === 'appended'
    ? { result: 'appended', version: answer.version, positions: events.map((_, index) => answer.first + index) }
    : answer
