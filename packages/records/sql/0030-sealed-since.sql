-- The pharmacy's questions come back to the same few sealed streams: whoever has read one needs only what came since, as record.open
-- gives it of open streams. Each reading is still asked for by the unblinded login, of streams known as of others.

create function unblinded.load(study text, streams text[], known bigint[]) returns table (stream text, entry text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  -- Stream by stream, in its order: so that no plan, however little is known of the table, reads more than is asked for.
  return query select k.stream_id, found.record
    from rows from (unnest(streams), unnest(known)) as k (stream_id, version), lateral (
      select e.record from unblinded.event e where e.study_id = study and e.stream_id = k.stream_id and e.version >= k.version
        and e.stream_id <> 'unblinded/randomisation'
      order by e.version) found;
end $$;
comment on function unblinded.load(text, text[], bigint[]) is
  'As unblinded.load without versions, but of each stream only the records from the version known (0 for none) on, that one included.';

create function unblinded.open(token bytea, study text, streams text[], known bigint[])
returns table (session jsonb, stream text, entry text)
language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  session := access.session(token);
  return next;
  if cardinality(streams) > 0 and session->'grants' @> jsonb_build_array(jsonb_build_object('studyId', study, 'blindness', 'unblinded')) then
    return query select null::jsonb, l.stream, l.entry from unblinded.load(study, streams, known) l;
  end if;
end $$;
comment on function unblinded.open(bytea, text, text[], bigint[]) is
  'As unblinded.open without versions, but of each stream only the records from the version known (0 for none) on, that one included.';

revoke execute on function unblinded.load(text, text[], bigint[]), unblinded.open(bytea, text, text[], bigint[]) from public;
grant execute on function unblinded.load(text, text[], bigint[]), unblinded.open(bytea, text, text[], bigint[]) to trialwright_unblinded;
