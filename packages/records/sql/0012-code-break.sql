-- Opening arms while a trial is blind, one at a time, and all of them once it is over. The database decides for itself: it
-- asks who is signed in, writes what happened, and tells the arm only after that, in one transaction.

create function unblinded.reveal(token bytea, entry jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  study text := entry->>'studyId';
  wanted jsonb := entry->'sealedEvents'->0;
  act jsonb := (wanted->>'text')::jsonb;
  who text := act->>'participant';
  held jsonb := access.session(token);
  longest int;
  taken record;
  answer jsonb;
begin
  if jsonb_array_length(entry->'sealedEvents') is distinct from 1 or who is null
      or wanted->>'type' not in ('CodeBroken', 'SafetyUnblinded') or act->>'type' is distinct from wanted->>'type'
      or wanted->>'streamId' is distinct from 'unblinded/' || who then
    raise exception 'an arm is opened for one participant, by one sealed event of its own stream' using errcode = '22000';
  end if;
  perform 1 from audit.log l where l.study_id = study and l.log = 'open' for update;
  select l.arm, e.site into taken
  from unblinded.allocation a
  join unblinded.slot l using (study_id, stratum, slot_no)
  join unblinded.event e on e.study_id = a.study_id and e.stream_id = 'unblinded/' || a.participant and e.type = 'TreatmentAllocated'
  where a.study_id = study and a.participant = who;
  if not found then
    return '{"result": "notAllocated"}';
  end if;
  if held->>'accountId' is distinct from entry->>'actor' or not exists (
      select 1 from jsonb_array_elements(held->'grants') g
      where g->>'studyId' = study and g->>'role' = entry->>'role' and (g->>'site' is null or g->>'site' = taken.site)
        and (wanted->>'type', g->>'role') in
          (('CodeBroken', 'investigator'), ('CodeBroken', 'randomisationOfficer'), ('SafetyUnblinded', 'safetyOfficer'))) then
    return '{"result": "notAllowed"}';
  end if;
  -- The record is as long for every arm, however long its name.
  longest := (select max(octet_length(l.arm)) from unblinded.slot l where l.study_id = study);
  act := act || jsonb_build_object('arm', taken.arm, 'pad', repeat('0', longest - octet_length(taken.arm)));
  answer := record.append_batch(jsonb_build_array(entry
    || jsonb_build_object('sealedEvents', jsonb_build_array(wanted || jsonb_build_object('text', record.canonical(act))))), true)->0;
  return case when answer->>'result' in ('appended', 'replayed')
    then answer || jsonb_build_object('arm', taken.arm) else answer end;
end $$;
comment on function unblinded.reveal(bytea, jsonb) is
  'Opens one participant''s arm: records who did it and why in both logs, then tells the arm to the caller. notAllowed unless the session''s person holds the role at the participant''s site; a repeated command is told again.';

create function unblinded.opened_allocations(token bytea, study text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held jsonb := access.session(token);
  reader text;
begin
  select g->>'role' into reader from jsonb_array_elements(held->'grants') g
  where g->>'studyId' = study and g->>'role' in ('statistician', 'dataManager', 'inspector', 'randomisationOfficer') limit 1;
  if not found then
    return null;
  end if;
  -- Locked, proposed and confirmed, in this order, the last two by two people.
  perform 1 from record.event l, record.event p, record.event c
  where l.study_id = study and l.stream_id = 'study' and l.type = 'DatabaseLocked'
    and p.study_id = study and p.stream_id = 'study' and p.type = 'UnblindingProposed' and p.version > l.version
    and c.study_id = study and c.stream_id = 'study' and c.type = 'UnblindingConfirmed' and c.version > p.version
    and c.actor <> p.actor;
  if not found then
    return null;
  end if;
  perform record.note(study, 'unblinding', 'AllocationsRead', held->>'accountId', reader, '{}');
  return unblinded.allocations(study);
end $$;
comment on function unblinded.opened_allocations(bytea, text) is
  'Every participant''s arm, once the study is unblinded by two people after database lock; null before. Each reading leaves an event.';

grant execute on function unblinded.reveal(bytea, jsonb), unblinded.opened_allocations(bytea, text) to trialwright_unblinded;
