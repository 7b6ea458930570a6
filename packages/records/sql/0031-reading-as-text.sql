-- A reading comes as the text that is to be stored, as every other event does: making it canonical in the database took a third of what it cost
-- to note it.

drop function unblinded.note_reading(bytea, text, text, text, jsonb);
create function unblinded.note_reading(token bytea, study text, as_role text, at_site text, reading text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  held jsonb := access.session(token);
  place bigint;
  leaf bytea;
begin
  if held is null or not held->'grants' @>
      jsonb_build_array(jsonb_build_object('studyId', study, 'role', as_role, 'blindness', 'unblinded')) then
    return false;
  end if;
  if reading::jsonb->>'type' is distinct from 'UnblindedDataRead' then
    raise exception 'no reading' using errcode = '22000';
  end if;
  -- The open log is what every append holds, of sealed events too.
  perform 1 from audit.log l where l.study_id = study and l.log = 'open' for update;
  select l.size into place from audit.log l where l.study_id = study and l.log = 'sealed';
  leaf := unblinded.write(study, 'unblinded/readings', place, 'UnblindedDataRead', held->>'accountId', as_role, at_site,
    (select s.definition_hash from record.study s where s.study_id = study), null, record.now_utc(), reading);
  perform audit.grow(study, 'sealed', place, array[leaf]);
  return true;
end $$;
comment on function unblinded.note_reading(bytea, text, text, text, text) is
  'Leaves a sealed event that the person of this session was told unblinded data: page, participants, as canonical JSON. False where the session holds no such unblinded role.';

revoke execute on function unblinded.note_reading(bytea, text, text, text, text) from public;
grant execute on function unblinded.note_reading(bytea, text, text, text, text) to trialwright_unblinded;
