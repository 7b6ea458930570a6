import pg from 'pg'
import { owner, type Passwords } from '../pools/role.ts'
import { closeCounters } from './counters.ts'
import { type MigrationFile, migrationFolder, readMigrations } from './files.ts'
import { ensureRoles, limitDatabase } from './roles.ts'

export type MigrationResult =
  | { readonly result: 'migrated'; readonly applied: readonly string[]; readonly version: number }
  /** A file that was applied has other bytes now. */
  | { readonly result: 'changedFile'; readonly file: string }
  /** The database has migrations this release does not know: it is older than the database. */
  | { readonly result: 'newerDatabase'; readonly file: string }

/** Any number no other program is likely to lock. */
const migrationLock = 7_201_904_421

/**
 * Brings the database that `adminUrl` names to this release: roles, passwords, then each missing file in its own transaction
 * as the owning role. Several starts at once wait for each other. Throws when the server is not reachable or a file fails.
 */
export const migrate = async (
  adminUrl: string,
  passwords: Passwords,
  folder: string = migrationFolder,
): Promise<MigrationResult> => {
  const admin = new pg.Client({
    connectionString: adminUrl,
    connectionTimeoutMillis: 10_000,
    options: '-c timezone=UTC',
  })
  admin.on('error', () => {})
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock($1)', [migrationLock])
    await ensureRoles(admin, passwords)
    await limitDatabase(admin)
    await closeCounters(admin)
    await admin.query(`set role ${owner}`)
    await admin.query(ledger)
    return await applyMissing(admin, readMigrations(folder))
  } finally {
    await admin.end()
  }
}

const applyMissing = async (admin: pg.Client, files: readonly MigrationFile[]): Promise<MigrationResult> => {
  const { rows: done } = await admin.query<{ name: string; sha256: string }>(
    'select name, sha256 from migration.applied order by name',
  )
  for (const [index, { name, sha256 }] of done.entries()) {
    const file = files[index]
    if (file === undefined) return { result: 'newerDatabase', file: name }
    if (file.name !== name || file.sha256 !== sha256) return { result: 'changedFile', file: name }
  }
  const missing = files.slice(done.length)
  for (const file of missing) {
    await admin.query('begin')
    try {
      await admin.query(file.text)
      await admin.query('insert into migration.applied (name, sha256, applied_at) values ($1, $2, clock_timestamp())', [
        file.name,
        file.sha256,
      ])
      await admin.query('commit')
    } catch (error) {
      await admin.query('rollback')
      throw new Error(`migration ${file.name} failed: ${String((error as Error).message)}`, { cause: error })
    }
  }
  return { result: 'migrated', applied: missing.map((file) => file.name), version: files.length }
}

const ledger = `
  create schema if not exists migration;
  comment on schema migration is 'Which migration files were applied.';
  create table if not exists migration.applied (name text primary key, sha256 text not null, applied_at timestamptz not null);
  comment on table migration.applied is 'Applied migration files; a file changed afterwards is refused.';
  comment on column migration.applied.name is 'File name; its number gives the order.';
  comment on column migration.applied.sha256 is 'SHA-256 (hex) of the file''s bytes.';
  comment on column migration.applied.applied_at is 'Database time.';`
