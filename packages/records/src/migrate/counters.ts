import type pg from 'pg'
import type { Database } from '../pools/database.ts'
import { sqlState } from '../pools/failure.ts'
import type { Sentence } from '../verify/problem.ts'
import { together } from './together.ts'

/*
 * PostgreSQL counts for anybody who is connected what others do: rows written, blocks, pages, locks, bytes of its log. Sealed
 * records are written so that none of these depends on an arm; that a blinded login cannot ask for them is the second wall.
 */

/** Functions of the catalogue that tell counts, sizes, locks or places in the log. Those of one's own values are not meant. */
const countingFunctions = `
  select p.oid::regprocedure::text as function from pg_catalog.pg_proc p
  where p.pronamespace = 'pg_catalog'::regnamespace and exists (
      select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where a.grantee = 0 and a.privilege_type = 'EXECUTE')
    and (p.proname ~ '^pg_stat_get_|^pg_(database|tablespace|relation|table|indexes|total_relation)_size$'
      or p.proname ~ '^pg_(current|last)_wal_.*lsn$|^pg_control_(checkpoint|recovery)$|wal_summar'
      or p.proname in ('pg_lock_status', 'pg_blocking_pids', 'pg_safe_snapshot_blocking_pids', 'pg_prepared_xact',
        'pg_isolation_test_session_is_blocked', 'pg_last_committed_xact', 'pg_xact_commit_timestamp',
        'pg_xact_commit_timestamp_origin', 'pg_relation_filenode', 'pg_relation_filepath', 'pg_notification_queue_usage', 'pg_get_replication_slots', 'pg_get_multixact_members'))`

const openToAll = (relation: string, columns = '') => `
  from pg_catalog.pg_class c, aclexplode(c.relacl) a
  where c.oid in (${relation}) and a.grantee = 0 and a.privilege_type = 'SELECT' ${columns}`

/** What is known of the values in tables, and of how rows lie. */
const distributions = openToAll(
  `select oid from pg_catalog.pg_class where relnamespace = 'pg_catalog'::regnamespace
     and relname in ('pg_stats', 'pg_stats_ext', 'pg_stats_ext_exprs')`,
)

const ownColumns = openToAll(`'pg_catalog.pg_class'::regclass`)

/** Estimates of rows and pages, and files, of every table. */
const estimates = `'relpages', 'reltuples', 'relallvisible', 'relallfrozen', 'relfilenode', 'relfrozenxid', 'relminmxid'`

/** What takes from everybody what is still open; whoever watches the server, a member of pg_monitor, keeps it. */
const closing = `
  select statement from (
    select 1 as place, format('revoke execute on function %s from public', function) as statement from (${countingFunctions}) f
    union all
    select 2, format('grant execute on function %s to pg_monitor', function) from (${countingFunctions}) f
    union all
    select 3, format('revoke select on pg_catalog.%I from public', c.relname) ${distributions}
    union all
    select 4, format('grant select on pg_catalog.%I to pg_monitor', c.relname) ${distributions}
    union all
    select 5, 'revoke select on pg_catalog.pg_class from public' ${ownColumns}
    union all
    select 6, 'grant select on pg_catalog.pg_class to pg_monitor' ${ownColumns}
    union all
    select 7, format('grant select (%s) on pg_catalog.pg_class to public', (
      select string_agg(quote_ident(attname), ', ') from pg_catalog.pg_attribute
      where attrelid = 'pg_catalog.pg_class'::regclass and attnum > 0 and not attisdropped and attname not in (${estimates})))
    ${ownColumns}) s
  order by place, statement`

/**
 * Closes PostgreSQL's counters to every run-time role of this database. Only a superuser may; an installation whose server
 * belongs to somebody else stays as it is, and {@link openCounters} says so. Run at every start: a restored or upgraded
 * database may have them open again.
 */
export async function closeCounters(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ statement: string }>(closing)
  if (rows.length === 0) return
  try {
    // Sent at once, so that all of them hold or none.
    await together(() => admin.query(rows.map(({ statement }) => statement).join(';')))
  } catch (error) {
    if (sqlState(error) !== '42501') throw error
  }
}

/** Says whether run-time roles may still ask PostgreSQL for its counters; nothing when they may not. */
export async function openCounters(database: Database): Promise<readonly Sentence[]> {
  const rows = await database.read<{ open: number }>(`select count(*)::int as open from (${closing}) s`)
  if (rows[0]?.open === 0) return []
  return [
    {
      en: 'Every login of this database may ask PostgreSQL for its counters (rows, sizes, locks): the administrator is not a superuser and could not close them. Sealed records are padded, so that no count depends on an arm; keep the passwords of the run-time roles safe all the same.',
      nb: 'Alle pålogginger i denne databasen kan spørre PostgreSQL om tellere (rader, størrelser, låser): administratoren er ikke superbruker og kunne ikke stenge dem. Forseglede poster er fylt ut, slik at ingen teller avhenger av en arm; hold likevel passordene til kjøretidsrollene hemmelige.',
    },
  ]
}
