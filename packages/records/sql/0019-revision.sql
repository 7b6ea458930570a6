-- What was signed before it was filled in was not signed; and when a read model was last written, so that a server that holds its documents asks for those that changed only.

alter table record.read_model add column revision bigint not null default 0;
comment on column record.read_model.revision is 'Size of the study''s open log when it was written; never falls, and several documents may share it.';
create index read_model_by_revision on record.read_model (study_id, kind, revision);

create function record.note_revision() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.revision := coalesce((select l.size from audit.log l where l.study_id = new.study_id and l.log = 'open'), 0);
  return new;
end $$;
comment on function record.note_revision() is
  'Trigger: marks a document with the log''s size. Whoever writes holds the log, so a later writer''s mark is never lower.';

create trigger note_revision before insert or update on record.read_model
  for each row execute function record.note_revision();

-- A correction comes after a signature only where the form stood there when it was signed.
create or replace function record.oddities(t record.trail, event jsonb, recorded_at timestamptz) returns text[]
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
        and (s.type ~ 'Signed$' or s.type = 'EligibilityConfirmed') and (s.encounter is null or s.encounter = t.encounter)
        and exists (select 1 from record.trail b where b.study_id = t.study_id and b.stream_id = t.stream_id
          and b.position < s.position and b.encounter = t.encounter and b.form = t.form)) then
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
