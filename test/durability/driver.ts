import { appendFileSync } from 'node:fs'
import { type Command, hashOf, type Outcome, send } from './command.ts'
import { type Hands, work } from './work.ts'

/*
 * The writers, in a process of their own: each acknowledgement goes to a file before the next command is sent. What the
 * server's death left unknown is sent again, twice, before anything new.
 */

export type Order =
  | { readonly do: 'write'; readonly address: string; readonly hands: readonly Hands[]; readonly file: string }
  | { readonly do: 'settle'; readonly address: string }
export type Report =
  | { readonly is: 'writing' }
  | { readonly is: 'idle'; readonly acknowledged: number; readonly unknown: number }
  | { readonly is: 'settled'; readonly replayed: number; readonly carriedOut: number }
  | { readonly is: 'failed'; readonly why: string }

interface Writer {
  readonly work: Generator<Command, never, string>
  pending: Command
}

let file = ''
let writers: Writer[] = []
const report = (message: Report) => process.send?.(message)

const acknowledge = (writer: Writer, text: string): void => {
  appendFileSync(file, `${JSON.stringify({ key: writer.pending.key, hash: hashOf(writer.pending), text })}\n`)
  writer.pending = writer.work.next(text).value
}

function begin(hands: readonly Hands[]): Writer[] {
  return hands.map((each) => {
    const own = work(each)
    return { work: own, pending: own.next().value }
  })
}

/** Until the server dies. */
async function write(address: string): Promise<void> {
  let acknowledged = 0
  const outcomes = await Promise.all(
    writers.map(async (writer) => {
      for (;;) {
        const outcome = await send(address, writer.pending)
        if (outcome === 'unknown') return outcome
        acknowledge(writer, outcome.text)
        acknowledged += 1
        if (acknowledged === 1) report({ is: 'writing' })
      }
    }),
  )
  report({ is: 'idle', acknowledged, unknown: outcomes.length })
}

/** Every command in doubt is sent again twice: the two answers are the same, and the second is a repetition. */
async function settle(address: string): Promise<void> {
  let replayed = 0
  await Promise.all(
    writers.map(async (writer) => {
      const first = certain(await send(address, writer.pending))
      const second = certain(await send(address, writer.pending))
      if (second.status !== 200 || second.text !== first.text)
        throw new Error(`${writer.pending.path}: first ${first.text}, then ${second.status} ${second.text}`)
      if (first.status === 200) replayed += 1
      acknowledge(writer, first.text)
    }),
  )
  report({ is: 'settled', replayed, carriedOut: writers.length - replayed })
}

function certain(outcome: Outcome): Exclude<Outcome, 'unknown'> {
  if (outcome === 'unknown') throw new Error('a server nobody killed left a command in doubt')
  return outcome
}

process.on('message', (order: Order) => {
  if (order.do === 'write' && writers.length === 0) {
    file = order.file
    writers = begin(order.hands)
  }
  const done = order.do === 'settle' ? settle(order.address) : write(order.address)
  done.catch((error: unknown) => report({ is: 'failed', why: String(error instanceof Error ? error.stack : error) }))
})
