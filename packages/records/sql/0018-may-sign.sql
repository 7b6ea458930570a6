-- A session tells whether its owner may sign, so that pages can say so before anybody tries.

create or replace function access.session(token bytea) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held record;
  moment timestamptz := record.now_utc();
begin
  select s.token_hash, s.session_id, s.created_at, s.last_seen_at, s.expires_at, s.means, s.rotate and s.token_hash = token as turn,
    a.account_id, a.login, a.printed_name, a.locale, a.demo into held
  from access.session s join access.account a using (account_id)
  where (s.token_hash = token or (s.previous_hash = token and s.previous_until > moment))
    and s.revoked_at is null and s.expires_at > moment
    and s.last_seen_at + s.idle_limit > moment and a.disabled_at is null;
  if not found then
    return null;
  end if;
  if held.last_seen_at < moment - interval '1 minute' then
    update access.session s set last_seen_at = moment where s.token_hash = held.token_hash;
  end if;
  return jsonb_build_object('accountId', held.account_id, 'login', held.login, 'printedName', held.printed_name,
    'locale', held.locale, 'demo', held.demo, 'createdAt', record.utc(held.created_at), 'sessionId', held.session_id,
    'means', held.means, 'rotate', held.turn, 'maySign', access.may_sign(held.account_id),
    'expiresAt', record.utc(held.expires_at), 'grants', access.grants_of(held.account_id));
end $$;
