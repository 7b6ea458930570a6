import type { Log } from './problem.ts'

const recordedAt = `to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Between the fields of a row, between rows, and for null: control characters, which canonical JSON never holds raw. */
export const marks = { field: '\x1f', row: '\x1e', none: '\x02' } as const

/** A whole page as one text, and its leaves as one run of bytes: what the network and the driver carry cheapest. */
const packed = (event: string, log: Log): string => `
  select
    (select string_agg(concat_ws(E'\\x1f', e.stream_id, e.version, e.type, e.actor, e.role, coalesce(e.site, E'\\x02'),
       coalesce(e.definition_hash, E'\\x02'), ${recordedAt}, e.record), E'\\x1e' order by e.position)
     from ${event} e where e.study_id = $1 and e.position between $2 and $3) as events,
    (select string_agg(l.leaf_hash, ''::bytea order by l.position)
     from audit.leaf l where l.study_id = $1 and l.log = '${log}' and l.position between $2 and $3) as leaves`

/** The same page row by row, a hole showing as nulls: for naming what is wrong. */
const rows = (event: string, log: Log): string => `
  select e.stream_id, e.version, e.type, e.actor, e.role, e.site, e.definition_hash, ${recordedAt} as recorded_at, e.record,
    encode(l.leaf_hash, 'hex') as leaf
  from generate_series($2::bigint, $3::bigint) as p (place)
  left join ${event} e on e.study_id = $1 and e.position = p.place
  left join audit.leaf l on l.study_id = $1 and l.log = '${log}' and l.position = p.place
  order by p.place`

export const statements = {
  open: {
    packed: packed('audit.open_event', 'open'),
    rows: rows('audit.open_event', 'open'),
    beyond: 'select min(position)::text as position from audit.open_event where study_id = $1 and position >= $2',
    streams: 'select stream_id, version from audit.open_stream where study_id = $1',
  },
  sealed: {
    packed: packed('unblinded.event', 'sealed'),
    rows: rows('unblinded.event', 'sealed'),
    beyond: 'select min(position)::text as position from unblinded.event where study_id = $1 and position >= $2',
    streams: 'select stream_id, version from unblinded.stream where study_id = $1',
  },
} as const
