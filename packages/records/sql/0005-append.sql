-- The one door for commands. A batch is an array of independent entries; the answers come back in its order.
-- Whoever appends to a study holds the row of its open log until commit: commands of one study happen one after the
-- other, so keys, versions, slots and positions need no further locks and no deadlock is possible (studies go in
-- sorted order). The row lock writes to the WAL, so a batch of nothing but replays is also made durable before it is answered.

create function unblinded.allocate(
  study text, wanted jsonb, place bigint, actor text, role text, definition_hash text, key text, at timestamptz,
  out outcome text, out leaf bytea
)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  wanted_stratum text := wanted->>'stratum';
  who text := wanted->>'participant';
  taken record;
begin
  perform 1 from unblinded.allocation a where a.study_id = study and a.participant = who;
  if found then
    outcome := 'alreadyAllocated';
    return;
  end if;
  select s.next_slot, s.slots into taken from unblinded.stratum s
  where s.study_id = study and s.stratum = wanted_stratum for update;
  if not found then
    outcome := 'noList';
    return;
  end if;
  if taken.next_slot > taken.slots then
    outcome := 'listExhausted';
    return;
  end if;
  update unblinded.stratum s set next_slot = taken.next_slot + 1 where s.study_id = study and s.stratum = wanted_stratum;
  insert into unblinded.allocation (study_id, participant, stratum, slot_no, allocated_at)
  values (study, who, wanted_stratum, taken.next_slot, at);
  leaf := unblinded.write(study, 'unblinded/' || who, place, 'TreatmentAllocated', actor, role, wanted->>'site',
    definition_hash, key, at, record.canonical(jsonb_build_object(
      'type', 'TreatmentAllocated', 'participant', who, 'stratum', wanted_stratum, 'slot', taken.next_slot, 'at', wanted->'at',
      'arm', (select l.arm from unblinded.slot l
        where l.study_id = study and l.stratum = wanted_stratum and l.slot_no = taken.next_slot))));
  outcome := 'allocated';
end $$;
comment on function unblinded.allocate(text, jsonb, bigint, text, text, text, text, timestamptz) is
  'Takes the next slot of the stratum for the participant and seals the event that tells the arm. What it answers does not depend on the arm.';

create function record.append_batch(batch jsonb, sealed_allowed boolean) returns jsonb
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
    open_hashes := '{}';
    sealed_hashes := '{}';

    for entry in
      select e.* from rows from (jsonb_to_recordset(batch) as (
        "studyId" text, "streamId" text, "expectedVersion" bigint, key uuid, "bodyHash" text, actor text, role text,
        site text, "definitionHash" text, response text, events jsonb, "readModels" jsonb, allocate jsonb,
        "sealedEvents" jsonb, outbox jsonb)) with ordinality
        as e (study_id, stream_id, expected, key, body_hash, actor, role, site, definition_hash, response, events,
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
comment on function record.append_batch(jsonb, boolean) is 'Carries out a batch of commands; see record.append and unblinded.append, its two doors.';

create function record.derive(study text, documents jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  with given as (
    select distinct on (d.kind, d.key) d.* from rows from (jsonb_to_recordset(documents) as
      (kind text, key text, site text, sort text, document jsonb)) with ordinality as d (kind, key, site, sort, document, place)
    order by d.kind, d.key, d.place desc
  ), removed as (
    delete from record.read_model m using given g
    where g.document is null and m.study_id = study and m.kind = g.kind and m.key = g.key
  )
  insert into record.read_model (study_id, kind, key, site, sort, document)
  select study, g.kind, g.key, g.site, coalesce(g.sort, g.key), g.document from given g where g.document is not null
  on conflict (study_id, kind, key) do update set site = excluded.site, sort = excluded.sort, document = excluded.document;
end $$;
comment on function record.derive(text, jsonb) is 'Upserts read models; a document of null removes it.';

create function record.append(batch jsonb) returns jsonb
language sql security definer set search_path = pg_catalog, pg_temp as $$ select record.append_batch(batch, false) $$;
comment on function record.append(jsonb) is 'The blinded door: appends a batch of commands in one transaction. Refuses sealed events.';

create function unblinded.append(batch jsonb) returns jsonb
language sql security definer set search_path = pg_catalog, pg_temp as $$ select record.append_batch(batch, true) $$;
comment on function unblinded.append(jsonb) is 'The unblinded door: as record.append, and takes sealed events.';
