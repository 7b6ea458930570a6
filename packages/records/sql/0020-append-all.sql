-- One act over several streams, as the import of a file of laboratory results: every part of it, or none.

create function record.append_all(batch jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  answers jsonb;
begin
  if (select count(distinct e->>'studyId') from jsonb_array_elements(batch) as e) <> 1 then
    raise exception 'an act belongs to one study' using errcode = '22000';
  end if;
  -- What the block writes is undone when it ends by the exception; what it has learnt is kept.
  begin
    answers := record.append_batch(batch, false);
    if exists (select 1 from jsonb_array_elements(answers) as a where a->>'result' <> 'appended')
        and exists (select 1 from jsonb_array_elements(answers) as a where a->>'result' <> 'replayed') then
      raise exception 'one part stands in the way of the whole' using errcode = 'TW002';
    end if;
  exception when sqlstate 'TW002' then
    select jsonb_agg(case when a->>'result' = 'appended' then '{"result": "undone"}'::jsonb else a end order by place) into answers
    from jsonb_array_elements(answers) with ordinality as each (a, place);
  end;
  return answers;
end $$;
comment on function record.append_all(jsonb) is
  'As record.append, but of one study and undivided: unless every entry is appended, or every one was before, nothing is, and those that could have been are answered "undone".';

revoke execute on function record.append_all(jsonb) from public;
grant execute on function record.append_all(jsonb) to trialwright_blinded;
