-- Opening a study, and sealing its randomisation list.

create function record.register_study(study text, study_mode text, hash text, compiled_study text, actor text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  present record;
  outcome text;
begin
  if encode(sha256(convert_to(compiled_study, 'UTF8')), 'hex') <> hash then
    raise exception 'the compiled study does not have this hash' using errcode = '22000';
  end if;
  insert into audit.log (study_id, log) values (study, 'open'), (study, 'sealed') on conflict do nothing;
  perform 1 from audit.log l where l.study_id = study and l.log = 'open' for update;
  select s.mode, s.definition_hash into present from record.study s where s.study_id = study;
  if not found then
    insert into record.study (study_id, definition_hash, mode, opened_at) values (study, hash, study_mode, record.now_utc());
    outcome := 'opened';
  elsif present.mode <> study_mode then
    return 'otherMode';
  elsif present.definition_hash = hash then
    return 'same';
  else
    update record.study s set definition_hash = hash where s.study_id = study;
    outcome := 'amended';
  end if;
  insert into record.definition (study_id, definition_hash, compiled, registered_at)
  values (study, hash, compiled_study, record.now_utc()) on conflict do nothing;
  perform record.note(study, 'definition', case outcome when 'opened' then 'StudyOpened' else 'StudyAmended' end,
    actor, 'system', jsonb_build_object('definitionHash', hash, 'mode', study_mode));
  return outcome;
end $$;
comment on function record.register_study(text, text, text, text, text) is
  'Opens the study, or puts a changed definition in force: opened, same, amended or otherMode. Both acts leave an event.';

create function unblinded.list_digest(study text) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select encode(sha256(convert_to(coalesce(string_agg(record.canonical(jsonb_build_array(stratum, slot_no, arm)) || E'\n', ''
    order by stratum, slot_no), ''), 'UTF8')), 'hex') from unblinded.slot where study_id = study $$;
comment on function unblinded.list_digest(text) is
  'SHA-256 (hex) over the lines ["stratum",slot,"arm"] of the list, by stratum and slot; kept in the sealed event, so verify sees a changed slot.';

create function unblinded.seal_list(list jsonb) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  study text := list->>'studyId';
  sealed_size bigint;
  drawn text;
  definition text;
begin
  perform 1 from audit.log l where l.study_id = study and l.log = 'open' for update;
  if not found then
    raise exception 'no study %', study using errcode = 'TW001';
  end if;
  perform 1 from unblinded.stratum s where s.study_id = study;
  if found then
    return 'alreadySealed';
  end if;
  insert into unblinded.stratum (study_id, stratum, slots)
  select study, s.stratum, jsonb_array_length(s.arms)
  from jsonb_to_recordset(list->'strata') as s (stratum text, arms jsonb);
  insert into unblinded.slot (study_id, stratum, slot_no, arm)
  select study, s.stratum, a.place, a.arm
  from jsonb_to_recordset(list->'strata') as s (stratum text, arms jsonb),
    jsonb_array_elements_text(s.arms) with ordinality as a (arm, place);
  perform record.note(study, 'randomisation', 'RandomisationListSealed', list->>'actor', list->>'role', jsonb_build_object(
    'commitment', list->'commitment', 'method', list->'method', 'at', list->'at',
    'strata', (select jsonb_agg(jsonb_build_object('stratum', s.stratum, 'slots', s.slots) order by s.stratum)
      from unblinded.stratum s where s.study_id = study)));
  select l.size into sealed_size from audit.log l where l.study_id = study and l.log = 'sealed';
  select s.definition_hash into definition from record.study s where s.study_id = study;
  -- The specification is the caller's canonical text: it is embedded unchanged, since its numbers need not be whole.
  drawn := '{"at":' || record.canonical(coalesce(list->'at', 'null')) || ',"commitment":' || record.quoted(list->>'commitment')
    || ',"listDigest":"' || unblinded.list_digest(study) || '","specification":' || record.object(list->>'specification')
    || ',"type":"RandomisationListDrawn"}';
  perform audit.grow(study, 'sealed', sealed_size, array[unblinded.write(study, 'unblinded/randomisation', sealed_size,
    'RandomisationListDrawn', list->>'actor', list->>'role', null, definition, null, record.now_utc(), drawn)]);
  return 'sealed';
end $$;
comment on function unblinded.seal_list(jsonb) is
  'Writes the list once: sealed or alreadySealed. The open event tells commitment, method, strata and their sizes; seed and blocks go to a sealed event.';

create function unblinded.allocation_of(study text, wanted text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('participant', a.participant, 'stratum', a.stratum, 'slot', a.slot_no, 'arm', l.arm,
    'allocatedAt', record.utc(a.allocated_at))
  from unblinded.allocation a join unblinded.slot l using (study_id, stratum, slot_no)
  where a.study_id = study and a.participant = wanted $$;
comment on function unblinded.allocation_of(text, text) is 'One participant''s allocation with its arm; null when not randomised. Slots not yet taken are never told.';

create function unblinded.allocations(study text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('participant', a.participant, 'stratum', a.stratum, 'slot', a.slot_no,
    'arm', l.arm, 'allocatedAt', record.utc(a.allocated_at)) order by a.participant), '[]')
  from unblinded.allocation a join unblinded.slot l using (study_id, stratum, slot_no) where a.study_id = study $$;
comment on function unblinded.allocations(text) is 'All allocations made so far, for the pharmacist''s work list.';

create function unblinded.list_state(study text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('stratum', s.stratum, 'slots', s.slots, 'taken', s.next_slot - 1) order by s.stratum), '[]')
  from unblinded.stratum s where s.study_id = study $$;
comment on function unblinded.list_state(text) is 'Per stratum: slots in the list and slots taken. Tells no arm.';
