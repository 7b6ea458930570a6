-- Accounts, roles, sessions, sign-in attempts. Every change leaves an event in the installation's own log, study '-'.

create schema access;
comment on schema access is 'Who may do what; role trialwright_access. Belongs to the installation, not to one study.';

create table access.role (
  role text collate "C" primary key,
  blindness text not null check (blindness in ('blinded', 'unblinded', 'neutral'))
);
comment on table access.role is 'Roles and whether they may know an arm.';
comment on column access.role.role is 'Name of the role.';
comment on column access.role.blindness is 'blinded, unblinded, or neutral (sees no study data).';
insert into access.role (role, blindness) values
  ('participant', 'blinded'), ('coordinator', 'blinded'), ('nurse', 'blinded'), ('investigator', 'blinded'),
  ('mriReader', 'blinded'), ('monitor', 'blinded'), ('dataManager', 'blinded'), ('statistician', 'blinded'),
  ('inspector', 'blinded'), ('administrator', 'neutral'),
  ('unblindedPharmacist', 'unblinded'), ('safetyOfficer', 'unblinded'), ('randomisationOfficer', 'unblinded');

create table access.account (
  account_id uuid primary key,
  login text not null,
  printed_name text not null,
  password_hash text,
  locale text not null,
  demo boolean not null,
  created_at timestamptz not null,
  disabled_at timestamptz
);
create unique index account_login on access.account (lower(login));
comment on table access.account is 'People who may sign in. Rows are never deleted, so a login is never used again.';
comment on column access.account.account_id is 'The account; the actor of events.';
comment on column access.account.login is 'Login name, unique without regard to case, for ever.';
comment on column access.account.printed_name is 'Name as signatures print it.';
comment on column access.account.password_hash is 'Hash with its parameters; null while no password is set.';
comment on column access.account.locale is 'Preferred language: en or nb.';
comment on column access.account.demo is 'True for demonstration accounts, which no production study accepts.';
comment on column access.account.created_at is 'Database time of creation.';
comment on column access.account.disabled_at is 'Since when sign-in is refused; null while active.';

create table access.role_grant (
  study_id text collate "C" not null,
  grant_id uuid not null,
  account_id uuid not null references access.account,
  role text not null references access.role,
  site text,
  valid_from timestamptz not null,
  valid_until timestamptz,
  participant text,
  primary key (study_id, grant_id)
);
create index role_grant_by_account on access.role_grant (account_id);
comment on table access.role_grant is 'Roles given to people. Ended by setting valid_until, never deleted.';
comment on column access.role_grant.study_id is 'Study the role is for; ''-'' for administrators of the installation.';
comment on column access.role_grant.grant_id is 'The grant.';
comment on column access.role_grant.account_id is 'Who holds it.';
comment on column access.role_grant.role is 'The role.';
comment on column access.role_grant.site is 'Site it is limited to; null for all sites.';
comment on column access.role_grant.valid_from is 'Start.';
comment on column access.role_grant.valid_until is 'End; null while open.';
comment on column access.role_grant.participant is 'For the role participant: the participant code the account stands for.';

create table access.session (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  account_id uuid not null references access.account,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_limit interval not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_by_account on access.session (account_id);
comment on table access.session is 'Signed-in sessions.';
comment on column access.session.token_hash is 'SHA-256 of the token; the token itself is only in the browser.';
comment on column access.session.account_id is 'Who signed in.';
comment on column access.session.created_at is 'Database time of sign-in.';
comment on column access.session.last_seen_at is 'Last use, written at most once a minute.';
comment on column access.session.idle_limit is 'Longest pause between uses.';
comment on column access.session.expires_at is 'Absolute end.';
comment on column access.session.revoked_at is 'When it was ended early; null otherwise.';

create table access.sign_in_attempt (
  attempt_id uuid primary key,
  login_hash bytea not null,
  address text not null,
  succeeded boolean not null,
  attempted_at timestamptz not null
);
create index sign_in_attempt_by_login on access.sign_in_attempt (login_hash, attempted_at);
create index sign_in_attempt_by_address on access.sign_in_attempt (address, attempted_at);
comment on table access.sign_in_attempt is 'Sign-in attempts, for slowing down guessing.';
comment on column access.sign_in_attempt.attempt_id is 'The attempt.';
comment on column access.sign_in_attempt.login_hash is 'SHA-256 of the lower-case login as typed (people type passwords there).';
comment on column access.sign_in_attempt.address is 'Network address it came from.';
comment on column access.sign_in_attempt.succeeded is 'Whether it succeeded.';
comment on column access.sign_in_attempt.attempted_at is 'Database time.';

create function access.grants_of(account uuid) returns jsonb
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('grantId', g.grant_id, 'studyId', g.study_id, 'role', g.role,
    'blindness', r.blindness, 'site', g.site, 'participant', g.participant) order by g.study_id, g.role, g.site, g.grant_id), '[]')
  from access.role_grant g join access.role r using (role)
  where g.account_id = account and g.valid_from <= clock_timestamp()
    and (g.valid_until is null or g.valid_until > clock_timestamp()) $$;
comment on function access.grants_of(uuid) is 'Grants in force now.';

create function access.session(token bytea) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held record;
  moment timestamptz := record.now_utc();
begin
  select s.token_hash, s.created_at, s.last_seen_at, s.expires_at, a.account_id, a.login, a.printed_name, a.locale, a.demo into held
  from access.session s join access.account a using (account_id)
  where s.token_hash = token and s.revoked_at is null and s.expires_at > moment
    and s.last_seen_at + s.idle_limit > moment and a.disabled_at is null;
  if not found then
    return null;
  end if;
  if held.last_seen_at < moment - interval '1 minute' then
    update access.session s set last_seen_at = moment where s.token_hash = token;
  end if;
  return jsonb_build_object('accountId', held.account_id, 'login', held.login, 'printedName', held.printed_name,
    'locale', held.locale, 'demo', held.demo, 'createdAt', record.utc(held.created_at),
    'expiresAt', record.utc(held.expires_at), 'grants', access.grants_of(held.account_id));
end $$;
comment on function access.session(bytea) is 'The account behind a session token and its grants; null when unknown, ended, idle too long or disabled.';

create function access.digest(password_hash text) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when password_hash is null then '{}'::jsonb
    else jsonb_build_object('passwordDigest', encode(sha256(convert_to(password_hash, 'UTF8')), 'hex')) end $$;
comment on function access.digest(text) is 'SHA-256 of a password''s salted hash, for events: a hash put in by hand is found, and nothing can be guessed from it.';

create function access.create_account(account jsonb, actor text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Changes of accounts go one after the other, so the uniqueness of a login is a value, not an error.
  perform 1 from audit.log l where l.study_id = '-' and l.log = 'open' for update;
  perform 1 from access.account a where lower(a.login) = lower(account->>'login');
  if found then
    return 'loginTaken';
  end if;
  insert into access.account (account_id, login, printed_name, password_hash, locale, demo, created_at)
  values ((account->>'accountId')::uuid, account->>'login', account->>'printedName', account->>'passwordHash',
    account->>'locale', (account->>'demo')::boolean, record.now_utc());
  perform record.note('-', 'access/' || (account->>'accountId'), 'AccountCreated', actor, 'administrator',
    (account - 'passwordHash') || access.digest(account->>'passwordHash'));
  return 'created';
end $$;
comment on function access.create_account(jsonb, text) is 'Creates an account: created or loginTaken.';

create function access.find_account(login_name text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('accountId', a.account_id, 'login', a.login, 'printedName', a.printed_name,
    'passwordHash', a.password_hash, 'locale', a.locale, 'demo', a.demo, 'disabled', a.disabled_at is not null)
  from access.account a where lower(a.login) = lower(login_name) $$;
comment on function access.find_account(text) is 'An account by its login, with its password hash, for sign-in.';

create function access.list_accounts() returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('accountId', a.account_id, 'login', a.login, 'printedName', a.printed_name,
    'locale', a.locale, 'demo', a.demo, 'disabled', a.disabled_at is not null, 'grants', access.grants_of(a.account_id))
    order by a.login), '[]') from access.account a $$;
comment on function access.list_accounts() is 'All accounts with their grants in force, for the administrator and the sign-in page of a demonstration.';

create function access.change_account(account uuid, change jsonb, actor text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from audit.log l where l.study_id = '-' and l.log = 'open' for update;
  perform 1 from access.account a where a.account_id = account;
  if not found then
    return 'noAccount';
  end if;
  update access.account a set
    password_hash = coalesce(change->>'passwordHash', a.password_hash),
    locale = coalesce(change->>'locale', a.locale),
    printed_name = coalesce(change->>'printedName', a.printed_name),
    disabled_at = case when (change->>'disabled')::boolean then coalesce(a.disabled_at, record.now_utc())
      when not (change->>'disabled')::boolean then null else a.disabled_at end
  where a.account_id = account;
  if change ? 'passwordHash' or (change->>'disabled')::boolean then
    update access.session s set revoked_at = record.now_utc() where s.account_id = account and s.revoked_at is null;
  end if;
  perform record.note('-', 'access/' || account, 'AccountChanged', actor, 'administrator',
    (change - 'passwordHash') || access.digest(change->>'passwordHash'));
  return 'changed';
end $$;
comment on function access.change_account(uuid, jsonb, text) is
  'Changes password, locale, printed name or disabled: changed or noAccount. A new password and disabling end every session.';

create function access.grant_role(given jsonb, actor text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  account uuid := (given->>'accountId')::uuid;
  wanted text := (select r.blindness from access.role r where r.role = given->>'role');
  ends timestamptz := date_trunc('milliseconds', (given->>'validUntil')::timestamptz);
begin
  perform 1 from audit.log l where l.study_id = '-' and l.log = 'open' for update;
  if wanted is null then
    return 'noRole';
  end if;
  perform 1 from access.account a where a.account_id = account;
  if not found then
    return 'noAccount';
  end if;
  -- Once blinded, or once unblinded, in a study: for good. Knowledge of an arm does not end with a grant.
  perform 1 from access.role_grant g join access.role r using (role)
  where g.account_id = account and g.study_id = given->>'studyId'
    and 'neutral' not in (wanted, r.blindness) and r.blindness <> wanted;
  if found then
    return 'otherBlindness';
  end if;
  insert into access.role_grant (study_id, grant_id, account_id, role, site, valid_from, valid_until, participant)
  values (given->>'studyId', (given->>'grantId')::uuid, account, given->>'role', given->>'site',
    coalesce((given->>'validFrom')::timestamptz, record.now_utc()), ends, given->>'participant');
  perform record.note('-', 'access/' || account, 'RoleGranted', actor, 'administrator',
    given || jsonb_build_object('validUntil', record.utc(ends)));
  return 'granted';
end $$;
comment on function access.grant_role(jsonb, text) is
  'Gives a role: granted, noRole, noAccount, or otherBlindness when the person ever held a role on the other side of the blind in this study.';

create function access.end_grant(study text, ended uuid, actor text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  account uuid;
begin
  perform 1 from audit.log l where l.study_id = '-' and l.log = 'open' for update;
  update access.role_grant g set valid_until = record.now_utc()
  where g.study_id = study and g.grant_id = ended and (g.valid_until is null or g.valid_until > clock_timestamp())
  returning g.account_id into account;
  if not found then
    return 'noGrant';
  end if;
  perform record.note('-', 'access/' || account, 'RoleEnded', actor, 'administrator',
    jsonb_build_object('studyId', study, 'grantId', ended));
  return 'ended';
end $$;
comment on function access.end_grant(text, uuid, text) is 'Ends a grant now: ended or noGrant.';

create function access.create_session(token bytea, account uuid, idle interval, absolute interval, address text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into access.session (token_hash, account_id, created_at, last_seen_at, idle_limit, expires_at)
  values (token, account, record.now_utc(), record.now_utc(), idle, record.now_utc() + absolute);
  perform record.note('-', 'access/' || account, 'SignedIn', account::text, 'self', jsonb_build_object('address', address));
end $$;
comment on function access.create_session(bytea, uuid, interval, interval, text) is 'Starts a session for an account whose identity was just proven.';

create function access.revoke_session(token bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  account uuid;
begin
  update access.session s set revoked_at = record.now_utc() where s.token_hash = token and s.revoked_at is null
  returning s.account_id into account;
  if found then
    perform record.note('-', 'access/' || account, 'SignedOut', account::text, 'self', '{}');
  end if;
end $$;
comment on function access.revoke_session(bytea) is 'Ends a session; nothing happens for an unknown or ended one.';

create function access.record_attempt(attempt uuid, login bytea, from_address text, success boolean) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into access.sign_in_attempt (attempt_id, login_hash, address, succeeded, attempted_at)
  values (attempt, login, from_address, success, clock_timestamp());
  if not success then
    perform record.note('-', 'access/failed', 'SignInFailed', 'unknown', 'none',
      jsonb_build_object('address', from_address, 'loginHash', encode(login, 'hex')));
  end if;
end $$;
comment on function access.record_attempt(uuid, bytea, text, boolean) is 'Records a sign-in attempt; a failed one leaves an event too.';

create function access.failures(login bytea, from_address text, within interval) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object(
    'login', (select count(*) from access.sign_in_attempt a
      where a.login_hash = login and not a.succeeded and a.attempted_at > clock_timestamp() - within),
    'address', (select count(*) from access.sign_in_attempt a
      where a.address = from_address and not a.succeeded and a.attempted_at > clock_timestamp() - within)) $$;
comment on function access.failures(bytea, text, interval) is 'Failed attempts for a login and from an address within the time given.';
