import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { EmbeddedFailure } from './failure.ts'
import { readPostmaster } from './postmaster.ts'
import { processState, waitUntilGone } from './processes.ts'
import { type EmbeddedDatabase, startEmbedded } from './startEmbedded.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

describe('the embedded server', () => {
  test('given a new folder, when it starts, then it is durable, checksummed, UTF-8, UTC and wants a password', async () => {
    const { adminUrl } = await start(newFolder())
    expect(await settings(adminUrl)).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      server_encoding: 'UTF8',
      lc_collate: 'C',
      TimeZone: 'UTC',
      log_timezone: 'UTC',
      log_error_verbosity: 'default',
      password_encryption: 'scram-sha-256',
    })
    const open = new URL(adminUrl)
    open.password = 'guessed'
    await expect(query(open.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test('given data, when the server stops and starts again, then the data is there', async () => {
    const folder = newFolder()
    const first = await start(folder)
    await query(first.adminUrl, 'create table kept as select 42 as answer')
    await first.stop()
    const second = await start(folder)
    expect(await query(second.adminUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('given a running server, when a second starts on its data, then it is refused with a sentence', async () => {
    const folder = newFolder()
    await start(folder)
    await expect(startEmbedded({ folder, durable: true })).rejects.toMatchObject({
      code: 'alreadyRunning',
      message: expect.stringMatching(
        /Another Trialwright \(process \d+\) is already running on the data in .*stop it first/,
      ),
    })
  })

  test('given a killed parent, when the next one starts, then it takes over the server that was left running', async () => {
    const folder = newFolder()
    const orphan = await orphanIn(folder)
    const next = await start(folder)
    expect(readPostmaster(path.join(folder, 'cluster'))?.pid).toBe(orphan)
    expect(await query(next.adminUrl, 'select 1 as answer')).toEqual([{ answer: 1 }])
    await next.stop()
    expect(processState(orphan)).not.toBe('running')
  })

  test('given an orphan that does not sync, when a durable server is wanted, then it is replaced', async () => {
    const folder = newFolder()
    const orphan = await orphanIn(folder, false)
    const next = await start(folder)
    expect(readPostmaster(path.join(folder, 'cluster'))?.pid).not.toBe(orphan)
    expect(await query(next.adminUrl, 'show fsync')).toEqual([{ fsync: 'on' }])
  })

  test('given a killed postmaster, when the next one starts, then it waits for the dead one and recovers the data', async () => {
    const folder = newFolder()
    const orphan = await orphanIn(folder)
    process.kill(orphan, 'SIGKILL')
    const next = await start(folder)
    expect(await query(next.adminUrl, 'select 1 as answer')).toEqual([{ answer: 1 }])
  })

  test('given a set-up that was interrupted, when the server starts, then it sets up anew', async () => {
    const folder = newFolder()
    mkdirSync(path.join(folder, 'cluster.unfinished'), { recursive: true })
    writeFileSync(path.join(folder, 'cluster.unfinished', 'PG_VERSION'), '18')
    const { adminUrl } = await start(folder)
    expect(await query(adminUrl, 'select 1 as answer')).toEqual([{ answer: 1 }])
  })

  test('given a folder closed to others, when the server starts, then only its owner reads the data and the password', async () => {
    const folder = newFolder()
    await start(folder)
    expect(statSync(path.dirname(folder)).mode & 0o777).toBe(0o700)
    expect(statSync(path.join(folder, 'cluster')).mode & 0o777).toBe(0o700)
    expect(statSync(path.join(folder, 'superuser.password')).mode & 0o777).toBe(0o600)
  })
})

describe('a start that cannot succeed says why in a sentence', () => {
  test('a path that cannot become a folder', async () => {
    const file = path.join(path.dirname(newFolder()), 'file')
    writeFileSync(file, '')
    await expect(startEmbedded({ folder: path.join(file, 'data'), durable: true })).rejects.toMatchObject({
      code: 'folderNotWritable',
      message: expect.stringMatching(/^The data folder .* cannot be written \(ENOTDIR\); give this user the right/),
    })
  })

  test.skipIf(process.getuid?.() === 0)('a folder without the right to write', async () => {
    const folder = newFolder()
    mkdirSync(folder)
    chmodSync(folder, 0o500)
    await expect(startEmbedded({ folder, durable: true })).rejects.toMatchObject({ code: 'folderNotWritable' })
  })

  test('data of another major version of PostgreSQL, which stays as it is', async () => {
    const folder = newFolder()
    await (await start(folder)).stop()
    const version = path.join(folder, 'cluster', 'PG_VERSION')
    writeFileSync(version, '15\n')
    const failure = await startEmbedded({ folder, durable: true }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(EmbeddedFailure)
    expect(failure).toMatchObject({ code: 'otherMajorVersion', message: expect.stringContaining('PostgreSQL 15') })
    expect(readFileSync(version, 'utf8')).toBe('15\n')
    expect(existsSync(path.join(folder, 'supervisor.lock'))).toBe(false)
  })

  test('data without its password', async () => {
    const folder = newFolder()
    await (await start(folder)).stop()
    rmSync(path.join(folder, 'superuser.password'))
    await expect(startEmbedded({ folder, durable: true })).rejects.toMatchObject({ code: 'passwordMissing' })
  })
})

function newFolder(): string {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'trialwright-embedded-'))
  undo.push(() => rmSync(parent, { recursive: true, force: true }))
  return path.join(parent, 'postgres')
}

async function start(folder: string): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ folder, durable: true })
  undo.push(() => database.stop())
  return database
}

/** Leaves a server behind as kill -9 of the program does; returns the postmaster's process id. */
async function orphanIn(folder: string, durable = true): Promise<number> {
  const module = new URL('./startEmbedded.ts', import.meta.url).href
  const script = `import { startEmbedded } from '${module}'
    await startEmbedded({ folder: process.env.FOLDER, durable: ${durable} }); console.log('up'); setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, FOLDER: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve, reject) => {
    parent.stdout.once('data', resolve)
    parent.once('exit', (code) => reject(new Error(`the parent ended with ${code}`)))
  })
  parent.kill('SIGKILL')
  await waitUntilGone(parent.pid ?? 0, 10_000)
  const postmaster = readPostmaster(path.join(folder, 'cluster'))
  if (postmaster === undefined) throw new Error('no server was left running')
  expect(processState(postmaster.pid)).toBe('running')
  return postmaster.pid
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function settings(url: string): Promise<Record<string, string>> {
  const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'server_encoding', 'TimeZone']
  const more = ['log_timezone', 'log_error_verbosity', 'password_encryption']
  const rows = (await query(url, 'select name, setting from pg_settings')) as { name: string; setting: string }[]
  const wanted = rows.filter(({ name }) => [...names, ...more].includes(name)).map((row) => [row.name, row.setting])
  const [collation] = (await query(url, 'select datcollate from pg_database where datname = current_database()')) as {
    datcollate: string
  }[]
  return { ...Object.fromEntries(wanted), lc_collate: collation?.datcollate ?? '' }
}
