-- How one event becomes a row, a canonical record and a leaf. Internal: no run-time role may call these.

create function record.quoted(value text) returns text
language sql stable as $$ select coalesce(to_json(value)::text, 'null') $$;
comment on function record.quoted(text) is 'The text as a JSON string, escaped as RFC 8785 wants it; null for null.';

create function record.object(given text) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  if json_typeof(given::json) is distinct from 'object' then
    raise exception 'an event must be one JSON object' using errcode = '22000';
  end if;
  return given;
end $$;
comment on function record.object(text) is 'The text, if it is one JSON object and nothing after it; raises otherwise. It goes into a record unchanged.';

create function record.utc(moment timestamptz) returns text
language sql stable as $$ select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;
comment on function record.utc(timestamptz) is 'ISO 8601 in UTC with milliseconds.';

create function record.now_utc() returns timestamptz
language sql volatile as $$ select date_trunc('milliseconds', clock_timestamp()) $$;
comment on function record.now_utc() is 'The database clock in whole milliseconds, so that column and record agree.';

create function record.canonical(value jsonb) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case jsonb_typeof(value)
    when 'object' then '{' || coalesce((select string_agg(to_json(name)::text || ':' || record.canonical(member), ',' order by name collate "C")
      from jsonb_each(value) as members (name, member)), '') || '}'
    when 'array' then '[' || coalesce((select string_agg(record.canonical(item), ',' order by place)
      from jsonb_array_elements(value) with ordinality as items (item, place)), '') || ']'
    else value::text
  end $$;
comment on function record.canonical(jsonb) is 'RFC 8785 text of a value with ASCII keys and whole numbers: for events the database itself writes.';

create function record.envelope(
  study text, stream text, version bigint, place bigint, type text, actor text, role text, site text,
  definition_hash text, key text, recorded_at timestamptz, event text, salt text
) returns text
language sql stable as $$
  select '{"actor":' || record.quoted(actor) || ',"definitionHash":' || record.quoted(definition_hash) || ',"event":' || event
    || ',"key":' || record.quoted(key) || ',"position":' || place || ',"recordedAt":"' || record.utc(recorded_at)
    || '","role":' || record.quoted(role) || case when salt is null then '' else ',"salt":"' || salt || '"' end
    || ',"site":' || record.quoted(site) || ',"stream":' || record.quoted(stream) || ',"study":' || record.quoted(study)
    || ',"type":' || record.quoted(type) || ',"version":' || version || '}' $$;
comment on function record.envelope(text, text, bigint, bigint, text, text, text, text, text, text, timestamptz, text, text) is
  'The record of an event: canonical JSON around the event''s own canonical text. The keys stand in their sorted order.';

create function record.leaf(record text) returns bytea
language sql immutable as $$ select sha256('\x00'::bytea || convert_to(record, 'UTF8')) $$;
comment on function record.leaf(text) is 'RFC 9162 leaf hash of a record.';

create function unblinded.write(
  study text, stream text, place bigint, type text, actor text, role text, site text,
  definition_hash text, key text, recorded_at timestamptz, event text
) returns bytea
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  next_version bigint;
  salt text := replace(gen_random_uuid()::text, '-', '');
  sealed text;
begin
  insert into unblinded.stream as s (study_id, stream_id, version) values (study, stream, 1)
  on conflict (study_id, stream_id) do update set version = s.version + 1
  returning s.version into next_version;
  sealed := record.envelope(study, stream, next_version, place, type, actor, role, site, definition_hash, key, recorded_at,
    record.object(event), salt);
  -- Anyone may ask PostgreSQL for the size of a table: whole steps of 256 bytes, so that no arm's name shows in it.
  sealed := record.envelope(study, stream, next_version, place, type, actor, role, site, definition_hash, key, recorded_at, event,
    salt || repeat('0', (256 - octet_length(sealed) % 256) % 256));
  insert into unblinded.event (study_id, position, stream_id, version, type, actor, role, site, definition_hash, recorded_at, record)
  values (study, place, stream, next_version, type, actor, role, site, definition_hash, recorded_at, sealed);
  return record.leaf(sealed);
end $$;
comment on function unblinded.write(text, text, bigint, text, text, text, text, text, text, timestamptz, text) is
  'Stores one sealed event at the given position and returns its leaf hash. The caller holds the study''s open log.';

create function record.note(study text, stream text, type text, actor text, role text, event jsonb) returns bigint
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  place bigint;
  next_version bigint;
  at timestamptz;
  definition text;
  written text;
begin
  select size into place from audit.log where study_id = study and log = 'open' for update;
  if not found then
    raise exception 'no study %', study using errcode = 'TW001';
  end if;
  at := record.now_utc();
  definition := (select s.definition_hash from record.study s where s.study_id = study);
  insert into record.stream as s (study_id, stream_id, version) values (study, stream, 1)
  on conflict (study_id, stream_id) do update set version = s.version + 1
  returning s.version into next_version;
  written := record.envelope(study, stream, next_version, place, type, actor, role, null, definition, null, at,
    record.canonical(event || jsonb_build_object('type', type)), null);
  insert into record.event (study_id, position, stream_id, version, type, actor, role, site, definition_hash, recorded_at, record)
  values (study, place, stream, next_version, type, actor, role, null, definition, at, written);
  perform audit.grow(study, 'open', place, array[record.leaf(written)]);
  return place;
end $$;
comment on function record.note(text, text, text, text, text, jsonb) is
  'Appends one open event that the database itself writes (accounts, study opening, vault access) and returns its position.';
