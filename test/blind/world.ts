import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Database, openDatabase, openPools, type Pools, type SealedList, sealList } from '@trialwright/records'
import { minimisationOf, wholeTrial } from '@trialwright/conduct'
import { type CompiledStudy, loadStudy } from '@trialwright/protocol'
import { createLog, createPorts, createServer, type Ports } from '@trialwright/server'
import { type FreshDatabase, freshDatabase } from '@trialwright/test-support'
import { type TrialClock, trialClock } from './clock.ts'
import { drawFrom } from './draw.ts'
import { password, setClock, type Someone, type Template } from './installation.ts'
import { type Ask, overSocket, type Server, within } from './person.ts'
import type { BlindStudy } from './study.ts'
import type { SecretTable } from './worlds/tables.ts'

/** One world: a server on a database of its own, whose secret table is the only thing that tells it from the others. */
export interface World extends AsyncDisposable {
  readonly server: Server
  readonly ask: Ask
  readonly ports: Ports
  readonly pools: Pools
  readonly admin: Database
  readonly database: FreshDatabase
  readonly study: BlindStudy
  readonly people: readonly Someone[]
  readonly table: SecretTable
  readonly clock: TrialClock
  /** Sets the database's clock to the trial's, and forgets what the server keeps for some seconds only. */
  settle(): Promise<void>
  /** The operator's log so far, without what the machine chooses: real times and the port. */
  log(): Promise<string>
  /** Ends the server and its connections; the database stays until the world is disposed of. */
  close(): Promise<void>
}

/** Changes a world's parts before they are put together: how the harness plants a leak. */
export interface Plant {
  readonly ports?: (ports: Ports, world: { readonly table: SecretTable; readonly study: BlindStudy }) => Ports
  readonly random?: (honest: (count: number) => Uint8Array, table: SecretTable) => (count: number) => Uint8Array
  readonly server?: (server: Server, world: { readonly table: SecretTable; readonly study: BlindStudy }) => void
}

export interface WorldOptions {
  readonly plant?: Plant
  /** People come over a socket, where the very bytes of the network are wanted. */
  readonly network?: boolean
  /** Of each of the server's roles; with one, rows are stored in one order. */
  readonly connections?: number
}

/** A busy machine is waited for: an answer of being busy would differ from world to world. Milliseconds. */
export const patience = { connectionTimeout: 60_000, statementTimeout: 60_000, lockTimeout: 60_000 }

/** A world of this table. */
export async function openWorld(
  template: Template,
  table: SecretTable,
  { plant = {}, network = false, connections = 4 }: WorldOptions = {},
): Promise<World> {
  const { study, people } = template
  const database = await freshDatabase({ copyOf: template.database.name })
  const pools = openPools({ url: database.adminUrl, passwords: database.passwords, connections, ...patience })
  const admin = openDatabase(database.adminUrl, { connections: 1 })
  const clock = trialClock()
  await sealSecrets(pools, study, table, clock)

  const folder = mkdtempSync(path.join(os.tmpdir(), 'trialwright-blind-'))
  const log = createLog(folder)
  // The lines of an operator who wants to see everything.
  log.level = 'trace'
  const draw = drawFrom('the randomness of every world')
  const honest = await createPorts({
    mode: 'demo',
    pools,
    studies: [study],
    log,
    milliseconds: clock.milliseconds,
    random: plant.random?.(draw, table) ?? draw,
    demo: { password, accounts: [] },
  })
  const ports = plant.ports?.(honest, { table, study }) ?? honest
  const server = await createServer({ ports, requestsPerMinute: 100_000_000 })
  plant.server?.(server, { table, study })
  const socket = network ? overSocket(await server.listen({ host: '127.0.0.1', port: 0 })) : undefined

  let shut: Promise<unknown> | undefined
  const close = async () => {
    socket?.close()
    await server.close()
    await pools.close()
  }

  return {
    server,
    ask: socket?.ask ?? within(server),
    ports,
    pools,
    admin,
    database,
    study,
    people,
    table,
    clock,
    async settle() {
      await setClock(admin, clock)
      // The public page's totals are kept for ten seconds of real time, by study object: a new one has none yet.
      const studies = ports.studies as Map<string, NonNullable<ReturnType<typeof ports.studies.get>>>
      for (const [id, open] of studies) studies.set(id, { ...open })
    },
    async log() {
      await new Promise<void>((resolve, reject) => log.flush((error) => (error ? reject(error) : resolve())))
      return readFileSync(path.join(folder, 'server.log'), 'utf8').replaceAll(/"time":\d+,?|127\.0\.0\.1:\d+/g, '')
    },
    close: async () => void (await (shut ??= close())),
    async [Symbol.asyncDispose]() {
      await (shut ??= close())
      await admin.close()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * The only place where worlds are told apart. The commitment is a salted hash, so it may be the same in all of them: with
 * another salt another list has it, as far as anybody can compute.
 */
export const sealSecrets = (pools: Pools, { compiled }: BlindStudy, table: SecretTable, clock: TrialClock) =>
  sealList(pools.unblinded, {
    studyId: compiled.id,
    ...secretsOf(compiled, table),
    commitment: 'c0'.repeat(32),
    method: 'permuted blocks of random sizes',
    specification: '{}',
    actor: 'officer',
    role: 'randomisationOfficer',
    at: clock.now(),
  })

/** The lists; or, of minimisation, such numbers that the arms of the table follow whoever came before. */
function secretsOf(compiled: CompiledStudy, table: SecretTable): Pick<SealedList, 'strata' | 'minimisation'> {
  const minimisation = minimisationOf(loadStudy(compiled))
  if (!minimisation) return { strata: Object.entries(table).map(([stratum, arms]) => ({ stratum, arms })) }
  const [first] = Object.keys(minimisation.ratio).toSorted()
  const numbers = Object.values(table).flatMap((arms) => arms.map((arm) => (arm === first ? 0 : 2 ** 32 - 1)))
  return { strata: [{ stratum: wholeTrial, numbers }], minimisation }
}
