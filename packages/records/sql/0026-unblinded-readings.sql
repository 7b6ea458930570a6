-- Who read what unblinded roles alone may know. It stands in the sealed log: that a pharmacist looked at a participant's page
-- is nothing a blinded role has to learn, and the open log stays as long as it was.

create function unblinded.note_reading(token bytea, study text, as_role text, at_site text, about jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held jsonb := access.session(token);
  place bigint;
  leaf bytea;
begin
  if not exists (select 1 from jsonb_array_elements(held->'grants') g
      where g->>'studyId' = study and g->>'role' = as_role and g->>'blindness' = 'unblinded') then
    return false;
  end if;
  -- The open log is what every append holds, of sealed events too.
  perform 1 from audit.log l where l.study_id = study and l.log = 'open' for update;
  select l.size into place from audit.log l where l.study_id = study and l.log = 'sealed';
  leaf := unblinded.write(study, 'unblinded/readings', place, 'UnblindedDataRead', held->>'accountId', as_role, at_site,
    (select s.definition_hash from record.study s where s.study_id = study), null, record.now_utc(),
    record.canonical(about || '{"type": "UnblindedDataRead"}'));
  perform audit.grow(study, 'sealed', place, array[leaf]);
  return true;
end $$;
comment on function unblinded.note_reading(bytea, text, text, text, jsonb) is
  'Leaves a sealed event that the person of this session was told unblinded data: page, participants. False where the session holds no such unblinded role.';

create function unblinded.readings(token bytea, study text, before bigint, most int) returns table (entry text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select 1 from jsonb_array_elements(access.session(token)->'grants') g
      where g->>'studyId' = study and g->>'role' = 'randomisationOfficer') then
    return;
  end if;
  return query select e.record from unblinded.event e
    where e.study_id = study and e.stream_id = 'unblinded/readings' and e.version < before
    order by e.version desc limit most;
end $$;
comment on function unblinded.readings(bytea, text, bigint, int) is
  'Readings of unblinded data, newest first, before a version of their stream; nothing unless the session is a randomisation officer''s.';

revoke execute on function unblinded.note_reading(bytea, text, text, text, jsonb), unblinded.readings(bytea, text, bigint, int) from public;
grant execute on function unblinded.note_reading(bytea, text, text, text, jsonb), unblinded.readings(bytea, text, bigint, int)
  to trialwright_unblinded;
