import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { R } from './r.ts'

/* What R's process and whoever started it tell each other. */

export interface ToR {
  readonly asked: number
  readonly expression: string
}
export type FromR =
  | { readonly name: string }
  | { readonly asked: number; readonly text: string }
  | { readonly asked: number; readonly why: string }

/**
 * R in a process of its own, for whoever asks it little: its WebAssembly is compiled plainly. Compiled for speed, as it is for a whole
 * program at once, it costs seconds of a processor that a few answers never give back.
 */
export async function startRApart(file: URL): Promise<R> {
  const child = fork(fileURLToPath(new URL('r-process.ts', import.meta.url)), [fileURLToPath(file)], {
    execArgv: ['--liftoff-only'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, PromiseWithResolvers<string>>()
  const ready = Promise.withResolvers<string>()
  child.on('message', (told: FromR) => {
    if ('name' in told) return ready.resolve(told.name)
    const answer = waiting.get(told.asked)
    waiting.delete(told.asked)
    if ('text' in told) answer?.resolve(told.text)
    else answer?.reject(new Error(told.why))
  })
  child.once('exit', (code) => {
    const gone = new Error(`R ended (${code ?? 'by a signal'})`)
    for (const { reject } of [ready, ...waiting.values()]) reject(gone)
  })
  const name = await ready.promise
  let asked = 0
  return {
    name,
    text(expression) {
      asked += 1
      const answer = Promise.withResolvers<string>()
      waiting.set(asked, answer)
      child.send({ asked, expression } satisfies ToR)
      return answer.promise
    },
    async stop() {
      if (!child.connected) return
      const exited = once(child, 'exit')
      child.disconnect()
      await exited
    },
  }
}
