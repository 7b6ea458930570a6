-- What comes in one call is written by one statement for all of it: most of what an append cost was starting statements, event by event.

create or replace function record.derive(study text, documents jsonb, log_size bigint) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if documents @? '$[*] ? (!exists (@.document) || @.document == null)' then
    delete from record.read_model m using jsonb_to_recordset(documents) as d (kind text, key text, document jsonb)
    where d.document is null and m.study_id = study and m.kind = d.kind and m.key = d.key;
  end if;
  insert into record.read_model as m (study_id, kind, key, site, sort, document, revision)
  -- Of two that take the same place the later one stands.
  select distinct on (d.kind, d.key) study, d.kind, d.key, d.site, coalesce(d.sort, d.key), d.document, log_size
  from rows from (jsonb_to_recordset(documents) as (kind text, key text, site text, sort text, document jsonb))
    with ordinality as d (kind, key, site, sort, document, place)
  where d.document is not null
  order by d.kind, d.key, d.place desc
  on conflict (study_id, kind, key) do update
  set site = excluded.site, sort = excluded.sort, document = excluded.document, revision = excluded.revision
  where m.document <> excluded.document or m.sort <> excluded.sort or m.site is distinct from excluded.site;
end $$;

create or replace function record.append_batch(batch jsonb, sealed_allowed boolean) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  answers jsonb[] := array_fill(null::jsonb, array[jsonb_array_length(batch)]);
  studies text[];
  study text;
  open_size bigint;
  next_place bigint;
  sealed_size bigint;
  open_hashes bytea[];
  sealed_hashes bytea[];
  entry record;
  sealed record;
  earlier jsonb;
  -- Of what is appended: its place in the batch by its key; its first position and the version before it, by its place.
  keys uuid[];
  places bigint[];
  firsts bigint[];
  befores bigint[];
  -- Streams that have grown in this batch, and the version each has now.
  grown text[];
  heads bigint[];
  head int;
  current_version bigint;
  study_version bigint;
  at timestamptz;
  fresh int;
  documents jsonb;
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
    -- Nobody else lengthens the logs or the streams while the log's row is held.
    at := record.now_utc();
    next_place := open_size;
    sealed_size := null;
    sealed_hashes := '{}';
    keys := '{}';
    places := '{}';
    firsts := array_fill(null::bigint, array[jsonb_array_length(batch)]);
    befores := firsts;
    grown := '{}';
    heads := '{}';
    documents := '[]';
    select s.version into study_version from record.stream s where s.study_id = study and s.stream_id = 'study';
    study_version := coalesce(study_version, 0);

    for entry in
      -- One lookup by key for each, whatever is known of the tables when the plan is made.
      select e.*, i.body_hash as known_hash, i.actor as known_actor, i.response as known_response, s.version as stands
      from rows from (jsonb_to_recordset(batch) as (
        "studyId" text, "streamId" text, "expectedVersion" bigint, "studyVersion" bigint, key uuid, "bodyHash" text, actor text, role text,
        site text, "definitionHash" text, events jsonb, "readModels" jsonb, allocate jsonb,
        "sealedEvents" jsonb, outbox jsonb)) with ordinality
        as e (study_id, stream_id, expected, decided_on, key, body_hash, actor, role, site, definition_hash, events,
          read_models, allocate, sealed_events, outbox, place)
      left join lateral (
        select i.body_hash, i.actor, i.response from record.idempotency i where i.study_id = study and i.key = e.key offset 0) i on true
      left join lateral (
        select s.version from record.stream s where s.study_id = study and s.stream_id = e.stream_id offset 0) s on true
      where e.study_id = study
      order by e.place
    loop
      if entry.known_hash is not null or entry.key = any (keys) then
        earlier := case when entry.known_hash is null then batch->(places[array_position(keys, entry.key)]::int - 1)
          else jsonb_build_object('bodyHash', entry.known_hash, 'actor', entry.known_actor, 'response', entry.known_response) end;
        answers[entry.place] := case when earlier->>'bodyHash' = entry.body_hash and earlier->>'actor' = entry.actor
          then jsonb_build_object('result', 'replayed', 'response', earlier->'response')
          else '{"result": "keyReused"}'::jsonb end;
        continue;
      end if;

      head := array_position(grown, entry.stream_id);
      current_version := coalesce(case when head is null then entry.stands else heads[head] end, 0);
      if current_version <> entry.expected or entry.expected is null then
        answers[entry.place] := jsonb_build_object('result', 'conflict', 'version', current_version);
        continue;
      end if;
      if entry.decided_on <> study_version then
        answers[entry.place] := jsonb_build_object('result', 'conflict', 'version', study_version);
        continue;
      end if;

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

      fresh := coalesce(jsonb_array_length(entry.events), 0);
      keys := array_append(keys, entry.key);
      places := array_append(places, entry.place);
      firsts[entry.place] := next_place;
      befores[entry.place] := current_version;
      answers[entry.place] := jsonb_build_object('result', 'appended', 'version', current_version + fresh, 'first', next_place);
      next_place := next_place + fresh;
      if fresh > 0 and head is null then
        grown := array_append(grown, entry.stream_id);
        heads := array_append(heads, current_version + fresh);
      elsif fresh > 0 then
        heads[head] := current_version + fresh;
      end if;
      if entry.stream_id = 'study' then
        study_version := current_version + fresh;
      end if;

      if jsonb_array_length(entry.read_models) > 0 then
        documents := documents || entry.read_models;
      end if;
      if jsonb_array_length(entry.outbox) > 0 then
        insert into record.outbox (study_id, key, number, kind, payload, created_at)
        select study, entry.key, o.place, o.kind, o.payload, at
        from rows from (jsonb_to_recordset(entry.outbox) as (kind text, payload jsonb)) with ordinality as o (kind, payload, place);
      end if;
    end loop;

    if cardinality(keys) > 0 then
      with entry as materialized (
        select e.*, firsts[e.place] as first, befores[e.place] as before
        from rows from (jsonb_to_recordset(batch) as (
          "streamId" text, key uuid, "bodyHash" text, actor text, role text, site text, "definitionHash" text, response text, events jsonb))
          with ordinality as e (stream_id, key, body_hash, actor, role, site, definition_hash, response, events, place)
        where firsts[e.place] is not null
      ), answered as (
        insert into record.idempotency (study_id, key, body_hash, actor, response, recorded_at)
        select study, e.key, e.body_hash, e.actor, e.response, at from entry e
      ), lengthened as (
        insert into record.stream as s (study_id, stream_id, version)
        select study, g.stream_id, g.version from unnest(grown, heads) as g (stream_id, version)
        on conflict (study_id, stream_id) do update set version = excluded.version
      ), written as (
        insert into record.event (study_id, position, stream_id, version, type, actor, role, site, definition_hash, recorded_at, record)
        select study, e.first + v.number - 1, e.stream_id, e.before + v.number, v.type, e.actor, e.role, e.site, e.definition_hash, at,
          record.envelope(study, e.stream_id, e.before + v.number, e.first + v.number - 1, v.type, e.actor, e.role, e.site,
            e.definition_hash, e.key::text, at, record.object(v.text), null)
        from entry e, lateral rows from (jsonb_to_recordset(e.events) as (type text, text text)) with ordinality as v (type, text, number)
        returning event.position, event.record
      )
      select array_agg(record.leaf(w.record) order by w.position) into open_hashes from written w;
      if documents <> '[]' then
        perform record.derive(study, documents, open_size);
      end if;
      if open_hashes is not null then
        perform audit.grow(study, 'open', open_size, open_hashes);
      end if;
    end if;
    if cardinality(sealed_hashes) > 0 then
      perform audit.grow(study, 'sealed', sealed_size, sealed_hashes);
    end if;
  end loop;
  return to_jsonb(answers);
end $$;
