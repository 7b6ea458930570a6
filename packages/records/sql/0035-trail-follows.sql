-- The trail is an index of what is stored, so it can follow: it is brought up to the log's end by the server while it runs, and by every
-- search before it looks. Whoever stores an event no longer waits for a third of the append that was spent on finding it again.

create table record.trail_end (
  study_id text collate "C" primary key,
  position bigint not null
);
comment on table record.trail_end is 'How far the trail has come; every event before this position is in it.';
comment on column record.trail_end.study_id is 'Study.';
comment on column record.trail_end.position is 'Position of the first open event that is not in the trail yet.';
insert into record.trail_end (study_id, position) select study_id, size from audit.log where log = 'open';

create function record.event_in(record text) returns jsonb
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return record::jsonb->'event';
exception when others then
  return '{}';
end $$;
comment on function record.event_in(text) is
  'The event of a record; an empty one where characters stand in it that jsonb cannot hold: it is found by its columns alone.';

drop trigger trace on record.event;
drop function record.trace_stored();
drop function record.oddities(record.trail, jsonb, timestamptz);

create function record.trace(study text, most int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  first bigint;
  last bigint;
begin
  insert into record.trail_end (study_id, position) values (study, 0) on conflict (study_id) do nothing;
  select t.position into first from record.trail_end t where t.study_id = study for update;
  -- Events are stored in their order, so that all below the log's size are there to be read.
  select least(l.size, first + most) into last from audit.log l where l.study_id = study and l.log = 'open';
  if last is null or last <= first then
    return 0;
  end if;

  with told as materialized (
    -- Only an escaped character may be one that jsonb cannot hold.
    select e.*, case when strpos(e.record, '\u') = 0 then e.record::jsonb->'event' else record.event_in(e.record) end as event
    from record.event e where e.study_id = study and e.position >= first and e.position < last
  ), t as materialized (
    select a.study_id, a.position, a.stream_id, substring(a.stream_id from '^(?:participant|vault)/([A-Z]+-[0-9]+)$') as participant,
      a.type, a.actor, a.role, a.site, coalesce(a.event->>'encounter', a.event->'place'->>'encounter') as encounter,
      coalesce(a.event->>'form', a.event->'place'->>'form') as form,
      case when c.listed then c.items else array[a.event->'place'->>'item'] end as items,
      (c.replaced + case when a.event->'corrected' ? 'day' then 1 else 0 end)::int as corrections,
      coalesce(record.moment(a.event->>'at'), a.recorded_at) as happened_at, a.recorded_at, a.event
    from told a, lateral (
      select jsonb_typeof(a.event->'changes') is not distinct from 'array' as listed, array_agg(c->>'item') as items, coalesce(sum(
        case when c->'previous' is not null then 1 else 0 end
        + case when c ? 'rows' then jsonb_array_length(jsonb_path_query_array(c, '$.rows[*] ? (@.removed == true)'))
          + jsonb_array_length(jsonb_path_query_array(c, '$.rows[*].cells[*] ? (exists (@.previous))')) else 0 end), 0) as replaced
      from jsonb_array_elements(case when jsonb_typeof(a.event->'changes') = 'array' then a.event->'changes' else '[]' end) c) c
  ), traced as (
    insert into record.trail (study_id, position, stream_id, participant, type, actor, role, site, encounter, form, items, corrections, happened_at)
    select t.study_id, t.position, t.stream_id, t.participant, t.type, t.actor, t.role, t.site, t.encounter, t.form, t.items,
      t.corrections, t.happened_at from t
  )
  insert into record.oddity (study_id, pattern, position)
  select t.study_id, pattern, t.position
  from t, lateral (
    -- Where neither the hour nor the day is looked at, the site's time zone is not asked for.
    select case when t.event ?| '{at,day}' then t.happened_at at time zone coalesce(
      (select z.time_zone from record.site_zone z where z.study_id = t.study_id and z.site = t.site), 'UTC') end as here,
      case when t.event ? 'day' then record.day(t.event->>'day') end as given offset 0) l,
    unnest(array[
      case when t.corrections > 0 then 'correction' end,
      case when t.participant is not null and t.event ? 'at'
        and (extract(isodow from l.here) > 5 or l.here::time < '06:00' or l.here::time >= '20:00') then 'oddHours' end,
      case when t.event ? 'corrected' and record.day(t.event->'corrected'->'day'->>'previous') > l.given then 'backDated' end,
      case when t.corrections = 0 and l.here::date - l.given > 5 then 'lateEntry' end,
      case when t.event ? 'clientTime'
        and abs(extract(epoch from t.recorded_at - record.moment(t.event->>'clientTime'))) > 300 then 'storedLate' end]) as pattern
  where pattern is not null;

  insert into record.oddity (study_id, pattern, position)
  select t.study_id, pattern, t.position
  from record.trail t,
    unnest(array[
        case when exists (select 1 from record.trail q where q.study_id = t.study_id and q.stream_id = t.stream_id and q.position < t.position
          and q.type ~ '^Query' and q.form is not distinct from t.form and q.encounter is not distinct from t.encounter) then 'afterQuery' end,
        case when exists (select 1 from record.trail s where s.study_id = t.study_id and s.stream_id = t.stream_id and s.position < t.position
          and (s.type ~ 'Signed$' or s.type = 'EligibilityConfirmed') and (s.encounter is null or s.encounter = t.encounter)
          and exists (select 1 from record.trail b where b.study_id = t.study_id and b.stream_id = t.stream_id
            and b.position < s.position and b.encounter = t.encounter and b.form = t.form)) then 'afterSignature' end,
        case when (select count(*) from record.trail c where c.study_id = t.study_id and c.actor = t.actor and c.corrections > 0
          and c.happened_at > t.happened_at - interval '1 hour' and c.happened_at <= t.happened_at
          and c.position <= t.position) >= 19 then 'manyInAnHour' end]) as pattern
  where t.study_id = study and t.position >= first and t.position < last and t.corrections > 0 and pattern is not null;

  insert into record.oddity (study_id, pattern, position)
  select t.study_id, 'afterLock', t.position
  from record.trail t
  where t.study_id = study and t.position >= first and t.position < last and t.type = 'FormRecorded'
    and exists (select 1 from record.trail l where l.study_id = t.study_id and l.position < t.position
      and l.stream_id in (t.stream_id, 'study') and l.type ~ '(Locked|Frozen)$' and (l.form is null or l.form = t.form));

  update record.trail_end t set position = last where t.study_id = study;
  return last - first;
end $$;
comment on function record.trace(text, int) is
  'Puts the next events of a study, at most so many, into the trail, with the patterns they fall into; how many it were. 0 when the trail has come to the log''s end.';
comment on column record.trail.study_id is 'Study.';
comment on column record.oddity.pattern is 'Name of the pattern, as record.trace gives it.';

revoke execute on function record.trace(text, int) from public;
grant execute on function record.trace(text, int) to trialwright_blinded;
