-- The audit trail as a page: what each stored event is about, in columns that can be searched, and what is odd about it.
-- Filled by a trigger, so that no way of storing an event can leave it out. Open events only.

create table record.site_zone (
  study_id text collate "C" not null,
  site text collate "C" not null,
  time_zone text not null,
  primary key (study_id, site)
);
comment on table record.site_zone is 'Time zone of each site, from the newest definition that names it; working hours are counted there.';
comment on column record.site_zone.study_id is 'Study.';
comment on column record.site_zone.site is 'Site.';
comment on column record.site_zone.time_zone is 'IANA name, such as Europe/Oslo.';

create table record.trail (
  study_id text collate "C" not null,
  position bigint not null,
  stream_id text collate "C" not null,
  participant text collate "C",
  type text collate "C" not null,
  actor text collate "C" not null,
  role text collate "C" not null,
  site text collate "C",
  encounter text collate "C",
  form text collate "C",
  items text[],
  corrections int not null,
  happened_at timestamptz not null,
  primary key (study_id, position)
);
create index trail_by_stream on record.trail (study_id, stream_id, position);
create index trail_by_participant on record.trail (study_id, participant, position) where participant is not null;
create index trail_by_actor on record.trail (study_id, actor, position);
create index trail_by_type on record.trail (study_id, type, position);
create index trail_by_site on record.trail (study_id, site, position);
create index trail_by_form on record.trail (study_id, form, position) where form is not null;
create index trail_by_time on record.trail (study_id, happened_at, position);
create index trail_of_corrections on record.trail (study_id, actor, happened_at) where corrections > 0;
comment on table record.trail is 'One row per open event, for finding it; what it says is read from record.event.';
comment on column record.trail.study_id is 'Study; ''-'' for the installation itself.';
comment on column record.trail.position is 'As record.event.';
comment on column record.trail.stream_id is 'As record.event.';
comment on column record.trail.participant is 'Participant it concerns; null where none.';
comment on column record.trail.type is 'As record.event.';
comment on column record.trail.actor is 'As record.event.';
comment on column record.trail.role is 'As record.event.';
comment on column record.trail.site is 'As record.event.';
comment on column record.trail.encounter is 'Encounter it speaks of; null where none.';
comment on column record.trail.form is 'Form it speaks of; null where none.';
comment on column record.trail.items is 'Items whose values it sets, or the one it speaks of; null where none.';
comment on column record.trail.corrections is 'How many values stood there before and were replaced.';
comment on column record.trail.happened_at is 'The study clock''s instant, or the database''s where the event tells none.';

create table record.oddity (
  study_id text collate "C" not null,
  pattern text collate "C" not null,
  position bigint not null,
  primary key (study_id, pattern, position)
);
comment on table record.oddity is 'Events that fall into a pattern a reviewer looks for; a pattern is a reason to look, not a finding.';
comment on column record.oddity.study_id is 'Study.';
comment on column record.oddity.pattern is 'Name of the pattern, as record.oddities gives it.';
comment on column record.oddity.position is 'As record.event.';

create function record.moment(written text) returns timestamptz
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return case when written ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d' then written::timestamptz end;
exception when others then
  return null;
end $$;
comment on function record.moment(text) is 'The instant a text tells; null when it tells none.';

create function record.day(written text) returns date
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return case when written ~ '^\d{4}-\d\d-\d\d$' then written::date end;
exception when others then
  return null;
end $$;
comment on function record.day(text) is 'The calendar day a text tells; null when it tells none.';

create function record.oddities(t record.trail, event jsonb, recorded_at timestamptz) returns text[]
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  zone text := coalesce((select z.time_zone from record.site_zone z where z.study_id = t.study_id and z.site = t.site), 'UTC');
  here timestamp := t.happened_at at time zone zone;
  given date := record.day(event->>'day');
  typed timestamptz := record.moment(event->>'clientTime');
  found text[] := '{}';
begin
  if t.corrections > 0 then
    found := array_append(found, 'correction');
    if exists (select 1 from record.trail q where q.study_id = t.study_id and q.stream_id = t.stream_id and q.position < t.position
        and q.type ~ '^Query' and q.form is not distinct from t.form and q.encounter is not distinct from t.encounter) then
      found := array_append(found, 'afterQuery');
    end if;
    if exists (select 1 from record.trail s where s.study_id = t.study_id and s.stream_id = t.stream_id and s.position < t.position
        and (s.type ~ 'Signed$' or s.type = 'EligibilityConfirmed') and (s.encounter is null or s.encounter = t.encounter) and (s.form is null or s.form = t.form)) then
      found := array_append(found, 'afterSignature');
    end if;
    if (select count(*) from record.trail c where c.study_id = t.study_id and c.actor = t.actor and c.corrections > 0
        and c.happened_at > t.happened_at - interval '1 hour' and c.happened_at <= t.happened_at) >= 19 then
      found := array_append(found, 'manyInAnHour');
    end if;
  end if;
  if t.type = 'FormRecorded' and exists (select 1 from record.trail l where l.study_id = t.study_id and l.position < t.position
      and l.stream_id in (t.stream_id, 'study') and l.type ~ '(Locked|Frozen)$' and (l.form is null or l.form = t.form)) then
    found := array_append(found, 'afterLock');
  end if;
  if t.participant is not null and event ? 'at'
      and (extract(isodow from here) > 5 or here::time < '06:00' or here::time >= '20:00') then
    found := array_append(found, 'oddHours');
  end if;
  if record.day(event->'corrected'->'day'->>'previous') > given then
    found := array_append(found, 'backDated');
  end if;
  if t.corrections = 0 and here::date - given > 5 then
    found := array_append(found, 'lateEntry');
  end if;
  if recorded_at - typed > interval '5 minutes' or typed - recorded_at > interval '5 minutes' then
    found := array_append(found, 'storedLate');
  end if;
  return found;
end $$;
comment on function record.oddities(record.trail, jsonb, timestamptz) is
  'Patterns an event falls into. Working hours: Monday to Friday, 6 to 20 o''clock at the site. Many: the twentieth correction of a person within an hour. Late: saved more than 5 days after its day. Stored late: clocks of device and database differ by more than 5 minutes.';

create function record.trace(stored record.event) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  event jsonb := '{}';
  t record.trail;
begin
  begin
    event := stored.record::jsonb->'event';
  exception when others then
    null; -- Characters that jsonb cannot hold: the event is found by its columns alone.
  end;
  t.study_id := stored.study_id;
  t.position := stored.position;
  t.stream_id := stored.stream_id;
  t.participant := (regexp_match(stored.stream_id, '^(?:participant|vault)/([A-Z]+-[0-9]+)$'))[1];
  t.type := stored.type;
  t.actor := stored.actor;
  t.role := stored.role;
  t.site := stored.site;
  t.encounter := coalesce(event->>'encounter', event->'place'->>'encounter');
  t.form := coalesce(event->>'form', event->'place'->>'form');
  t.items := case when jsonb_typeof(event->'changes') = 'array'
    then (select array_agg(c->>'item') from jsonb_array_elements(event->'changes') c)
    else array[event->'place'->>'item'] end;
  t.corrections := case when jsonb_typeof(event->'changes') = 'array'
    then jsonb_array_length(jsonb_path_query_array(event, '$.changes[*] ? (exists (@.previous))'))
      + jsonb_array_length(jsonb_path_query_array(event, '$.changes[*].rows[*] ? (@.removed == true)'))
      + jsonb_array_length(jsonb_path_query_array(event, '$.changes[*].rows[*].cells[*] ? (exists (@.previous))')) else 0 end
    + case when event->'corrected' ? 'day' then 1 else 0 end;
  t.happened_at := coalesce(record.moment(event->>'at'), stored.recorded_at);
  insert into record.trail select t.*;
  insert into record.oddity (study_id, pattern, position)
  select t.study_id, pattern, t.position from unnest(record.oddities(t, event, stored.recorded_at)) as pattern;
end $$;
comment on function record.trace(record.event) is 'Puts one stored event into the trail.';

create function record.trace_stored() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform record.trace(new);
  return null;
end $$;
comment on function record.trace_stored() is 'Trigger: every stored event is put into the trail in its own transaction.';

create function record.zones_of(study text, compiled text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into record.site_zone (study_id, site, time_zone)
  select study, s->>'id', s->>'timeZone' from jsonb_array_elements(case when compiled ~ '^\s*\{' then compiled::jsonb->'sites' end) s
  where s->>'id' is not null and (now() at time zone (s->>'timeZone')) is not null
  on conflict (study_id, site) do update set time_zone = excluded.time_zone;
exception when others then
  null; -- A definition without sites, or with a zone this database does not know: hours are counted in UTC.
end $$;
comment on function record.zones_of(text, text) is 'Takes the sites'' time zones from a compiled study.';

create function record.note_zones() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform record.zones_of(new.study_id, new.compiled);
  return null;
end $$;
comment on function record.note_zones() is 'Trigger: a registered definition tells its sites'' time zones.';

select record.zones_of(study_id, compiled) from record.definition order by registered_at;
select record.trace(e) from record.event e order by study_id, position;

create trigger trace after insert on record.event for each row execute function record.trace_stored();
create trigger zones after insert on record.definition for each row execute function record.note_zones();

create function record.fits(
  t record.trail, sites text[], participant text, actor text, role text, encounter text, form text, item text,
  types text[], pattern text, since timestamptz, until timestamptz
) returns boolean
language sql stable as $$
  select ($2 is null or (t).site = any($2)) and ($3 is null or (t).participant = $3) and ($4 is null or (t).actor = $4)
    and ($5 is null or (t).role = $5) and ($6 is null or (t).encounter = $6) and ($7 is null or (t).form = $7)
    and ($8 is null or $8 = any((t).items)) and ($9 is null or (t).type = any($9))
    and ($10 is null or exists (select 1 from record.oddity o
      where o.study_id = (t).study_id and o.pattern = $10 and o.position = (t).position))
    and ($11 is null or (t).happened_at >= $11) and ($12 is null or (t).happened_at < $12) $$;
comment on function record.fits(record.trail, text[], text, text, text, text, text, text, text[], text, timestamptz, timestamptz) is
  'Whether an event is among those asked for; null asks for all.';

create function record.search_trail(
  study text, before bigint, sites text[], participant text, actor text, role text, encounter text, form text, item text,
  types text[], pattern text, from_day date, until_day date, zone text, most int
) returns table (found bigint)
language plpgsql stable security invoker set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
  since timestamptz := from_day::timestamp at time zone zone;
  until timestamptz := (until_day + 1)::timestamp at time zone zone;
  first bigint := 0;
  last bigint := before - 1;
begin
  -- Each search runs along the index of what narrows it most, and reads no more than the page where that is all it asks.
  if participant is not null then
    return query select t.position from record.trail t where t.study_id = study and t.participant = participant and t.position < before
      and record.fits(t, sites, null, actor, role, encounter, form, item, types, pattern, since, until) order by 1 desc limit most;
  elsif pattern is not null then
    return query select t.position from record.oddity o join record.trail t on t.study_id = o.study_id and t.position = o.position
      where o.study_id = study and o.pattern = pattern and o.position < before
      and record.fits(t, sites, null, actor, role, encounter, form, item, types, null, since, until) order by o.position desc limit most;
  elsif actor is not null then
    return query select t.position from record.trail t where t.study_id = study and t.actor = actor and t.position < before
      and record.fits(t, sites, null, null, role, encounter, form, item, types, null, since, until) order by 1 desc limit most;
  elsif form is not null then
    return query select t.position from record.trail t where t.study_id = study and t.form = form and t.position < before
      and record.fits(t, sites, null, null, role, encounter, null, item, types, null, since, until) order by 1 desc limit most;
  elsif types is not null then
    return query select each.position from unnest(types) as wanted (type) cross join lateral (
        select t.position from record.trail t where t.study_id = study and t.type = wanted.type and t.position < before
          and record.fits(t, sites, null, null, role, encounter, null, item, null, null, since, until)
        order by t.position desc limit most) each
      order by 1 desc limit most;
  elsif cardinality(sites) = 1 then
    return query select t.position from record.trail t where t.study_id = study and t.site = sites[1] and t.position < before
      and record.fits(t, null, null, null, role, encounter, null, item, null, null, since, until) order by 1 desc limit most;
  else
    if since is not null or until is not null then
      select min(t.position), max(t.position) into first, last from record.trail t where t.study_id = study
        and t.happened_at >= coalesce(since, '-infinity') and t.happened_at < coalesce(until, 'infinity');
    end if;
    return query select t.position from record.trail t where t.study_id = study and t.position between first and least(last, before - 1)
      and record.fits(t, sites, null, null, role, encounter, null, item, null, null, since, until) order by 1 desc limit most;
  end if;
end $$;
comment on function record.search_trail(text, bigint, text[], text, text, text, text, text, text, text[], text, date, date, text, int) is
  'Positions of the events asked for, newest first, before a position. Days are those of the zone, both included.';

create function record.read_access(token bytea, study text, before bigint, most int)
returns table (entry text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select 1 from jsonb_array_elements(access.session(token)->'grants') g
      where g->>'studyId' = study and g->>'role' in ('administrator', 'inspector', 'dataManager', 'randomisationOfficer')) then
    return;
  end if;
  return query select e.record from record.event e
    where e.study_id = '-' and e.position < before
      and (split_part(e.stream_id, '/', 2) in (select g.account_id::text from access.role_grant g where g.study_id = study)
        or e.type = 'SignInFailed')
    order by e.position desc limit most;
end $$;
comment on function record.read_access(bytea, text, bigint, int) is
  'Sign-ins and changes of accounts and roles of the people who ever held a role in the study, newest first, for whoever may read them.';

create function record.note_access(token bytea, study text, act text, as_role text, about jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held jsonb := access.session(token);
begin
  if act not in ('ExportMade', 'UnblindedDataRead') or not exists (select 1 from jsonb_array_elements(held->'grants') g
      where g->>'studyId' = study and g->>'role' = as_role) then
    return false;
  end if;
  perform record.note(study, 'access', act, held->>'accountId', as_role, about);
  return true;
end $$;
comment on function record.note_access(bytea, text, text, text, jsonb) is
  'Leaves an event that the person of this session took data out of the study, or opened a page of unblinded data. False where the session does not hold that role.';

grant select on record.trail, record.oddity to trialwright_blinded;
grant execute on function record.read_access(bytea, text, bigint, int),
  record.note_access(bytea, text, text, text, jsonb),
  record.fits(record.trail, text[], text, text, text, text, text, text, text[], text, timestamptz, timestamptz),
  record.search_trail(text, bigint, text[], text, text, text, text, text, text, text[], text, date, date, text, int)
  to trialwright_blinded;
