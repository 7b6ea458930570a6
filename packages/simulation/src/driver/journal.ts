import type { Hands } from './hands.ts'

/** Pages read on the day that is being lived, in a file beside the state. */
export interface Journal {
  /** What was read before the run stopped, in order. */
  readonly kept: readonly JournalLine[]
  /** The page and the JSON text it was answered with. */
  append(page: string, body: string): void
  close(): void
}

export interface JournalLine {
  readonly page: string
  readonly body: unknown
}

/**
 * A day that was broken off is lived again: pages are as they were then, commands are sent under their keys and answered as
 * the first time. Where the journal ends the day goes on with the server's own pages.
 */
export function withJournal(hands: Hands, { kept, append, close }: Journal): Hands {
  const before = Map.groupBy(kept, ({ page }) => page)
  return {
    ...hands,
    close() {
      hands.close()
      close()
    },
    async read<Answer>(who: Parameters<Hands['read']>[0], path: string) {
      const page = `${who.role} ${who.site ?? ''} ${path}`
      const known = before.get(page)?.shift()
      if (known) return known.body as Answer
      const body = await hands.readText(who, path)
      append(page, body)
      return JSON.parse(body) as Answer
    },
  }
}
