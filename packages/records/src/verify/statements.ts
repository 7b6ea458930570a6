/** Between the fields of a row, between rows, and for null: control characters, which canonical JSON never holds raw. */
export const marks = { field: '\x1f', row: '\x1e', none: '\x02' } as const

/**
 * Each log's statements, written out for both. `packed`: a whole page as one text, and its leaves as one run of bytes, which
 * server, network and driver carry cheapest; the time stands in PostgreSQL's own form, which `isoFrom` reads.
 * `rows`: the same page row by row, a hole showing as nulls, for naming what is wrong.
 */
export const statements = {
  open: {
    packed: `
      select
        (select string_agg(e.stream_id || E'\\x1f' || e.version || E'\\x1f' || e.type || E'\\x1f' || e.actor || E'\\x1f' || e.role
           || E'\\x1f' || coalesce(e.site, E'\\x02') || E'\\x1f' || coalesce(e.definition_hash, E'\\x02') || E'\\x1f' || e.recorded_at
           || E'\\x1f' || e.record, E'\\x1e')
         from (select * from audit.open_event where study_id = $1 and position between $3 and $4 order by position) as e) as events,
        (select string_agg(l.leaf_hash, ''::bytea) from (select leaf_hash from audit.leaf
           where study_id = $1 and log = $2 and position between $3 and $4 order by position) as l) as leaves`,
    rows: `
      select e.stream_id, e.version, e.type, e.actor, e.role, e.site, e.definition_hash,
        to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at, e.record,
        encode(l.leaf_hash, 'hex') as leaf
      from generate_series($3::bigint, $4::bigint) as p (place)
      left join audit.open_event e on e.study_id = $1 and e.position = p.place
      left join audit.leaf l on l.study_id = $1 and l.log = $2 and l.position = p.place
      order by p.place`,
    beyond: 'select min(position)::text as position from audit.open_event where study_id = $1 and position >= $2',
    streams: 'select stream_id, version from audit.open_stream where study_id = $1',
  },
  sealed: {
    packed: `
      select
        (select string_agg(e.stream_id || E'\\x1f' || e.version || E'\\x1f' || e.type || E'\\x1f' || e.actor || E'\\x1f' || e.role
           || E'\\x1f' || coalesce(e.site, E'\\x02') || E'\\x1f' || coalesce(e.definition_hash, E'\\x02') || E'\\x1f' || e.recorded_at
           || E'\\x1f' || e.record, E'\\x1e')
         from (select * from unblinded.event where study_id = $1 and position between $3 and $4 order by position) as e) as events,
        (select string_agg(l.leaf_hash, ''::bytea) from (select leaf_hash from audit.leaf
           where study_id = $1 and log = $2 and position between $3 and $4 order by position) as l) as leaves`,
    rows: `
      select e.stream_id, e.version, e.type, e.actor, e.role, e.site, e.definition_hash,
        to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at, e.record,
        encode(l.leaf_hash, 'hex') as leaf
      from generate_series($3::bigint, $4::bigint) as p (place)
      left join unblinded.event e on e.study_id = $1 and e.position = p.place
      left join audit.leaf l on l.study_id = $1 and l.log = $2 and l.position = p.place
      order by p.place`,
    beyond: 'select min(position)::text as position from unblinded.event where study_id = $1 and position >= $2',
    streams: 'select stream_id, version from unblinded.stream where study_id = $1',
  },
} as const

/** ISO 8601 in UTC with milliseconds, from `2027-03-01 09:30:00.12+00`. */
export const isoFrom = (text: string): string =>
  `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`
