import type { Database } from '../pools/database.ts'
import { isPassing } from '../pools/failure.ts'
import { group, type Sending, type Sent } from './chain.ts'
import type { Ahead, AppendEntry, AppendResult } from './entry.ts'

export type Appender = {
  /**
   * Appends one command. Rejects only for a mistake of the program, such as text that is not JSON. `ahead` is what this
   * appender answered for the command this one was decided on: unless that one is appended, this one is a `conflict`.
   */
  readonly append: (entry: AppendEntry, ahead?: Ahead) => Promise<AppendResult>
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

type Waiting = Sending & {
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
  const known = new WeakMap<Ahead, Sent>()
  let underWay: Promise<void> | undefined

  const drain = async (): Promise<void> => {
    // Requests of the same turn of the event loop go together.
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      const together = waiting.slice(0, most)
      waiting = waiting.slice(most)
      await settle(database, door, together)
    }
    underWay = undefined
  }

  return {
    append(entry, ahead) {
      const before = ahead && (known.get(ahead) ?? nothingOfOurs)
      let own: Waiting | undefined
      const answer = new Promise<AppendResult>((resolve, reject) => {
        own = { entry, before, outcome: undefined, resolve, reject }
        waiting.push(own)
      })
      known.set(answer, own!)
      underWay ??= drain()
      return answer
    },
    idle: async () => {
      while (underWay !== undefined) await underWay
    },
  }
}

/** Stands for an answer this appender has not given. */
const nothingOfOurs: Sent = { before: undefined, outcome: 'rejected' }

const answer = (waiting: Waiting, result: AppendResult): void => {
  waiting.outcome = result.result
  waiting.before = undefined
  waiting.resolve(result)
}

const settle = async (database: Database, door: string, together: readonly Waiting[]): Promise<void> => {
  const { sent, adrift } = group(together)
  for (const each of adrift) answer(each, { result: 'conflict', version: each.entry.expectedVersion })
  if (sent.length === 0) return
  try {
    const answers = await send(database, door, sent)
    for (const [index, { waiting }] of sent.entries()) answer(waiting, answers[index]!)
  } catch (error) {
    // Certainly rolled back. A lock or time limit meets every entry alike; any other error may be one entry's own fault, or one
    // that was decided on another is not appended with it: each gets a try of its own.
    const unknown = { result: 'unknown', reason: String((error as Error).message) } as const
    if (isPassing(error)) for (const { waiting } of sent) answer(waiting, unknown)
    else if (sent.length > 1) for (const { waiting } of sent) await settle(database, door, [waiting])
    else {
      sent[0]!.waiting.outcome = 'rejected'
      sent[0]!.waiting.reject(error)
    }
  }
}

const send = async (
  database: Database,
  door: string,
  sent: readonly { readonly row: () => object; readonly waiting: Waiting }[],
): Promise<readonly AppendResult[]> => {
  const batch = JSON.stringify(sent.map(({ row }) => row()))
  const written = await database.write<{ answers: readonly Answer[] }>(door, [batch])
  if (written.state === 'unknown') return sent.map(() => ({ result: 'unknown', reason: written.reason }))
  return written.rows[0]!.answers.map((each, index) => withPositions(each, sent[index]!.waiting.entry))
}

/** As the database answers: it tells the first position only, since an entry's events lie side by side. */
type Answer =
  | Exclude<AppendResult, { readonly result: 'appended' }>
  | { readonly result: 'appended'; readonly version: number; readonly first: number }

const withPositions = (answer: Answer, { events }: AppendEntry): AppendResult =>
  answer.result === 'appended'
    ? { result: 'appended', version: answer.version, positions: events.map((_, index) => answer.first + index) }
    : answer
