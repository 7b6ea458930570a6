-- People: invitations, checked identities, second factors, sessions by device, review of grants, alerts.

alter table access.session
  add column session_id uuid not null default gen_random_uuid() unique,
  add column address text not null default '',
  add column agent text not null default '',
  add column means text not null default 'password',
  add column rotate boolean not null default false,
  add column previous_hash bytea,
  add column previous_until timestamptz;
create unique index session_by_previous on access.session (previous_hash) where previous_hash is not null;
comment on column access.session.session_id is 'The session''s name on lists: half a hash of its first token''s hash, which tells nothing of either.';
comment on column access.session.address is 'Network address it was started from.';
comment on column access.session.agent is 'What the browser called itself, for its owner to recognise it.';
comment on column access.session.means is 'How its owner was known: password, code, recovery, passkey, provider or invitation.';
comment on column access.session.rotate is 'A role changed: the next request gets another token.';
comment on column access.session.previous_hash is 'Hash of the token before the last change, for requests already on their way.';
comment on column access.session.previous_until is 'Until when that one is accepted: half a minute.';

create table access.identity_check (
  check_id uuid primary key,
  account_id uuid not null references access.account,
  how text not null,
  checked_by uuid not null references access.account,
  checked_at timestamptz not null
);
create index identity_check_by_account on access.identity_check (account_id, checked_at);
comment on table access.identity_check is 'Who looked at whose proof of identity; nobody signs without one.';
comment on column access.identity_check.check_id is 'The check.';
comment on column access.identity_check.account_id is 'Whose identity.';
comment on column access.identity_check.how is 'What was seen: the kind of document, never its number.';
comment on column access.identity_check.checked_by is 'Who saw it.';
comment on column access.identity_check.checked_at is 'Database time.';

create table access.invitation (
  invitation_id uuid primary key,
  account_id uuid not null references access.account,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index invitation_by_account on access.invitation (account_id, created_at);
comment on table access.invitation is 'One-time links with which a person sets the first, or a new, password.';
comment on column access.invitation.invitation_id is 'The invitation.';
comment on column access.invitation.account_id is 'Whom it is for.';
comment on column access.invitation.token_hash is 'SHA-256 of the token in the link.';
comment on column access.invitation.created_by is 'Account that issued it, or installation.';
comment on column access.invitation.created_at is 'Database time.';
comment on column access.invitation.expires_at is 'End.';
comment on column access.invitation.used_at is 'When it was used; it works once.';
comment on column access.invitation.revoked_at is 'When a later one or the end of the account took its place.';

create table access.authenticator (
  account_id uuid primary key references access.account,
  secret bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);
comment on table access.authenticator is 'Time-based one-time passwords (RFC 6238), one app for each account.';
comment on column access.authenticator.account_id is 'Whose.';
comment on column access.authenticator.secret is 'The shared secret, sealed with the installation''s key.';
comment on column access.authenticator.confirmed_at is 'When its first code was right; it counts from then on.';
comment on column access.authenticator.last_step is 'Time step of the last code taken: neither it nor an earlier one is taken again.';

create table access.recovery_code (
  account_id uuid not null references access.account,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
comment on table access.recovery_code is 'Codes for the day the authenticator is lost; each works once.';
comment on column access.recovery_code.account_id is 'Whose.';
comment on column access.recovery_code.code_hash is 'SHA-256 of the code.';
comment on column access.recovery_code.used_at is 'When it was used.';

create table access.passkey (
  credential_id text collate "C" primary key,
  account_id uuid not null references access.account,
  public_key bytea not null,
  counter bigint not null,
  transports text not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  removed_at timestamptz
);
create index passkey_by_account on access.passkey (account_id);
comment on table access.passkey is 'WebAuthn credentials.';
comment on column access.passkey.credential_id is 'The authenticator''s name for it, base64url.';
comment on column access.passkey.account_id is 'Whose.';
comment on column access.passkey.public_key is 'COSE public key.';
comment on column access.passkey.counter is 'The authenticator''s counter of signatures when last used; 0 where it keeps none.';
comment on column access.passkey.transports is 'How it is reached, separated by commas.';
comment on column access.passkey.name is 'Its owner''s name for it.';
comment on column access.passkey.created_at is 'Database time.';
comment on column access.passkey.last_used_at is 'Last sign-in with it.';
comment on column access.passkey.removed_at is 'Since when it is refused.';

create table access.linked_identity (
  link_id uuid primary key,
  account_id uuid not null references access.account,
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null,
  removed_at timestamptz
);
create unique index linked_identity_in_force on access.linked_identity (issuer, subject) where removed_at is null;
comment on table access.linked_identity is 'Accounts that an identity provider may open; linked by the administrator, never by the provider.';
comment on column access.linked_identity.link_id is 'The link.';
comment on column access.linked_identity.account_id is 'Whose.';
comment on column access.linked_identity.issuer is 'The provider''s issuer identifier.';
comment on column access.linked_identity.subject is 'Its name for the person.';
comment on column access.linked_identity.linked_at is 'Database time.';
comment on column access.linked_identity.removed_at is 'Since when it opens nothing.';

create table access.review (
  review_id uuid not null,
  study_id text collate "C" not null,
  grant_id uuid not null,
  outcome text not null check (outcome in ('kept', 'ended')),
  note text not null,
  reviewed_by uuid not null references access.account,
  reviewed_at timestamptz not null,
  primary key (study_id, review_id),
  foreign key (study_id, grant_id) references access.role_grant
);
create index review_by_grant on access.review (study_id, grant_id, reviewed_at);
comment on table access.review is 'Periodic review of roles: somebody looked whether the person still needs it.';
comment on column access.review.review_id is 'The review.';
comment on column access.review.study_id is 'Study of the grant.';
comment on column access.review.grant_id is 'The grant.';
comment on column access.review.outcome is 'kept or ended.';
comment on column access.review.note is 'What the reviewer wrote; may be empty where it is kept.';
comment on column access.review.reviewed_by is 'Who looked.';
comment on column access.review.reviewed_at is 'Database time.';

create function access.mark_sessions() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update access.session s set rotate = true where s.account_id = new.account_id and s.revoked_at is null;
  return new;
end $$;
comment on function access.mark_sessions() is 'Whose roles change gets another session token with the next request.';
create trigger role_grant_changed after insert or update on access.role_grant
  for each row execute function access.mark_sessions();

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
    'means', held.means, 'rotate', held.turn,
    'expiresAt', record.utc(held.expires_at), 'grants', access.grants_of(held.account_id));
end $$;

create function access.rotate_session(old_token bytea, new_token bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update access.session s set token_hash = new_token, previous_hash = old_token, rotate = false,
    previous_until = record.now_utc() + interval '30 seconds'
  where s.token_hash = old_token and s.rotate and s.revoked_at is null;
  return found;
end $$;
comment on function access.rotate_session(bytea, bytea) is 'Puts another token in the place of one that is due for it; false when somebody else just did.';

drop function access.create_session(bytea, uuid, interval, interval, text);
create function access.create_session(token bytea, account uuid, idle interval, absolute interval, about jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from access.account a where a.account_id = account and a.disabled_at is null for share;
  if not found then
    return false;
  end if;
  insert into access.session (session_id, token_hash, account_id, created_at, last_seen_at, idle_limit, expires_at, address, agent, means)
  values (encode(substring(sha256(token) for 16), 'hex')::uuid, token, account, record.now_utc(), record.now_utc(), idle, record.now_utc() + absolute,
    coalesce(about->>'address', ''), coalesce(about->>'agent', ''), coalesce(about->>'means', 'password'));
  perform record.note('-', 'access/' || account, 'SignedIn', account::text, 'self',
    jsonb_build_object('address', coalesce(about->>'address', ''), 'means', coalesce(about->>'means', 'password')));
  return true;
end $$;
comment on function access.create_session(bytea, uuid, interval, interval, jsonb) is
  'Starts a session for an account whose identity was just proven; false for one that is disabled.';

create function access.end_sessions(account uuid, only_one uuid, but bytea, actor text) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ended int;
begin
  update access.session s set revoked_at = record.now_utc()
  where s.account_id = account and s.revoked_at is null and (only_one is null or s.session_id = only_one)
    and s.token_hash is distinct from but;
  get diagnostics ended = row_count;
  if ended > 0 then
    perform record.note('-', 'access/' || account, 'SessionsEnded', actor, case when actor = account::text then 'self' else 'administrator' end,
      jsonb_build_object('count', ended));
  end if;
  return ended;
end $$;
comment on function access.end_sessions(uuid, uuid, bytea, text) is
  'Ends one session of an account, or all of them but the one that asks; how many.';

create function access.sessions_of(account uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('sessionId', s.session_id, 'accountId', s.account_id, 'login', a.login,
    'printedName', a.printed_name, 'createdAt', record.utc(s.created_at), 'lastSeenAt', record.utc(s.last_seen_at),
    'expiresAt', record.utc(s.expires_at), 'address', s.address, 'agent', s.agent, 'means', s.means)
    order by s.last_seen_at desc, s.session_id), '[]')
  from access.session s join access.account a using (account_id)
  where s.revoked_at is null and s.expires_at > record.now_utc() and s.last_seen_at + s.idle_limit > record.now_utc()
    and a.disabled_at is null and (account is null or s.account_id = account) $$;
comment on function access.sessions_of(uuid) is 'Sessions alive now, of one account or of all.';

create function access.may_sign(account uuid) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  -- A check counts when it came after the last password link was used, and was not made by whoever issued that link.
  select a.demo or exists (
    select 1 from access.identity_check c where c.account_id = account
      and not exists (select 1 from access.invitation i where i.account_id = account and i.used_at is not null
        and (i.used_at > c.checked_at or i.created_by = c.checked_by::text)
        and i.used_at = (select max(j.used_at) from access.invitation j where j.account_id = account)))
  from access.account a where a.account_id = account $$;
comment on function access.may_sign(uuid) is
  'Whether the account''s identity is checked: by another person than the one who issued its last link, after that was used. Demonstration accounts sign at once.';

create or replace function access.find_account(login_name text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('accountId', a.account_id, 'login', a.login, 'printedName', a.printed_name,
    'passwordHash', a.password_hash, 'locale', a.locale, 'demo', a.demo, 'disabled', a.disabled_at is not null,
    'secondFactor', exists (select 1 from access.authenticator t where t.account_id = a.account_id and t.confirmed_at is not null),
    'maySign', access.may_sign(a.account_id))
  from access.account a where lower(a.login) = lower(login_name) $$;

create function access.create_account_once(account jsonb, actor text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from access.account a where a.account_id = (account->>'accountId')::uuid and a.login = account->>'login';
  return case when found then 'created' else access.create_account(account, actor) end;
end $$;
comment on function access.create_account_once(jsonb, text) is 'As create_account; the same account asked for again is created already.';

create function access.grant_role_once(given jsonb, actor text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from access.role_grant g where g.study_id = given->>'studyId' and g.grant_id = (given->>'grantId')::uuid;
  if found then
    return 'granted';
  end if;
  perform 1 from access.account a where a.account_id = (given->>'accountId')::uuid and a.disabled_at is null;
  return case when found then access.grant_role(given, actor) else 'noAccount' end;
end $$;
comment on function access.grant_role_once(jsonb, text) is 'As grant_role; the same grant asked for again is given already, and a disabled account gets none.';

create function access.disable_account(account uuid, reason text, actor text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  moment timestamptz := record.now_utc();
begin
  perform 1 from audit.log l where l.study_id = '-' and l.log = 'open' for update;
  update access.account a set disabled_at = moment where a.account_id = account and a.disabled_at is null;
  if not found then
    return case when exists (select 1 from access.account a where a.account_id = account) then 'already' else 'noAccount' end;
  end if;
  update access.session s set revoked_at = moment where s.account_id = account and s.revoked_at is null;
  update access.invitation i set revoked_at = moment where i.account_id = account and i.used_at is null and i.revoked_at is null;
  perform record.note('-', 'access/' || account, 'AccountDisabled', actor, 'administrator', jsonb_build_object('reason', reason));
  return 'disabled';
end $$;
comment on function access.disable_account(uuid, text, text) is 'Ends an account for good, with its sessions and invitations: disabled, already or noAccount.';

create function access.invite(invitation jsonb, actor text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  account uuid := (invitation->>'accountId')::uuid;
  moment timestamptz := record.now_utc();
begin
  perform 1 from audit.log l where l.study_id = '-' and l.log = 'open' for update;
  perform 1 from access.invitation i where i.invitation_id = (invitation->>'invitationId')::uuid;
  if found then
    return 'invited';
  end if;
  perform 1 from access.account a where a.account_id = account and a.disabled_at is null;
  if not found then
    return 'noAccount';
  end if;
  update access.invitation i set revoked_at = moment where i.account_id = account and i.used_at is null and i.revoked_at is null;
  insert into access.invitation (invitation_id, account_id, token_hash, created_by, created_at, expires_at)
  values ((invitation->>'invitationId')::uuid, account, decode(invitation->>'tokenHash', 'hex'), actor, moment,
    moment + make_interval(hours => (invitation->>'hours')::int));
  perform record.note('-', 'access/' || account, 'Invited', actor, 'administrator',
    jsonb_build_object('invitationId', invitation->'invitationId', 'hours', invitation->'hours'));
  return 'invited';
end $$;
comment on function access.invite(jsonb, text) is 'Issues a one-time link; earlier ones of the account stop working. invited or noAccount.';

create function access.find_invitation(token bytea) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('accountId', a.account_id, 'login', a.login, 'printedName', a.printed_name, 'locale', a.locale,
    'expiresAt', record.utc(i.expires_at), 'first', a.password_hash is null,
    'secondFactor', exists (select 1 from access.authenticator t where t.account_id = a.account_id and t.confirmed_at is not null))
  from access.invitation i join access.account a using (account_id)
  where i.token_hash = token and i.used_at is null and i.revoked_at is null and i.expires_at > record.now_utc()
    and a.disabled_at is null $$;
comment on function access.find_invitation(bytea) is 'Whom a link is for; null when it was used, has ended or never was.';

create function access.activate(token bytea, password text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  account uuid;
  moment timestamptz := record.now_utc();
begin
  perform 1 from audit.log l where l.study_id = '-' and l.log = 'open' for update;
  update access.invitation i set used_at = moment from access.account a
  where i.token_hash = token and i.used_at is null and i.revoked_at is null and i.expires_at > moment
    and a.account_id = i.account_id and a.disabled_at is null
  returning i.account_id into account;
  if not found then
    return null;
  end if;
  update access.account a set password_hash = password where a.account_id = account;
  update access.session s set revoked_at = moment where s.account_id = account and s.revoked_at is null;
  perform record.note('-', 'access/' || account, 'AccountActivated', account::text, 'self', access.digest(password));
  return account;
end $$;
comment on function access.activate(bytea, text) is 'Uses a link up and sets the password: the account, or null. Every session of it ends.';

create function access.record_identity_check(given jsonb, actor uuid) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  account uuid := (given->>'accountId')::uuid;
begin
  perform 1 from audit.log l where l.study_id = '-' and l.log = 'open' for update;
  perform 1 from access.identity_check c where c.check_id = (given->>'checkId')::uuid;
  if found then
    return 'recorded';
  end if;
  if account = actor then
    return 'own';
  end if;
  perform 1 from access.account a where a.account_id = account and a.disabled_at is null;
  if not found then
    return 'noAccount';
  end if;
  perform 1 from access.account a where a.account_id = account and a.password_hash is not null;
  if not found then
    return 'notActivated';
  end if;
  perform 1 from access.invitation i where i.account_id = account and i.used_at is not null and i.created_by = actor::text
    and i.used_at = (select max(j.used_at) from access.invitation j where j.account_id = account);
  if found then
    return 'issuer';
  end if;
  insert into access.identity_check (check_id, account_id, how, checked_by, checked_at)
  values ((given->>'checkId')::uuid, account, given->>'how', actor, record.now_utc());
  perform record.note('-', 'access/' || account, 'IdentityChecked', actor::text, 'administrator', jsonb_build_object('how', given->>'how'));
  return 'recorded';
end $$;
comment on function access.record_identity_check(jsonb, uuid) is
  'Somebody saw a person''s proof of identity: recorded, own, noAccount, notActivated, or issuer for whoever issued the last link used.';

create function access.change_authenticator(account uuid, change jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  case change->>'do'
    when 'propose' then
      perform 1 from access.authenticator t where t.account_id = account and t.confirmed_at is not null;
      if found then
        return false;
      end if;
      insert into access.authenticator (account_id, secret) values (account, decode(change->>'secret', 'hex'))
      on conflict (account_id) do update set secret = excluded.secret, last_step = 0;
    when 'confirm' then
      update access.authenticator t set confirmed_at = record.now_utc(), last_step = (change->>'step')::bigint
      where t.account_id = account and t.confirmed_at is null;
      if not found then
        return false;
      end if;
      delete from access.recovery_code r where r.account_id = account;
      insert into access.recovery_code (account_id, code_hash)
      select account, decode(code, 'hex') from jsonb_array_elements_text(change->'codes') as codes (code);
      perform record.note('-', 'access/' || account, 'AuthenticatorAdded', account::text, 'self', '{}');
    when 'use' then
      update access.authenticator t set last_step = (change->>'step')::bigint
      where t.account_id = account and t.confirmed_at is not null and t.last_step < (change->>'step')::bigint;
      return found;
    when 'recover' then
      update access.recovery_code r set used_at = record.now_utc()
      where r.account_id = account and r.code_hash = decode(change->>'code', 'hex') and r.used_at is null;
      if not found then
        return false;
      end if;
      perform record.note('-', 'access/' || account, 'RecoveryCodeUsed', account::text, 'self', '{}');
    when 'remove' then
      delete from access.authenticator t where t.account_id = account;
      if not found then
        return false;
      end if;
      delete from access.recovery_code r where r.account_id = account;
      perform record.note('-', 'access/' || account, 'AuthenticatorRemoved', change->>'actor',
        case when change->>'actor' = account::text then 'self' else 'administrator' end, '{}');
  end case;
  return true;
end $$;
comment on function access.change_authenticator(uuid, jsonb) is
  'Proposes, confirms, uses (one step once), recovers with a code, or removes an account''s authenticator; false where it cannot be.';

create function access.authenticator_of(account uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('secret', encode(t.secret, 'hex'), 'confirmed', t.confirmed_at is not null,
    'codesLeft', (select count(*) from access.recovery_code r where r.account_id = account and r.used_at is null))
  from access.authenticator t where t.account_id = account $$;
comment on function access.authenticator_of(uuid) is 'The sealed secret of an account''s authenticator and how many recovery codes are left; null where there is none.';

create function access.change_passkey(account uuid, change jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  case change->>'do'
    when 'add' then
      insert into access.passkey (credential_id, account_id, public_key, counter, transports, name, created_at)
      values (change->>'id', account, decode(change->>'publicKey', 'hex'), (change->>'counter')::bigint,
        coalesce(change->>'transports', ''), change->>'name', record.now_utc())
      on conflict do nothing;
      if not found then
        return false;
      end if;
      perform record.note('-', 'access/' || account, 'PasskeyAdded', account::text, 'self', jsonb_build_object('name', change->>'name'));
    when 'use' then
      update access.passkey p set counter = (change->>'counter')::bigint, last_used_at = record.now_utc()
      where p.credential_id = change->>'id' and p.account_id = account and p.removed_at is null
        and (p.counter < (change->>'counter')::bigint or (p.counter = 0 and (change->>'counter')::bigint = 0));
      return found;
    when 'remove' then
      update access.passkey p set removed_at = record.now_utc()
      where p.credential_id = change->>'id' and p.account_id = account and p.removed_at is null;
      if not found then
        return false;
      end if;
      perform record.note('-', 'access/' || account, 'PasskeyRemoved', change->>'actor',
        case when change->>'actor' = account::text then 'self' else 'administrator' end, jsonb_build_object('id', change->>'id'));
  end case;
  return true;
end $$;
comment on function access.change_passkey(uuid, jsonb) is 'Adds, uses (its counter must grow) or removes a passkey; false where it cannot be.';

create function access.passkeys(account uuid, credential text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', p.credential_id, 'accountId', p.account_id, 'login', a.login,
    'publicKey', encode(p.public_key, 'hex'), 'counter', p.counter, 'transports', p.transports, 'name', p.name,
    'createdAt', record.utc(p.created_at), 'lastUsedAt', record.utc(p.last_used_at)) order by p.created_at, p.credential_id), '[]')
  from access.passkey p join access.account a using (account_id)
  where p.removed_at is null and a.disabled_at is null
    and (p.account_id = account or p.credential_id = credential) $$;
comment on function access.passkeys(uuid, text) is 'Passkeys in force of an account, or the one with this credential id.';

create function access.change_link(account uuid, change jsonb, actor text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from audit.log l where l.study_id = '-' and l.log = 'open' for update;
  if change->>'do' = 'remove' then
    update access.linked_identity i set removed_at = record.now_utc()
    where i.link_id = (change->>'linkId')::uuid and i.account_id = account and i.removed_at is null;
    if found then
      perform record.note('-', 'access/' || account, 'ProviderUnlinked', actor, 'administrator', jsonb_build_object('linkId', change->>'linkId'));
    end if;
    return 'removed';
  end if;
  perform 1 from access.linked_identity i where i.link_id = (change->>'linkId')::uuid;
  if found then
    return 'linked';
  end if;
  perform 1 from access.account a where a.account_id = account and a.disabled_at is null;
  if not found then
    return 'noAccount';
  end if;
  perform 1 from access.linked_identity i
  where i.issuer = change->>'issuer' and i.subject = change->>'subject' and i.removed_at is null;
  if found then
    return 'taken';
  end if;
  insert into access.linked_identity (link_id, account_id, issuer, subject, linked_at)
  values ((change->>'linkId')::uuid, account, change->>'issuer', change->>'subject', record.now_utc());
  perform record.note('-', 'access/' || account, 'ProviderLinked', actor, 'administrator',
    jsonb_build_object('linkId', change->>'linkId', 'issuer', change->>'issuer', 'subject', change->>'subject'));
  return 'linked';
end $$;
comment on function access.change_link(uuid, jsonb, text) is
  'Links an account to a provider''s person, or removes the link: linked, taken, noAccount, removed.';

create function access.find_linked(from_issuer text, known_as text) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.account_id from access.linked_identity i join access.account a using (account_id)
  where i.issuer = from_issuer and i.subject = known_as and i.removed_at is null and a.disabled_at is null $$;
comment on function access.find_linked(text, text) is 'The account a provider''s person opens; null where none is linked.';

create function access.review_grant(given jsonb, actor uuid) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  account uuid;
  study text := given->>'studyId';
begin
  perform 1 from audit.log l where l.study_id = '-' and l.log = 'open' for update;
  perform 1 from access.review r where r.study_id = study and r.review_id = (given->>'reviewId')::uuid;
  if found then
    return 'reviewed';
  end if;
  select g.account_id into account from access.role_grant g
  where g.study_id = study and g.grant_id = (given->>'grantId')::uuid
    and (g.valid_until is null or g.valid_until > record.now_utc());
  if not found then
    return 'noGrant';
  end if;
  if account = actor then
    return 'own';
  end if;
  insert into access.review (review_id, study_id, grant_id, outcome, note, reviewed_by, reviewed_at)
  values ((given->>'reviewId')::uuid, study, (given->>'grantId')::uuid, given->>'outcome', given->>'note', actor, record.now_utc());
  perform record.note('-', 'access/' || account, 'RoleReviewed', actor::text, 'administrator',
    jsonb_build_object('studyId', study, 'grantId', given->>'grantId', 'outcome', given->>'outcome', 'note', given->>'note'));
  if given->>'outcome' = 'ended' then
    perform access.end_grant(study, (given->>'grantId')::uuid, actor::text);
  end if;
  return 'reviewed';
end $$;
comment on function access.review_grant(jsonb, uuid) is 'Keeps or ends a role after looking at it: reviewed, noGrant, or own, which nobody reviews.';

create function access.people(study text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(person order by person->>'login'), '[]') from (
    select jsonb_build_object('accountId', a.account_id, 'login', a.login, 'printedName', a.printed_name, 'locale', a.locale,
      'demo', a.demo, 'createdAt', record.utc(a.created_at), 'disabledAt', record.utc(a.disabled_at),
      'activated', a.password_hash is not null, 'maySign', access.may_sign(a.account_id),
      'identity', (select jsonb_build_object('how', c.how, 'by', b.printed_name, 'at', record.utc(c.checked_at))
        from access.identity_check c join access.account b on b.account_id = c.checked_by
        where c.account_id = a.account_id order by c.checked_at desc limit 1),
      'invitedUntil', (select record.utc(i.expires_at) from access.invitation i where i.account_id = a.account_id
        and i.used_at is null and i.revoked_at is null order by i.created_at desc limit 1),
      'authenticator', exists (select 1 from access.authenticator t where t.account_id = a.account_id and t.confirmed_at is not null),
      'passkeys', (select count(*) from access.passkey p where p.account_id = a.account_id and p.removed_at is null),
      'links', (select coalesce(jsonb_agg(jsonb_build_object('linkId', i.link_id, 'issuer', i.issuer, 'subject', i.subject)
        order by i.linked_at, i.link_id), '[]') from access.linked_identity i where i.account_id = a.account_id and i.removed_at is null),
      'lastSignIn', record.utc(seen.last),
      'dormant', a.disabled_at is null and coalesce(seen.last, a.created_at) < record.now_utc() - interval '90 days',
      'grants', (select coalesce(jsonb_agg(jsonb_build_object('grantId', g.grant_id, 'role', g.role, 'site', g.site,
          'participant', g.participant, 'validFrom', record.utc(g.valid_from), 'validUntil', record.utc(g.valid_until),
          'state', case when g.valid_until <= record.now_utc() then 'ended' when g.valid_from > record.now_utc() then 'coming' else 'held' end,
          'reviewDue', (g.valid_until is null or g.valid_until > record.now_utc())
            and coalesce(r.reviewed_at, g.valid_from) < record.now_utc() - interval '90 days',
          'reviewed', case when r.reviewed_at is null then null else jsonb_build_object('at', record.utc(r.reviewed_at),
            'by', (select b.printed_name from access.account b where b.account_id = r.reviewed_by), 'outcome', r.outcome, 'note', r.note) end)
          order by g.valid_from desc, g.grant_id), '[]')
        from access.role_grant g
        left join lateral (select * from access.review v where v.study_id = g.study_id and v.grant_id = g.grant_id
          order by v.reviewed_at desc limit 1) r on true
        where g.account_id = a.account_id and g.study_id = study)) as person
    from access.account a
    left join lateral (select max(s.created_at) as last from access.session s where s.account_id = a.account_id) seen on true
    where exists (select 1 from access.role_grant g where g.account_id = a.account_id and g.study_id = study)
      or not exists (select 1 from access.role_grant g where g.account_id = a.account_id)) everybody $$;
comment on function access.people(text) is
  'Everybody with a role in the study, now or earlier, and those with none anywhere: what the administrator''s page shows. A role is due for review after 90 days, an account dormant after as many.';

create function access.hold_back(given jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  account uuid := (select a.account_id from access.account a
    where sha256(convert_to(lower(a.login), 'UTF8')) = decode(given->>'loginHash', 'hex'));
begin
  perform record.note('-', 'access/failed', 'SignInHeldBack', coalesce(account::text, 'unknown'), 'none',
    given || jsonb_build_object('accountId', account));
  insert into record.outbox (study_id, key, number, kind, payload, created_at)
  values ('-', (given->>'alertId')::uuid, 1, 'signInHeldBack', given || jsonb_build_object('accountId', account), record.now_utc())
  on conflict do nothing;
end $$;
comment on function access.hold_back(jsonb) is 'So many sign-ins failed that more are refused for a while: an event, and a message to the administrators.';

create function access.failing(within interval) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('login', f.login, 'printedName', f.printed_name, 'failures', f.failures,
    'addresses', f.addresses, 'last', record.utc(f.last)) order by f.last desc), '[]') from (
    select a.login, a.printed_name, count(*) as failures, count(distinct t.address) as addresses, max(t.attempted_at) as last
    from access.sign_in_attempt t
    left join access.account a on sha256(convert_to(lower(a.login), 'UTF8')) = t.login_hash
    where not t.succeeded and t.attempted_at > record.now_utc() - within
    group by a.account_id, a.login, a.printed_name, case when a.account_id is null then t.login_hash end
    having count(*) >= 5 order by max(t.attempted_at) desc limit 100) f $$;
comment on function access.failing(interval) is 'Names that were tried at least five times in vain lately; null where no account has the name, since people type passwords there.';

create function access.known_network(login bytea, network text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from access.sign_in_attempt t where t.login_hash = login and t.succeeded
    and t.attempted_at > record.now_utc() - interval '90 days' and starts_with(t.address, network)) $$;
comment on function access.known_network(bytea, text) is 'Whether the name''s owner signed in from this network within 90 days.';

revoke execute on all functions in schema access from public;
grant execute on function access.rotate_session(bytea, bytea), access.create_session(bytea, uuid, interval, interval, jsonb),
  access.end_sessions(uuid, uuid, bytea, text), access.sessions_of(uuid), access.create_account_once(jsonb, text),
  access.grant_role_once(jsonb, text), access.disable_account(uuid, text, text), access.invite(jsonb, text),
  access.find_invitation(bytea), access.activate(bytea, text), access.record_identity_check(jsonb, uuid),
  access.change_authenticator(uuid, jsonb), access.authenticator_of(uuid), access.change_passkey(uuid, jsonb),
  access.passkeys(uuid, text), access.change_link(uuid, jsonb, text), access.find_linked(text, text),
  access.review_grant(jsonb, uuid), access.people(text), access.hold_back(jsonb), access.failing(interval),
  access.known_network(bytea, text) to trialwright_access;
