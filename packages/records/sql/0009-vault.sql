-- The identity vault: who a participant is. Encrypted in the application; the database holds noise without the key file.

create schema vault;
comment on schema vault is 'Identities of participants; role trialwright_vault. The study side holds a participant code only.';

create table vault.subject_key (
  study_id text collate "C" not null,
  participant text collate "C" not null,
  wrapped_key bytea,
  erased_at timestamptz,
  primary key (study_id, participant),
  check ((wrapped_key is null) = (erased_at is not null))
);
comment on table vault.subject_key is 'One key per participant, wrapped by the installation''s key. Erasing it erases the person.';
comment on column vault.subject_key.study_id is 'Study.';
comment on column vault.subject_key.participant is 'Participant code.';
comment on column vault.subject_key.wrapped_key is 'AES-256-GCM of the participant''s key under the key file; null once erased.';
comment on column vault.subject_key.erased_at is 'When the key was erased.';

create table vault.identity (
  study_id text collate "C" not null,
  participant text collate "C" not null,
  version int not null check (version >= 1),
  sealed bytea not null,
  recorded_at timestamptz not null,
  primary key (study_id, participant, version),
  foreign key (study_id, participant) references vault.subject_key
);
comment on table vault.identity is 'Identities, a row per version.';
comment on column vault.identity.study_id is 'Study.';
comment on column vault.identity.participant is 'Participant code.';
comment on column vault.identity.version is 'Version, from 1; the highest is current.';
comment on column vault.identity.sealed is 'AES-256-GCM, under the participant''s key, of name, birth date, national number and contact.';
comment on column vault.identity.recorded_at is 'Database time.';

create table vault.search_hash (
  study_id text collate "C" not null,
  kind text collate "C" not null,
  hash bytea not null check (octet_length(hash) = 32),
  participant text collate "C" not null,
  primary key (study_id, kind, hash, participant),
  foreign key (study_id, participant) references vault.subject_key
);
comment on table vault.search_hash is 'Keyed hashes for finding the same person twice.';
comment on column vault.search_hash.study_id is 'Study.';
comment on column vault.search_hash.kind is 'nationalNumber, or nameAndBirthDate.';
comment on column vault.search_hash.hash is 'HMAC-SHA-256 of the normalised value under the key file.';
comment on column vault.search_hash.participant is 'Participant code.';

create function vault.put_identity(study text, who text, key bytea, content bytea, hashes jsonb, actor text, role text) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  next_version int;
begin
  perform 1 from audit.log l where l.study_id = study and l.log = 'open' for update;
  insert into vault.subject_key (study_id, participant, wrapped_key) values (study, who, key) on conflict do nothing;
  perform 1 from vault.subject_key k where k.study_id = study and k.participant = who and k.wrapped_key = key;
  if not found then
    raise exception 'the participant has another key, or it is erased' using errcode = '22000';
  end if;
  next_version := coalesce((select max(i.version) from vault.identity i where i.study_id = study and i.participant = who), 0) + 1;
  insert into vault.identity (study_id, participant, version, sealed, recorded_at) values (study, who, next_version, content, record.now_utc());
  delete from vault.search_hash h where h.study_id = study and h.participant = who;
  insert into vault.search_hash (study_id, kind, hash, participant)
  select study, h.kind, decode(h.hash, 'hex'), who from jsonb_to_recordset(hashes) as h (kind text, hash text);
  perform record.note(study, 'vault/' || who, 'IdentityRecorded', actor, role,
    jsonb_build_object('participant', who, 'identityVersion', next_version));
  return next_version;
end $$;
comment on function vault.put_identity(text, text, bytea, bytea, jsonb, text, text) is 'Stores a version of an identity and returns its number. Leaves an event without any identity in it.';

create function vault.key_of(study text, who text) returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.wrapped_key from vault.subject_key k where k.study_id = study and k.participant = who $$;
comment on function vault.key_of(text, text) is 'The participant''s wrapped key; null when there is none.';

create function vault.read_identity(study text, who text, actor text, role text, purpose text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held record;
begin
  select k.wrapped_key, i.sealed, i.version into held from vault.subject_key k join vault.identity i using (study_id, participant)
  where k.study_id = study and k.participant = who and k.wrapped_key is not null order by i.version desc limit 1;
  if not found then
    return null;
  end if;
  perform record.note(study, 'vault/' || who, 'IdentityRead', actor, role, jsonb_build_object('participant', who, 'purpose', purpose));
  return jsonb_build_object('key', encode(held.wrapped_key, 'base64'), 'sealed', encode(held.sealed, 'base64'), 'version', held.version);
end $$;
comment on function vault.read_identity(text, text, text, text, text) is 'The sealed identity; null when none or erased. Every reading leaves an event with person and purpose.';

create function vault.find_duplicates(study text, hashes jsonb) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(distinct jsonb_build_object('kind', f.kind, 'participant', f.participant)), '[]')
  from jsonb_to_recordset(hashes) as h (kind text, hash text)
  join vault.search_hash f on f.study_id = study and f.kind = h.kind and f.hash = decode(h.hash, 'hex') $$;
comment on function vault.find_duplicates(text, jsonb) is 'Participants with one of these keyed hashes.';

create function vault.erase(study text, who text, actor text, role text, reason text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from audit.log l where l.study_id = study and l.log = 'open' for update;
  update vault.subject_key k set wrapped_key = null, erased_at = record.now_utc()
  where k.study_id = study and k.participant = who and k.wrapped_key is not null;
  if not found then
    return false;
  end if;
  delete from vault.search_hash h where h.study_id = study and h.participant = who;
  perform record.note(study, 'vault/' || who, 'IdentityErased', actor, role, jsonb_build_object('participant', who, 'reason', reason));
  return true;
end $$;
comment on function vault.erase(text, text, text, text, text) is 'Erases the participant''s key and hashes: the identity can no longer be read by anyone. The act itself is kept.';
