-- Sessions are listed by when they began: an order that reading a page does not change.

create or replace function access.sessions_of(account uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('sessionId', s.session_id, 'accountId', s.account_id, 'login', a.login,
    'printedName', a.printed_name, 'createdAt', record.utc(s.created_at), 'lastSeenAt', record.utc(s.last_seen_at),
    'expiresAt', record.utc(s.expires_at), 'address', s.address, 'agent', s.agent, 'means', s.means)
    order by s.created_at desc, s.session_id), '[]')
  from access.session s join access.account a using (account_id)
  where s.revoked_at is null and s.expires_at > record.now_utc() and s.last_seen_at + s.idle_limit > record.now_utc()
    and a.disabled_at is null and (account is null or s.account_id = account) $$;
