import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash, randomBytes } from 'node:crypto'
import path from 'node:path'
import { instantOf } from '@trialwright/protocol'
import { seeded } from '@trialwright/conduct'
import { verifyAll } from '@trialwright/records'
import { createLog, createPorts, createServer, keepTrails } from '@trialwright/server'
import { keyOf } from '@trialwright/simulation/key'
import { createDemoAccounts, demoAccounts } from '../demo/accounts.ts'
import type { OpenDatabase } from '../start/database.ts'
import { register } from '../start/register.ts'
import { compiledOf } from '../start/study.ts'
import { loadStudies } from '../studies.ts'
import { writeEvents } from './events.ts'
import type { Answered, AnswersOf, FromServer, Question, ToServer } from './messages.ts'
import { timesOf } from './times.ts'
import type { Table } from './worlds/tables.ts'

export interface Serving {
  readonly data: string
  readonly study: string
  readonly seed: number
  readonly firstDay: string
  readonly table: Table
  readonly opening: Promise<OpenDatabase>
}

/**
 * The simulation's own server: the real one, with its clock standing until it is moved and its list drawn from the run's seed.
 * That the study is sound is for whoever started it to say.
 */
export async function serve(
  { data, study: studyId, seed, firstDay, table, opening }: Serving,
  tell: (message: FromServer) => void,
): Promise<void> {
  const study = (await loadStudies()).map(compiledOf).find(({ compiled }) => compiled.id === studyId)
  if (!study) throw new Error(`The product has no study ${studyId}.`)
  const database = await opening
  const { pools } = database
  const { compiled } = study
  await register(pools, study, 'demo')
  const accounts = demoAccounts(compiled)
  await createDemoAccounts(pools, studyId, accounts, (name) => keyOf(seed, `account ${name}`))
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
  const began = instantOf(`${firstDay}T14:00:00.000Z`) ?? 0
  if (table !== 'own') {
    const { sealTable } = await import('./worlds/tables.ts')
    await sealTable(pools, compiled, { seed, table, at: `${firstDay}T14:00:00.000Z` })
  }
  /** What a request's draws are made from. */
  const seeding = new AsyncLocalStorage<string>()
  const log = createLog(path.join(data, 'log'))
  const ports = await createPorts({
    mode: 'demo',
    pools,
    studies: [study],
    log,
    demo: accounts,
    milliseconds: () => began,
    // What commands draw, and so what is recorded, follows from the run's seed; sessions are drawn as ever. Each draw of a command
    // begins anew, so that one decided twice draws the same.
    random(count) {
      const from = seeding.getStore()
      return from === undefined ? randomBytes(count) : seeded(Buffer.from(from), sha256)(count)
    },
  })
  const server = await createServer({ ports, requestsPerMinute: 10_000_000 })
  server.addHook('onRequest', (request, _, done) => {
    const key = request.headers['idempotency-key']
    if (key === undefined) return done()
    // The pure core draws the list from the same seed.
    const isList = request.routeOptions.url?.endsWith('/randomisation-list') ?? false
    return seeding.run(isList ? `simulation ${seed}` : `simulation ${seed} ${String(key)}`, done)
  })
  const times = new Map<string, number[]>()
  server.addHook('onResponse', async (request, reply) => {
    const route = `${request.method} ${request.routeOptions.url ?? 'unknown'}`
    const known = times.get(route) ?? []
    known.push(reply.elapsedTime)
    times.set(route, known)
  })
  const keeper = keepTrails({ pools, studies: [studyId], log })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })

  let stopping: Promise<void> | undefined
  const stop = () =>
    (stopping ??= (async () => {
      await server.close()
      await keeper.stop()
      await database.close()
      process.exit(0)
    })())
  process.on('message', (asked: ToServer) => {
    if (asked.kind === 'stop') void stop()
    else void reply(asked.question)
  })
  process.once('disconnect', () => void stop())
  if (!process.connected) void stop()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)

  async function reply(question: Question): Promise<void> {
    tell({ kind: 'answer', question, answer: await answers[question]() } as Answered)
  }
  const answers: { readonly [Each in Question]: () => Promise<AnswersOf[Each]> } = {
    times: async () => timesOf(times),
    events: async () => {
      const file = path.join(data, 'events.jsonl')
      await writeEvents(pools, { id: studyId, sites: compiled.sites.map(({ id }) => id) }, file)
      return file
    },
    verified: async () =>
      (await verifyAll(database.adminUrl)).flatMap(({ logs, problem }) =>
        logs.map(({ log, size }, index) => ({
          log,
          records: size,
          ...(problem && index === 0 ? { problem: problem.text.en } : {}),
        })),
      ),
  }
  tell({ kind: 'ready', address, accounts })
}
