import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { DemoAccounts } from '@trialwright/server'
import { Stop } from '../stop.ts'
import type { Answered, AnswersOf, FromServer, Question, ToServer } from './messages.ts'
import type { Table } from './worlds/tables.ts'

export interface OwnServer {
  readonly address: string
  readonly accounts: DemoAccounts
  ask<Each extends Question>(question: Each): Promise<AnswersOf[Each]>
  stop(): Promise<void>
}

export interface OwnServerOptions {
  readonly data: string
  /** Sound, or whoever asks for it finds out meanwhile. */
  readonly study: string
  readonly seed: number
  /** The study clock's first day, `2026-11-22`. */
  readonly firstDay: string
  /** Drawn and sealed by itself unless told. */
  readonly table?: Table
}

/** Starts the simulation's own server in a process of its own, so that it shares no event loop with the driver. */
export async function startOwnServer(options: OwnServerOptions): Promise<OwnServer> {
  const { data, study, seed, firstDay, table = 'own' } = options
  const child = fork(
    fileURLToPath(new URL('server.ts', import.meta.url)),
    [data, study, String(seed), firstDay, table],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // Hundreds of requests a second leave much behind that is soon forgotten; with more room it is swept less often.
      execArgv: [...process.execArgv, '--max-semi-space-size=64'],
    },
  )
  const ready = await next(child, (message) => message.kind === 'ready' || message.kind === 'failed')
  if (ready.kind !== 'ready') throw new Stop(`The simulation's server did not start: ${(ready as { why: string }).why}`)
  return {
    address: ready.address,
    accounts: ready.accounts,
    async ask(question) {
      send(child, { kind: 'ask', question })
      const answered = await next(child, (message) => message.kind === 'answer' && message.question === question)
      return (answered as Answered).answer as never
    },
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        if (child.connected) send(child, { kind: 'stop' })
      }),
  }
}

function next(child: ChildProcess, wanted: (message: FromServer) => boolean): Promise<FromServer> {
  return new Promise((resolve, reject) => {
    const left = (code: number | null) => reject(new Stop(`The simulation's server ended (${code ?? 'by a signal'}).`))
    const listen = (message: FromServer) => {
      if (!wanted(message)) return
      child.off('message', listen)
      child.off('exit', left)
      resolve(message)
    }
    child.on('message', listen)
    child.once('exit', left)
  })
}

const send = (child: ChildProcess, message: ToServer): void => void child.send(message)
