import { type AppendEntry, type AppendResult, createAppender, openPools, type PoolsConfig } from '@trialwright/records'

/*
 * The part of the application that writes, as a process that may be killed: it appends what it is told, as the server does,
 * and answers each entry by its number. Told of a database again, it goes on with that one.
 */

export type Told = { readonly database: PoolsConfig } | { readonly number: number; readonly entry: AppendEntry }
export type Said =
  | { readonly number: number; readonly answer: AppendResult }
  | { readonly number: number; readonly failed: string }

let append: ReturnType<typeof createAppender>['append'] | undefined

process.on('message', (told: Told) => {
  if ('database' in told) {
    append = createAppender(openPools(told.database).blinded).append
    return
  }
  const { number, entry } = told
  append?.(entry).then(
    (answer) => process.send?.({ number, answer } satisfies Said),
    (error: unknown) => process.send?.({ number, failed: String(error) } satisfies Said),
  )
})
// Without its parent nobody would ever end it.
process.once('disconnect', () => process.exit(0))
