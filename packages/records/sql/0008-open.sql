-- Reading for a request in one round trip: who asks, and the streams asked for.

create function record.open(token bytea, study text, streams text[]) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  session jsonb := access.session(token);
begin
  if session is null or not exists (select 1 from jsonb_array_elements(session->'grants') g where g->>'studyId' = study) then
    return jsonb_build_object('session', session);
  end if;
  return jsonb_build_object('session', session, 'streams', (
    select coalesce(jsonb_object_agg(asked.stream_id, found.records), '{}') from unnest(streams) as asked (stream_id),
    lateral (select coalesce(jsonb_agg(e.record order by e.version), '[]') as records from record.event e
      where e.study_id = study and e.stream_id = asked.stream_id) as found));
end $$;
comment on function record.open(bytea, text, text[]) is
  'The session behind a token and, if it holds any grant in the study, the records of the streams asked for.';

create function unblinded.open(token bytea, study text, streams text[]) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  session jsonb := access.session(token);
begin
  if session is null or not exists (select 1 from jsonb_array_elements(session->'grants') g
    where g->>'studyId' = study and g->>'blindness' = 'unblinded') then
    return jsonb_build_object('session', session);
  end if;
  return jsonb_build_object('session', session, 'streams', unblinded.load(study, streams));
end $$;
comment on function unblinded.open(bytea, text, text[]) is 'As record.open, for unblinded roles and sealed streams.';

create function unblinded.load(study text, streams text[]) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_object_agg(asked.stream_id, found.records), '{}') from unnest(streams) as asked (stream_id),
  lateral (select coalesce(jsonb_agg(e.record order by e.version), '[]') as records from unblinded.event e
    where e.study_id = study and e.stream_id = asked.stream_id and e.stream_id <> 'unblinded/randomisation') as found $$;
comment on function unblinded.load(text, text[]) is 'Records of sealed streams. Never the drawn list: seed and blocks tell slots not yet taken.';
