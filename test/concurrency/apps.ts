import { type ChildProcess, fork } from 'node:child_process'
import type { AppendEntry, AppendResult, PoolsConfig } from '@trialwright/records'
import type { Said, Told } from './app.ts'

/** One application, whichever process it is at the moment. */
export interface App {
  ask(entry: AppendEntry): Promise<AppendResult>
  use(database: PoolsConfig): void
  /** Ends the process at once and starts another; what waited for an answer learns that none is coming. */
  kill(): void
  pause(): void
  resume(): void
  /** Processes that ended though nobody killed them. */
  readonly died: () => number
  close(): void
}

export function startApp(first: PoolsConfig): App {
  let database = first
  let died = 0
  let number = 0
  const waiting = new Map<number, { resolve: (answer: AppendResult) => void; reject: (error: Error) => void }>()
  const killed = new WeakSet<ChildProcess>()
  const gone = { result: 'unknown', reason: 'the application is gone' } as const

  const start = (): ChildProcess => {
    const child = fork(new URL('app.ts', import.meta.url), {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: [],
    })
    child.on('message', (said: Said) => {
      const one = waiting.get(said.number)
      waiting.delete(said.number)
      if ('failed' in said) one?.reject(new Error(said.failed))
      else one?.resolve(said.answer)
    })
    child.once('exit', () => void (died += Number(!killed.has(child))))
    child.send({ database } satisfies Told)
    return child
  }
  let process = start()
  const end = () => {
    killed.add(process)
    process.kill('SIGKILL')
    for (const { resolve } of waiting.values()) resolve(gone)
    waiting.clear()
  }

  return {
    ask(entry) {
      const mine = (number += 1)
      return new Promise((resolve, reject) => {
        waiting.set(mine, { resolve, reject })
        process.send({ number: mine, entry } satisfies Told)
      })
    },
    use(other) {
      database = other
      process.send({ database } satisfies Told)
    },
    kill() {
      end()
      process = start()
    },
    pause: () => void process.kill('SIGSTOP'),
    resume: () => void process.kill('SIGCONT'),
    died: () => died,
    close: end,
  }
}
