-- A command may be decided on what another, still being written, leads to. Version numbers alone would not tell whether it was that
-- command that made the stream so long: both go in one call, and are appended both or not at all.
create or replace function record.append(batch jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  answers jsonb := record.append_batch(batch, false);
begin
  if batch @? '$[*].after' and exists (
      select from jsonb_array_elements(batch) with ordinality as e (entry, place)
      where e.entry ? 'after' and ('appended' is distinct from answers->(e.place::int - 1)->>'result'
        or 'appended' is distinct from answers->((e.entry->>'after')::int - 1)->>'result')) then
    raise exception 'an entry goes with the one it was decided on, or not at all' using errcode = 'TW003';
  end if;
  return answers;
end $$;
