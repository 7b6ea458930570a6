import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { spreadOf } from '../rounds.ts'
import { number, range, type Options, type Section } from '../section.ts'
import { clientOf, type Answered } from './client.ts'
import type { Allocations, Ready } from './messages.ts'
import { violationsOf } from '@trialwright/records/testing/order'

const clients = 20

/** Everybody is randomised through HTTP by 20 clients at once; then the list is held against what the clients saw. */
export async function randomiseSections({ quick, say }: Options): Promise<readonly Section[]> {
  const perRound = quick ? 40 : 2000
  const rounds = quick ? 1 : 5
  say(`randomise: preparing ${number(perRound * rounds)} eligible participants`)
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), [String(perRound * rounds)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  try {
    const ready = await answerOf<Ready>(child, 'ready')
    const ask = clientOf(ready, clients)
    const seen: (Answered & { readonly participant: string })[] = []
    const rates: number[] = []
    const middle: number[] = []
    const slowest: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      say(`randomise: round ${round + 1} of ${rounds}, ${number(perRound)} by ${clients} clients`)
      const start = performance.now()
      const answered = await inParallel(ready.codes.slice(round * perRound, (round + 1) * perRound), ask.randomise)
      rates.push((answered.length * 1000) / (performance.now() - start))
      const times = answered.map((each) => each.answered - each.asked).toSorted((a, b) => a - b)
      middle.push(times[Math.floor(times.length * 0.5)] ?? Number.NaN)
      slowest.push(times[Math.floor(times.length * 0.99)] ?? Number.NaN)
      seen.push(...answered)
    }
    const reads = quick ? 40 : 2000
    say(`reads: ${number(reads)} screenings and ${number(reads)} forms by ${clients} clients`)
    const readLines = [
      await readLine('open the screening page’s data', ready.codes.slice(0, reads), ask.screening),
      await readLine('open a form', ready.codes.slice(0, reads), ask.form),
    ]
    child.send({ kind: 'allocations' })
    const { allocations } = await answerOf<Allocations>(child, 'allocations')
    const byPerson = Map.groupBy(allocations, ({ participant }) => participant)
    const violations = violationsOf(
      seen.flatMap((each) => (byPerson.get(each.participant) ?? []).map((allocation) => ({ ...each, ...allocation }))),
    )
    const missing = seen.filter(({ participant }) => byPerson.get(participant)?.length !== 1)
    const wrong = [...violations, ...missing.map(({ participant }) => `${participant} is not in the list once`)]
    if (wrong.length > 0) say(`randomise: ${wrong.slice(0, 5).join('; ')}`)
    return [
      {
        title: `Randomise through HTTP, ${clients} clients, two strata`,
        about: `The real server in a process of its own, embedded PostgreSQL, durable commits; every fiftieth request is sent twice under one key. Real time, with the clients on the same machine.`,
        lines: [
          { name: 'randomisations', figure: `${number(spreadOf(rates).median)}/s`, spread: range(spreadOf(rates)) },
          { name: 'p50', figure: `${number(spreadOf(middle).median)} ms`, spread: range(spreadOf(middle)) },
          { name: 'p99', figure: `${number(spreadOf(slowest).median)} ms`, spread: range(spreadOf(slowest)) },
          {
            name: `violations in ${number(seen.length)}`,
            figure: String(wrong.length),
            goal: '0',
            met: wrong.length === 0,
          },
          ...readLines,
        ],
      },
    ]
  } finally {
    if (child.connected) child.send({ kind: 'stop' })
    if (child.exitCode === null) await once(child, 'exit')
  }
}

async function readLine(name: string, codes: readonly string[], work: (code: string) => Promise<Answered>) {
  const start = performance.now()
  const answered = await inParallel(codes, work)
  const rate = (answered.length * 1000) / (performance.now() - start)
  const times = answered.map((each) => each.answered - each.asked).toSorted((a, b) => a - b)
  const p99 = times[Math.floor(times.length * 0.99)] ?? Number.NaN
  return { name, figure: `${number(rate)}/s`, spread: `p99 ${number(p99)} ms` }
}

/** So many clients, each taking the next participant when it has its answer. */
async function inParallel(
  codes: readonly string[],
  work: (code: string, index: number) => Promise<Answered>,
): Promise<readonly (Answered & { readonly participant: string })[]> {
  const done: (Answered & { readonly participant: string })[] = []
  let next = 0
  const client = async (): Promise<void> => {
    for (let index = next++; index < codes.length; index = next++) {
      const participant = codes[index] as string
      done.push({ participant, ...(await work(participant, index)) })
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return done
}

function answerOf<Message extends { readonly kind: string }>(
  child: ReturnType<typeof fork>,
  kind: Message['kind'],
): Promise<Message> {
  return new Promise((resolve, reject) => {
    const hear = (message: unknown): void => {
      if ((message as Message).kind !== kind) return
      child.off('exit', fail)
      child.off('message', hear)
      resolve(message as Message)
    }
    const fail = (): void => reject(new Error('the server’s process ended'))
    child.on('message', hear)
    child.once('exit', fail)
  })
}
