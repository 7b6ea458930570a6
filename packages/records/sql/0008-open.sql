-- Reading for a request in one round trip: who asks, and the streams asked for.
-- Records come as rows of text, not gathered into JSON: quoting and unquoting them cost four times the reading itself.

create function record.open(token bytea, study text, streams text[])
returns table (session jsonb, stream text, entry text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held jsonb := access.session(token);
begin
  return query select held, null::text, null::text;
  if exists (select 1 from jsonb_array_elements(held->'grants') g where g->>'studyId' = study) then
    return query select null::jsonb, e.stream_id, e.record from record.event e
      where e.study_id = study and e.stream_id = any (streams) order by e.stream_id, e.version;
  end if;
end $$;
comment on function record.open(bytea, text, text[]) is
  'First row: the session behind a token, or null. Then, if it holds any grant in the study, the records of the streams asked for.';

create function unblinded.load(study text, streams text[]) returns table (stream text, entry text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.stream_id, e.record from unblinded.event e
  where e.study_id = study and e.stream_id = any (streams) and e.stream_id <> 'unblinded/randomisation'
  order by e.stream_id, e.version $$;
comment on function unblinded.load(text, text[]) is 'Records of sealed streams. Never the drawn list: seed and blocks tell slots not yet taken.';

create function unblinded.open(token bytea, study text, streams text[])
returns table (session jsonb, stream text, entry text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held jsonb := access.session(token);
begin
  return query select held, null::text, null::text;
  if exists (select 1 from jsonb_array_elements(held->'grants') g
      where g->>'studyId' = study and g->>'blindness' = 'unblinded') then
    return query select null::jsonb, l.stream, l.entry from unblinded.load(study, streams) l;
  end if;
end $$;
comment on function unblinded.open(bytea, text, text[]) is 'As record.open, for unblinded roles and sealed streams.';
