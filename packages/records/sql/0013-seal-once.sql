-- Sealing the list is a command like any other: it has an idempotency key, and a repetition gets the stored answer.

create function unblinded.seal_list_once(list jsonb, command_key uuid, command_hash text, answer text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  study text := list->>'studyId';
  known record;
  outcome text;
begin
  perform 1 from audit.log l where l.study_id = study and l.log = 'open' for update;
  select i.body_hash, i.actor into known from record.idempotency i where i.study_id = study and i.key = command_key;
  if found then
    return case when known.body_hash = command_hash and known.actor = list->>'actor' then 'replayed' else 'keyReused' end;
  end if;
  outcome := unblinded.seal_list(list);
  if outcome = 'sealed' then
    insert into record.idempotency (study_id, key, body_hash, actor, response, recorded_at)
    values (study, command_key, command_hash, list->>'actor', answer, record.now_utc());
  end if;
  return outcome;
end $$;
comment on function unblinded.seal_list_once(jsonb, uuid, text, text) is
  'Seals the list under an idempotency key: sealed, replayed, keyReused or alreadySealed.';

revoke execute on function unblinded.seal_list(jsonb) from trialwright_unblinded;
grant execute on function unblinded.seal_list_once(jsonb, uuid, text, text) to trialwright_unblinded;
