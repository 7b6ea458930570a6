import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** A child that talks in messages; every wait has its end. */
export interface Talking<Sent, Received> {
  readonly child: ChildProcess
  say(message: Sent): void
  /** The next message; an error when none comes in time, or the child dies first. */
  hear(within: number): Promise<Received>
  kill(): Promise<void>
}

export function talkTo<Sent, Received>(
  file: URL,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Talking<Sent, Received> {
  const child = fork(file, [...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
    env: { ...process.env, ...env },
  })
  const heard: Received[] = []
  let wake: (() => void) | undefined
  child.on('message', (message) => {
    heard.push(message as Received)
    wake?.()
  })
  child.on('exit', () => wake?.())
  return {
    child,
    say: (message) => void child.send(message as object),
    async hear(within) {
      const end = performance.now() + within
      for (;;) {
        const message = heard.shift()
        if (message !== undefined) return message
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${file.pathname} ended by itself`)
        const left = end - performance.now()
        if (left <= 0) throw new Error(`${file.pathname} said nothing for ${within} ms`)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit', { signal: AbortSignal.timeout(20_000) })
      child.kill('SIGKILL')
      await gone
    },
  }
}
