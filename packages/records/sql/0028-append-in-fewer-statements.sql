-- A command spends most of its time in PostgreSQL on starting statements: fewer of them, and none for what it does not ask for.

-- A document is written only when it says something else than before, and then where it stood: its mark was the one indexed
-- column that changed each time. What changed is found by the highest mark of every few pages instead, which from PostgreSQL 16
-- on lets a row be changed in place.
drop trigger note_revision on record.read_model;
drop function record.note_revision();
drop index record.read_model_by_revision;
create index read_model_by_revision on record.read_model using brin (study_id, revision) with (pages_per_range = 4, autosummarize = on);
alter table record.read_model set (fillfactor = 50);
comment on column record.read_model.revision is 'Size of the study''s open log when it last changed; never falls, and several documents may share it.';

drop function record.derive(text, jsonb);
create function record.derive(study text, documents jsonb, log_size bigint) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  given record;
begin
  for given in select * from jsonb_to_recordset(documents) as d (kind text, key text, site text, sort text, document jsonb) loop
    if given.document is null then
      delete from record.read_model m where m.study_id = study and m.kind = given.kind and m.key = given.key;
    else
      insert into record.read_model as m (study_id, kind, key, site, sort, document, revision)
      values (study, given.kind, given.key, given.site, coalesce(given.sort, given.key), given.document, log_size)
      on conflict (study_id, kind, key) do update
      set site = excluded.site, sort = excluded.sort, document = excluded.document, revision = excluded.revision
      where m.document <> excluded.document or m.sort <> excluded.sort or m.site is distinct from excluded.site;
    end if;
  end loop;
end $$;
comment on function record.derive(text, jsonb, bigint) is
  'Upserts read models, marking those that change with the log''s size; a document of null removes it. The caller holds the study''s open log.';

create or replace function record.oddities(t record.trail, event jsonb, recorded_at timestamptz) returns text[]
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  here timestamp;
  given date;
  typed timestamptz;
  found text[] := '{}';
begin
  if t.corrections > 0 then
    found := array_append(found, 'correction');
    if exists (select 1 from record.trail q where q.study_id = t.study_id and q.stream_id = t.stream_id and q.position < t.position
        and q.type ~ '^Query' and q.form is not distinct from t.form and q.encounter is not distinct from t.encounter) then
      found := array_append(found, 'afterQuery');
    end if;
    if exists (select 1 from record.trail s where s.study_id = t.study_id and s.stream_id = t.stream_id and s.position < t.position
        and (s.type ~ 'Signed$' or s.type = 'EligibilityConfirmed') and (s.encounter is null or s.encounter = t.encounter)
        and exists (select 1 from record.trail b where b.study_id = t.study_id and b.stream_id = t.stream_id
          and b.position < s.position and b.encounter = t.encounter and b.form = t.form)) then
      found := array_append(found, 'afterSignature');
    end if;
    if (select count(*) from record.trail c where c.study_id = t.study_id and c.actor = t.actor and c.corrections > 0
        and c.happened_at > t.happened_at - interval '1 hour' and c.happened_at <= t.happened_at) >= 19 then
      found := array_append(found, 'manyInAnHour');
    end if;
  end if;
  if t.type = 'FormRecorded' and exists (select 1 from record.trail l where l.study_id = t.study_id and l.position < t.position
      and l.stream_id in (t.stream_id, 'study') and l.type ~ '(Locked|Frozen)$' and (l.form is null or l.form = t.form)) then
    found := array_append(found, 'afterLock');
  end if;
  -- Where neither the hour nor the day is looked at, the site's time zone is not asked for.
  if event ?| '{at,day}' then
    here := t.happened_at at time zone
      coalesce((select z.time_zone from record.site_zone z where z.study_id = t.study_id and z.site = t.site), 'UTC');
    if t.participant is not null and event ? 'at'
        and (extract(isodow from here) > 5 or here::time < '06:00' or here::time >= '20:00') then
      found := array_append(found, 'oddHours');
    end if;
  end if;
  if event ? 'day' then
    given := record.day(event->>'day');
    if event ? 'corrected' and record.day(event->'corrected'->'day'->>'previous') > given then
      found := array_append(found, 'backDated');
    end if;
    if t.corrections = 0 and here::date - given > 5 then
      found := array_append(found, 'lateEntry');
    end if;
  end if;
  if event ? 'clientTime' then
    typed := record.moment(event->>'clientTime');
    if recorded_at - typed > interval '5 minutes' or typed - recorded_at > interval '5 minutes' then
      found := array_append(found, 'storedLate');
    end if;
  end if;
  return found;
end $$;

create or replace function record.trace_stored() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  event jsonb := '{}';
  changes jsonb;
  t record.trail;
  found text[];
begin
  begin
    event := new.record::jsonb->'event';
  exception when others then
    null; -- Characters that jsonb cannot hold: the event is found by its columns alone.
  end;
  t.study_id := new.study_id;
  t.position := new.position;
  t.stream_id := new.stream_id;
  t.participant := substring(new.stream_id from '^(?:participant|vault)/([A-Z]+-[0-9]+)$');
  t.type := new.type;
  t.actor := new.actor;
  t.role := new.role;
  t.site := new.site;
  t.encounter := coalesce(event->>'encounter', event->'place'->>'encounter');
  t.form := coalesce(event->>'form', event->'place'->>'form');
  changes := event->'changes';
  if jsonb_typeof(changes) = 'array' then
    select array_agg(c->>'item'), coalesce(sum(
      case when c->'previous' is not null then 1 else 0 end
      + case when c ? 'rows' then jsonb_array_length(jsonb_path_query_array(c, '$.rows[*] ? (@.removed == true)'))
        + jsonb_array_length(jsonb_path_query_array(c, '$.rows[*].cells[*] ? (exists (@.previous))')) else 0 end), 0)
    into t.items, t.corrections from jsonb_array_elements(changes) c;
  else
    t.items := array[event->'place'->>'item'];
    t.corrections := 0;
  end if;
  if event->'corrected' ? 'day' then
    t.corrections := t.corrections + 1;
  end if;
  t.happened_at := coalesce(record.moment(event->>'at'), new.recorded_at);
  insert into record.trail values (t.*);
  found := record.oddities(t, event, new.recorded_at);
  if found <> '{}' then
    insert into record.oddity (study_id, pattern, position) select new.study_id, pattern, new.position from unnest(found) as pattern;
  end if;
  return null;
end $$;
comment on function record.trace_stored() is 'Trigger: every stored event is put into the trail in its own transaction.';
drop function record.trace(record.event);

create or replace function record.envelope(
  study text, stream text, version bigint, place bigint, type text, actor text, role text, site text,
  definition_hash text, key text, recorded_at timestamptz, event text, salt text
) returns text
language sql stable as $$
  select format('{"actor":%s,"definitionHash":%s,"event":%s,"key":%s,"position":%s,"recordedAt":"%s","role":%s%s,"site":%s,"stream":%s,"study":%s,"type":%s,"version":%s}',
    record.quoted(actor), record.quoted(definition_hash), event, record.quoted(key), place, record.utc(recorded_at), record.quoted(role),
    case when salt is null then '' else ',"salt":"' || salt || '"' end,
    record.quoted(site), record.quoted(stream), record.quoted(study), record.quoted(type), version) $$;

create or replace function audit.grow(study text, which text, from_size bigint, hashes bytea[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if cardinality(hashes) = 1 then
    insert into audit.leaf (study_id, log, position, leaf_hash) values (study, which, from_size, hashes[1]);
  else
    insert into audit.leaf (study_id, log, position, leaf_hash)
    select study, which, from_size + place - 1, hash from unnest(hashes) with ordinality as added (hash, place);
  end if;
  update audit.log
  set peaks = audit.merged(peaks, size, hashes), size = size + cardinality(hashes)
  where study_id = study and log = which and size = from_size;
  if not found then
    raise exception 'the % log of study % is not at size %', which, study, from_size;
  end if;
end $$;

create or replace function record.append_batch(batch jsonb, sealed_allowed boolean) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  answers jsonb[] := array_fill(null::jsonb, array[jsonb_array_length(batch)]);
  studies text[];
  study text;
  open_size bigint;
  sealed_size bigint;
  open_hashes bytea[];
  sealed_hashes bytea[];
  entry record;
  sealed record;
  known record;
  current_version bigint;
  study_version bigint;
  at timestamptz;
  fresh bigint;
  event record;
  place bigint;
  written text;
  taken record;
begin
  if jsonb_array_length(batch) = 1 then
    studies := array[batch->0->>'studyId'];
  else
    studies := array(select distinct e->>'studyId' collate "C" from jsonb_array_elements(batch) as e order by 1);
  end if;
  foreach study in array studies loop
    select l.size into open_size from audit.log l where l.study_id = study and l.log = 'open' for update;
    if not found then
      raise exception 'no study %', study using errcode = 'TW001';
    end if;
    -- Nobody else lengthens these while the log's row is held.
    sealed_size := null;
    select s.version into study_version from record.stream s where s.study_id = study and s.stream_id = 'study';
    study_version := coalesce(study_version, 0);
    open_hashes := '{}';
    sealed_hashes := '{}';

    for entry in
      select e.* from rows from (jsonb_to_recordset(batch) as (
        "studyId" text, "streamId" text, "expectedVersion" bigint, "studyVersion" bigint, key uuid, "bodyHash" text, actor text, role text,
        site text, "definitionHash" text, response text, events jsonb, "readModels" jsonb, allocate jsonb,
        "sealedEvents" jsonb, outbox jsonb)) with ordinality
        as e (study_id, stream_id, expected, decided_on, key, body_hash, actor, role, site, definition_hash, response, events,
          read_models, allocate, sealed_events, outbox, place)
      where e.study_id = study
      order by e.place
    loop
      select i.body_hash, i.actor, i.response into known from record.idempotency i
      where i.study_id = study and i.key = entry.key;
      if found then
        answers[entry.place] := case when known.body_hash = entry.body_hash and known.actor = entry.actor
          then jsonb_build_object('result', 'replayed', 'response', known.response)
          else '{"result": "keyReused"}'::jsonb end;
        continue;
      end if;

      select s.version into current_version from record.stream s
      where s.study_id = study and s.stream_id = entry.stream_id;
      current_version := coalesce(current_version, 0);
      if current_version <> entry.expected or entry.expected is null then
        answers[entry.place] := jsonb_build_object('result', 'conflict', 'version', current_version);
        continue;
      end if;
      if entry.decided_on <> study_version then
        answers[entry.place] := jsonb_build_object('result', 'conflict', 'version', study_version);
        continue;
      end if;

      at := record.now_utc();
      if sealed_size is null and (entry.allocate is not null or jsonb_array_length(entry.sealed_events) > 0) then
        select l.size into sealed_size from audit.log l where l.study_id = study and l.log = 'sealed';
      end if;
      if entry.allocate is not null then
        select * into taken from unblinded.allocate(study, entry.allocate, sealed_size + cardinality(sealed_hashes),
          entry.actor, entry.role, entry.definition_hash, entry.key::text, at);
        if taken.outcome <> 'allocated' then
          answers[entry.place] := jsonb_build_object('result', taken.outcome);
          continue;
        end if;
        sealed_hashes := array_append(sealed_hashes, taken.leaf);
      end if;

      if jsonb_array_length(entry.sealed_events) > 0 then
        if not sealed_allowed then
          raise exception 'sealed events come through the unblinded door only' using errcode = '42501';
        end if;
        for sealed in select * from jsonb_to_recordset(entry.sealed_events) as s ("streamId" text, type text, text text) loop
          sealed_hashes := array_append(sealed_hashes, unblinded.write(study, sealed."streamId",
            sealed_size + cardinality(sealed_hashes), sealed.type, entry.actor, entry.role, entry.site,
            entry.definition_hash, entry.key::text, at, sealed.text));
        end loop;
      end if;

      fresh := 0;
      for event in select * from jsonb_to_recordset(entry.events) as e (type text, text text) loop
        fresh := fresh + 1;
        place := open_size + cardinality(open_hashes);
        written := record.envelope(study, entry.stream_id, current_version + fresh, place, event.type, entry.actor,
          entry.role, entry.site, entry.definition_hash, entry.key::text, at, record.object(event.text), null);
        insert into record.event (study_id, position, stream_id, version, type, actor, role, site, definition_hash, recorded_at, record)
        values (study, place, entry.stream_id, current_version + fresh, event.type, entry.actor, entry.role, entry.site,
          entry.definition_hash, at, written);
        open_hashes := array_append(open_hashes, record.leaf(written));
      end loop;
      if fresh > 0 and current_version = 0 then
        insert into record.stream (study_id, stream_id, version) values (study, entry.stream_id, fresh);
      elsif fresh > 0 then
        update record.stream s set version = current_version + fresh where s.study_id = study and s.stream_id = entry.stream_id;
      end if;

      if entry.stream_id = 'study' then
        study_version := current_version + fresh;
      end if;

      if jsonb_array_length(entry.read_models) > 0 then
        perform record.derive(study, entry.read_models, open_size);
      end if;
      if jsonb_array_length(entry.outbox) > 0 then
        insert into record.outbox (study_id, key, number, kind, payload, created_at)
        select study, entry.key, o.place, o.kind, o.payload, at
        from rows from (jsonb_to_recordset(entry.outbox) as (kind text, payload jsonb)) with ordinality as o (kind, payload, place);
      end if;
      insert into record.idempotency (study_id, key, body_hash, actor, response, recorded_at)
      values (study, entry.key, entry.body_hash, entry.actor, entry.response, at);

      answers[entry.place] := jsonb_build_object('result', 'appended', 'version', current_version + fresh,
        'first', open_size + cardinality(open_hashes) - fresh);
    end loop;

    if cardinality(open_hashes) > 0 then
      perform audit.grow(study, 'open', open_size, open_hashes);
    end if;
    if cardinality(sealed_hashes) > 0 then
      perform audit.grow(study, 'sealed', sealed_size, sealed_hashes);
    end if;
  end loop;
  return to_jsonb(answers);
end $$;

-- A function in SQL that cannot be inlined is planned anew in every statement before PostgreSQL 18; one in PL/pgSQL once for each connection.
-- The plans are the same whatever is appended: none is made for one batch alone.
create or replace function record.append(batch jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return record.append_batch(batch, false);
end $$;
alter function record.append_all(jsonb) set plan_cache_mode = force_generic_plan;
alter function unblinded.append(jsonb) set plan_cache_mode = force_generic_plan;
