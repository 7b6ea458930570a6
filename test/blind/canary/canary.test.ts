import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { isBlinded } from '@trialwright/conduct'
import { openDatabase, openPools, roleUrl } from '@trialwright/records'
import { freshDatabase } from '@trialwright/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { talkTo, type Talking } from '../../durability/process.ts'
import { routeAt } from '../addresses.ts'
import { trialClock } from '../clock.ts'
import { drawFrom, token } from '../draw.ts'
import { nightly } from '../effort.ts'
import { makeTemplate, setClock } from '../installation.ts'
import { overSocket } from '../person.ts'
import { replay } from '../replay.ts'
import { report } from '../report.ts'
import { studyWith } from '../study.ts'
import { patience, sealSecrets } from '../world.ts'
import type { Said, Told } from './serve.ts'
import { type Finding, foundIn, foundWithin } from './search.ts'

/*
 * Two processes serve one trial: one to blinded people, one to the pharmacy. The pharmacy's definition calls the arms by other
 * words than the public one, and so does the secret table: words that the blinded process has never been told.
 */
const draw = drawFrom(randomBytes(16).toString('hex'))
const openly = studyWith({ experimental: token(12, draw), comparator: token(12, draw) })
const secretly = studyWith({ experimental: token(12, draw), comparator: token(12, draw) })
const [verum, control] = secretly.arms
const table = { north: [verum, control, control, verum, verum], south: [control, verum] }

/** Views of PostgreSQL's counters are there for all; what they call is not. */
function nothingIfDenied(error: unknown): readonly [] {
  if ((error as { readonly code?: string }).code === '42501') return []
  throw error
}

type Process = Talking<Told, Said>
const wait = 300_000
/** A smaller memory is searched sooner; nightly it may grow, and keep what it once held. */
const memory = nightly ? {} : { NODE_OPTIONS: '--max-old-space-size=96 --max-semi-space-size=2' }

describe('given a trial whose secret arms are words that stand nowhere else', () => {
  const seen: { readonly place: string; readonly bytes: string }[] = []
  const folder = mkdtempSync(path.join(os.tmpdir(), 'trialwright-canary-'))
  const processes: Process[] = []
  const clean: (() => Promise<unknown>)[] = []
  let adminUrl = ''
  let passwords: Awaited<ReturnType<typeof freshDatabase>>['passwords']

  beforeAll(async () => {
    const template = await makeTemplate(openly)
    const database = await freshDatabase({ copyOf: template.database.name })
    ;({ adminUrl, passwords } = database)
    const pools = openPools({ url: adminUrl, passwords, connections: 2 })
    const admin = openDatabase(adminUrl, { connections: 1 })
    const clock = trialClock()
    await sealSecrets(pools, openly, table, clock)
    const asks: ReturnType<typeof overSocket>[] = []
    for (const study of [openly, secretly]) {
      const logFolder = path.join(folder, `log${processes.length}`)
      const process = talkTo<Told, Said>(new URL('serve.ts', import.meta.url), [], memory)
      processes.push(process)
      const config = { url: adminUrl, passwords, connections: 4, ...patience }
      // Both under the registered definition's hash: one trial, told in two ways.
      process.say({ serve: { compiled: study.compiled, hash: openly.hash, pools: config, logFolder } })
      const told = await process.hear(wait)
      asks.push(overSocket('address' in told ? told.address : ''))
    }
    clean.push(
      async () => asks.forEach(({ close }) => close()),
      ...processes.map((process) => () => process.kill()),
      () => pools.close(),
      () => admin.close(),
      () => Promise.resolve(database.drop()),
      async () => template[Symbol.asyncDispose](),
    )
    const stage = {
      study: openly,
      people: template.people,
      clock,
      pools,
      ask: (who, request) => asks[who === undefined || isBlinded(who.role) ? 0 : 1]!.ask(who, request),
      async settle() {
        await setClock(admin, clock)
        for (const process of processes) {
          process.say({ now: clock.milliseconds() })
          await process.hear(wait)
        }
      },
      log: () => Promise.resolve(readFileSync(path.join(folder, 'log0', 'server.log'), 'utf8')),
    } satisfies Parameters<typeof replay>[0]
    const watcher = { see: (place: string, bytes: string) => void seen.push({ place, bytes }) }
    // A broken code tells its breaker an arm, in this very process; so the script stops before.
    await replay(stage, watcher, {
      roles: nightly ? 99 : 1,
      atArms: 99,
      thorough: nightly,
      surveys: nightly,
      knocks: true,
      acts: 'beginning',
    })
  }, 900_000)

  afterAll(async () => {
    for (const each of clean) await each()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Dumps a process's memory and searches it, piece by piece with an overlap. */
  const searchMemory = async (process: Process, words: readonly string[]) => {
    const file = path.join(folder, 'memory')
    process.say({ dump: file })
    await process.hear(wait)
    const found: Finding[] = []
    const handle = openSync(file, 'r')
    const piece = Buffer.alloc(16 * 1024 * 1024)
    const overlap = 256
    const { size } = statSync(file)
    for (let at = 0; at < size; at += piece.length - overlap)
      found.push(...foundIn(piece.subarray(0, readSync(handle, piece, 0, piece.length, at)), words))
    closeSync(handle)
    rmSync(file)
    return { found, megabytes: Math.round(size / 1024 / 1024) }
  }

  test('R3-10 B3 when every byte that blinded people, the log and the blinded tables showed is searched, then no secret word is there', () => {
    const found = seen.flatMap(({ place, bytes }) =>
      foundWithin(Buffer.from(bytes, 'latin1'), secretly.arms).map((finding) => ({ place, ...finding })),
    )
    expect(found.slice(0, 5)).toEqual([])
    expect(seen.length).toBeGreaterThan(2_000)
    report('canary', { places: seen.length, bytes: seen.reduce((sum, { bytes }) => sum + bytes.length, 0) })
  })

  test('R3-10 B3 when the public words of the arms are searched, then they stand where the study is described, and nowhere else', () => {
    const places = seen.flatMap(({ place, bytes }) =>
      foundIn(Buffer.from(bytes, 'latin1'), openly.arms).length > 0 ? [place.split(' reads ')[1] ?? place] : [],
    )
    const routes = new Set(places.map((place) => routeAt('GET', place)?.id ?? place))
    expect([...routes].toSorted()).toEqual(['definition', 'publicStudy'])
  })

  test('R11 B3 B5 when everything the blinded, audit, access and vault logins may read is dumped, then no secret word is there, and the public ones in the definition only', async () => {
    const told: string[] = []
    let bytes = 0
    for (const role of ['blinded', 'audit', 'access', 'vault'] as const) {
      const database = openDatabase(roleUrl(adminUrl, role, passwords), { connections: 1 })
      const relations = await database.read<{ name: string }>(
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname <> 'information_schema'
           and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')`,
      )
      for (const { name } of relations) {
        const rows = await database.read<{ row: string }>(`select t::text as row from ${name} t`).catch(nothingIfDenied)
        const dump = Buffer.from(rows.map(({ row }) => row).join('\n'))
        bytes += dump.length
        told.push(...foundWithin(dump, secretly.arms).map(({ around }) => `${role} ${name}: ${around}`))
        if (foundIn(dump, openly.arms).length > 0 && !name.endsWith('definition')) told.push(`${role} ${name}`)
      }
      await database.close()
    }
    expect(told).toEqual([])
    expect(bytes).toBeGreaterThan(500_000)
  })

  test('R3-10 B3 when the memory of the process that serves blinded people is searched, then no secret word was ever in it; in the pharmacy’s there is', async () => {
    const [blinded, pharmacy] = processes as [Process, Process]
    const there = await searchMemory(pharmacy, secretly.arms)
    expect(there.found.length, 'the search must find what is there').toBeGreaterThan(0)
    const here = await searchMemory(blinded, secretly.arms)
    expect(here.found.slice(0, 3)).toEqual([])
    expect(here.megabytes).toBeGreaterThan(20)
    report('canary, memory', { blindedMegabytes: here.megabytes, pharmacyMegabytes: there.megabytes })
  }, 600_000)

  test('R3-10 B3 when the logs of both processes and of PostgreSQL are searched, then no secret word is there', async () => {
    const admin = openDatabase(adminUrl, { connections: 1 })
    const [place] = await admin.read<{ data: string; log: string }>(
      `select replace(current_setting('data_directory'), '/proc/self/', format('/proc/%s/', pg_backend_pid())) as data,
         current_setting('log_directory') as log`,
    )
    const logs = path.resolve(place!.data, place!.log)
    const files = [
      ...['log0', 'log1'].map((each) => path.join(folder, each, 'server.log')),
      ...readdirSync(logs).map((file) => path.join(logs, file)),
    ]
    expect(files.length).toBeGreaterThan(2)
    for (const file of files) expect(foundWithin(readFileSync(file), secretly.arms)).toEqual([])
    await admin.close()
  })
})
