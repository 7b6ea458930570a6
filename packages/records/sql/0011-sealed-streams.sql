-- Sealed streams that several commands meet on, such as a site's stock: the unblinded door takes the versions a decision was
-- made on. And sealed records whose size, as PostgreSQL tells it to anybody, does not depend on what they say.

create or replace function unblinded.append(batch jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  answers jsonb := '[]';
  study text;
  entry jsonb;
  stale bigint;
begin
  -- As append_batch does, and before any version is compared: what is compared stays so until commit.
  for study in select distinct e->>'studyId' collate "C" from jsonb_array_elements(batch) as e order by 1 loop
    perform 1 from audit.log l where l.study_id = study and l.log = 'open' for update;
  end loop;
  -- One after the other: an entry may lengthen the stream the next one expects. A pharmacy sends few at once.
  for entry in select e.value from jsonb_array_elements(batch) with ordinality as e (value, place) order by e.place loop
    select coalesce(s.version, 0) into stale
    from jsonb_to_recordset(coalesce(entry->'expectedSealed', '[]')) as x ("streamId" text, version bigint)
    left join unblinded.stream s on s.study_id = entry->>'studyId' and s.stream_id = x."streamId"
    where coalesce(s.version, 0) is distinct from x.version limit 1;
    -- A repeated command is answered as the first time, whatever has happened since.
    if found and not exists (select 1 from record.idempotency i
        where i.study_id = entry->>'studyId' and i.key = (entry->>'key')::uuid) then
      answers := answers || jsonb_build_array(jsonb_build_object('result', 'conflict', 'version', stale));
    else
      answers := answers || record.append_batch(jsonb_build_array(entry), true);
    end if;
  end loop;
  return answers;
end $$;
comment on function unblinded.append(jsonb) is
  'The unblinded door: as record.append, takes sealed events, and answers conflict where a sealed stream is not at the version expected.';

create or replace function unblinded.write(
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
  -- Anyone may ask PostgreSQL for the size of a table: whole steps so long that what depends on an arm never makes a second
  -- one. (Texts somebody writes freely are bounded where they can differ by arm.)
  sealed := record.envelope(study, stream, next_version, place, type, actor, role, site, definition_hash, key, recorded_at, event,
    salt || repeat('0', (1792 - octet_length(sealed) % 1792) % 1792));
  insert into unblinded.event (study_id, position, stream_id, version, type, actor, role, site, definition_hash, recorded_at, record)
  values (study, place, stream, next_version, type, actor, role, site, definition_hash, recorded_at, sealed);
  return record.leaf(sealed);
end $$;
comment on function unblinded.write(text, text, bigint, text, text, text, text, text, text, timestamptz, text) is
  'Stores one sealed event at the given position and returns its leaf hash. The caller holds the study''s open log.';

-- Compressed, a record would take the room its words need, and tell them apart again.
alter table unblinded.event alter column record set storage external;
