-- Every request asks who is signed in. What it asks is found by keys alone, by statements that are planned once for each connection:
-- a function in SQL that cannot be inlined is planned anew in every statement before PostgreSQL 18.

create or replace function access.grants_of(account uuid) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('grantId', g.grant_id, 'studyId', g.study_id, 'role', g.role,
      'blindness', r.blindness, 'site', g.site, 'participant', g.participant) order by g.study_id, g.role, g.site, g.grant_id), '[]')
    from access.role_grant g join access.role r using (role)
    where g.account_id = account and g.valid_from <= clock_timestamp()
      and (g.valid_until is null or g.valid_until > clock_timestamp()));
end $$;

create or replace function access.session(token bytea) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  moment timestamptz := record.now_utc();
  held access.session;
  owner access.account;
begin
  select * into held from access.session s where s.token_hash = token;
  if not found then
    -- A request that was on its way when the token was changed for another.
    select * into held from access.session s where s.previous_hash = token and s.previous_until > moment;
    if not found then
      return null;
    end if;
  end if;
  if held.revoked_at is not null or held.expires_at <= moment or held.last_seen_at + held.idle_limit <= moment then
    return null;
  end if;
  select * into owner from access.account a where a.account_id = held.account_id;
  if owner.disabled_at is not null then
    return null;
  end if;
  if held.last_seen_at < moment - interval '1 minute' then
    update access.session s set last_seen_at = moment where s.token_hash = held.token_hash;
  end if;
  return jsonb_build_object('accountId', held.account_id, 'login', owner.login, 'printedName', owner.printed_name,
    'locale', owner.locale, 'demo', owner.demo, 'createdAt', record.utc(held.created_at), 'sessionId', held.session_id,
    'means', held.means, 'rotate', held.rotate and held.token_hash = token, 'maySign', owner.demo or access.may_sign(held.account_id),
    'expiresAt', record.utc(held.expires_at), 'grants', access.grants_of(held.account_id));
end $$;

create or replace function record.open(token bytea, study text, streams text[], known bigint[])
returns table (session jsonb, stream text, entry text)
language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  session := access.session(token);
  return next;
  if session->'grants' @> jsonb_build_array(jsonb_build_object('studyId', study)) then
    -- Stream by stream, in its order: so that no plan, however little is known of the table, reads more than is asked for.
    return query select null::jsonb, k.stream_id, found.record
      from rows from (unnest(streams), unnest(known)) as k (stream_id, version), lateral (
        select e.record from record.event e where e.study_id = study and e.stream_id = k.stream_id and e.version >= k.version
        order by e.version) found;
  end if;
end $$;

create or replace function access.may_sign(account uuid) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  -- A check counts when it came after the last password link was used, and was not made by whoever issued that link.
  return (select a.demo or exists (
      select 1 from access.identity_check c where c.account_id = account
        and not exists (select 1 from access.invitation i where i.account_id = account and i.used_at is not null
          and (i.used_at > c.checked_at or i.created_by = c.checked_by::text)
          and i.used_at = (select max(j.used_at) from access.invitation j where j.account_id = account)))
    from access.account a where a.account_id = account);
end $$;

create or replace function unblinded.load(study text, streams text[]) returns table (stream text, entry text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select e.stream_id, e.record from unblinded.event e
    where e.study_id = study and e.stream_id = any (streams) and e.stream_id <> 'unblinded/randomisation'
    order by e.stream_id, e.version;
end $$;

create or replace function unblinded.open(token bytea, study text, streams text[])
returns table (session jsonb, stream text, entry text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  session := access.session(token);
  return next;
  if session->'grants' @> jsonb_build_array(jsonb_build_object('studyId', study, 'blindness', 'unblinded')) then
    return query select null::jsonb, l.stream, l.entry from unblinded.load(study, streams) l;
  end if;
end $$;
