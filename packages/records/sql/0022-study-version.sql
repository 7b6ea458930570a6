-- A command on a participant is decided on what the study's own stream says, too: what is frozen or locked, which ranges are in
-- force. An entry says at which version it read that stream; where something came since, it is decided anew.

create or replace function record.append_batch(batch jsonb, sealed_allowed boolean) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  answers jsonb[] := array_fill(null::jsonb, array[jsonb_array_length(batch)]);
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
  for study in select distinct e->>'studyId' collate "C" from jsonb_array_elements(batch) as e order by 1 loop
    select l.size into open_size from audit.log l where l.study_id = study and l.log = 'open' for update;
    if not found then
      raise exception 'no study %', study using errcode = 'TW001';
    end if;
    select l.size into sealed_size from audit.log l where l.study_id = study and l.log = 'sealed';
    -- Nobody else lengthens it while the log's row is held.
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
        perform record.derive(study, entry.read_models);
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
comment on function record.append_batch(jsonb, boolean) is
  'Carries out a batch of commands; see record.append and unblinded.append, its two doors. Answers conflict where the stream, or the study''s own where the entry names its version, has grown since it was read.';
